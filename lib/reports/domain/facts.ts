import type { Channel } from '@/lib/dossiers/domain/dossier'

/** How a dossier stands towards the period: carried over, received inside it, or never received by its end. */
export const parts = ['carried-over', 'new', 'outside'] as const
export type Part = (typeof parts)[number]

/** What had become of it when the period was told. Exactly one for each dossier. */
export const outcomes = [
  'early', 'on-time', 'overdue', 'no-limit',
  'withdrawn', 'withdrawn-past-due',
  'discontinued', 'discontinued-early', 'discontinued-past-due',
  'pending-within-limit', 'pending-overdue', 'pending-no-limit',
  'submitted', 'refused', 'withdrawn-unreceived', 'voided',
] as const
export type Outcome = (typeof outcomes)[number]

/** All that figures need to know of one dossier in one period. */
export type Fact = { part: Part; outcome: Outcome; paused: boolean; channel: Channel; interAgency: boolean }

/** So many dossiers of which the same is true. */
export type CountedFact = Fact & { count: number }

/**
 * Which dossiers stand behind a figure. Data and not a function, so that the count in memory and the list in the database
 * ask the same question: what is absent is not asked.
 */
export type CellFilter = { parts?: readonly Part[]; outcomes?: readonly Outcome[]; channels?: readonly Channel[]; paused?: true; interAgency?: true }

const inside = ['carried-over', 'new'] as const satisfies readonly Part[]
const settled = ['early', 'on-time', 'overdue', 'no-limit'] as const satisfies readonly Outcome[]
const withdrawn = ['withdrawn', 'withdrawn-past-due'] as const satisfies readonly Outcome[]
const discontinued = ['discontinued', 'discontinued-early', 'discontinued-past-due'] as const satisfies readonly Outcome[]
const pending = ['pending-within-limit', 'pending-overdue', 'pending-no-limit'] as const satisfies readonly Outcome[]
const received = { parts: inside, outcomes: [...settled, ...withdrawn, ...discontinued, ...pending] } as const satisfies CellFilter
const ofNew = (...channels: Channel[]): CellFilter => ({ ...received, parts: ['new'], channels })

/** Every figure that can be opened. Names of the columns of form II.06a begin with `form-`. */
export const cells = {
  received,
  'carried-over': { ...received, parts: ['carried-over'] },
  new: { ...received, parts: ['new'] },
  online: ofNew('online'),
  desk: ofNew('desk'),
  post: ofNew('post'),
  'national-portal': ofNew('national-portal'),
  'inter-agency': { ...received, interAgency: true },

  settled: { parts: inside, outcomes: settled },
  early: { parts: inside, outcomes: ['early'] },
  'on-time': { parts: inside, outcomes: ['on-time'] },
  overdue: { parts: inside, outcomes: ['overdue'] },
  'settled-no-limit': { parts: inside, outcomes: ['no-limit'] },
  /** Above the line of the on-time rate. */
  'in-time': { parts: inside, outcomes: ['early', 'on-time'] },
  /** Below the line of the on-time rate. */
  'with-limit': { parts: inside, outcomes: ['early', 'on-time', 'overdue'] },

  withdrawn: { parts: inside, outcomes: withdrawn },
  'withdrawn-past-due': { parts: inside, outcomes: ['withdrawn-past-due'] },
  discontinued: { parts: inside, outcomes: discontinued },
  'discontinued-past-due': { parts: inside, outcomes: ['discontinued-past-due'] },
  'discontinued-early': { parts: inside, outcomes: ['discontinued-early'] },
  /** Ended without a result: withdrawn or discontinued. */
  ended: { parts: inside, outcomes: [...withdrawn, ...discontinued] },

  pending: { parts: inside, outcomes: pending },
  'within-limit': { parts: inside, outcomes: ['pending-within-limit'] },
  'pending-overdue': { parts: inside, outcomes: ['pending-overdue'] },
  'pending-no-limit': { parts: inside, outcomes: ['pending-no-limit'] },
  paused: { parts: inside, outcomes: pending, paused: true },

  /** Everything late: still open, or settled too late. */
  late: { parts: inside, outcomes: ['pending-overdue', 'overdue'] },

  submitted: { parts: ['outside'], outcomes: ['submitted'] },
  refused: { parts: ['outside'], outcomes: ['refused'] },
  voided: { parts: ['outside'], outcomes: ['voided'] },
  'withdrawn-unreceived': { parts: ['outside'], outcomes: ['withdrawn-unreceived'] },

  'form-4': ofNew('online', 'national-portal'),
  'form-5': ofNew('desk', 'post'),
  'form-7': { parts: inside, outcomes: [...settled, ...withdrawn, ...discontinued] },
  'form-8': { parts: inside, outcomes: ['early', 'discontinued-early'] },
  'form-9': { parts: inside, outcomes: ['on-time', 'no-limit', 'withdrawn', 'discontinued'] },
  'form-10': { parts: inside, outcomes: ['overdue', 'withdrawn-past-due', 'discontinued-past-due'] },
  'form-12': { parts: inside, outcomes: ['pending-within-limit', 'pending-no-limit'] },
} as const satisfies Record<string, CellFilter>
export type Cell = keyof typeof cells
export const cellNames = Object.keys(cells) as Cell[]

export function isBehind(fact: Fact, filter: CellFilter): boolean {
  return (
    (filter.parts?.includes(fact.part) ?? true) &&
    (filter.outcomes?.includes(fact.outcome) ?? true) &&
    (filter.channels?.includes(fact.channel) ?? true) &&
    (!filter.paused || fact.paused) &&
    (!filter.interAgency || fact.interAgency)
  )
}

/** How many dossiers stand behind a cell. */
export const countOf = (facts: readonly CountedFact[], cell: Cell): number =>
  facts.reduce((sum, fact) => (isBehind(fact, cells[cell]) ? sum + fact.count : sum), 0)
