import type { LocalDate, Weekday } from '@/lib/kernel/local-date'
import type { CalendarIndex } from './calendar-index'

/** Who laid a rule down. The narrower layer adds to the wider one or overrides it. */
export const LAYERS = ['nation', 'province', 'commune'] as const
export type Layer = (typeof LAYERS)[number]

/** Where a rule of the calendar comes from, so that a due date can show it. */
export type Provenance = {
  layer: Layer
  /** Who entered it. */
  author: string
  /** The decision or notice, as one would cite it. */
  source: string
  /** Computed from the rules, or not yet checked against a published decision: shown as "dự kiến". */
  provisional?: boolean
}

export const SESSION_NAMES = ['morning', 'afternoon', 'evening'] as const
export type SessionName = (typeof SESSION_NAMES)[number]

/** A stretch [opens, closes) in which the desk is open; it ends before midnight. @unit wall time "HH:MM" */
export type Session = {
  name: SessionName
  opens: string
  closes: string
  /** False where the desk only receives (often Saturday morning): no deadline runs in it. */
  countsForDeadlines: boolean
}

/** "MM-DD", both ends included; may run over New Year (10-01 … 03-31). */
export type Season = { from: string; to: string }

/**
 * The sessions of some weekdays in a season, with dates of effect. For each day the narrowest layer wins, then the
 * latest `effectiveFrom`, then a season over the whole year, then the later in the list. No sessions: closed on those weekdays.
 */
export type WeeklySessions = Provenance & {
  effectiveFrom: LocalDate
  /** Last day of effect; null: until replaced. */
  effectiveTo: LocalDate | null
  /** null: all year. */
  season: Season | null
  weekdays: readonly Weekday[]
  sessions: readonly Session[]
}

/** One dated departure from the week. */
export type CalendarEntry = Provenance & {
  id?: string
  on: LocalDate
  /** As a sentence names it: "Ngày Văn hóa Việt Nam", "mất điện". */
  name: string
  /**
   * Set where the entry belongs to the published national schedule of that year: then nothing is computed for it.
   * Unset for one-off days (a day of mourning), which stand beside the computed ones.
   */
  scheduleYear?: number | null
} & (
    | { kind: 'holiday' }
    /** Day off because the holiday fell on a weekly day off. @law Bộ luật Lao động 2019, Điều 111 khoản 3 */
    | { kind: 'substitute'; insteadOf: LocalDate }
    | { kind: 'swap-off'; madeUpOn: LocalDate }
    /** Worked in exchange for `replaces`, with the sessions of that weekday. */
    | { kind: 'make-up'; replaces: LocalDate }
    | { kind: 'closure'; closed: 'whole-day' | readonly SessionName[] }
    /** As the week has it: a narrower layer lifts what a wider one said of that day. */
    | { kind: 'ordinary' }
  )
export type EntryKind = CalendarEntry['kind']

/** First and last day that a calendar speaks of. */
export type CalendarSpan = { from: LocalDate; to: LocalDate }

/** A commune's calendar, compiled: an immutable value, to be kept per commune and revision. Built by `compileCalendar`. */
export type WorkingCalendar = Readonly<CalendarSpan & { index: CalendarIndex }>

export type DayKind = 'working' | 'make-up' | 'day-off' | 'holiday' | 'substitute' | 'swap-off' | 'closure'

/** What the calendar says of one day, for screens and explanations. */
export type CalendarDay = {
  on: LocalDate
  kind: DayKind
  /** At least one session counts for deadlines. */
  isWorkingDay: boolean
  /** What the desk opens, also the sessions that count for no deadline. */
  sessions: readonly Session[]
  /** Sessions of that day which a one-off closure took away. */
  closedSessions: readonly SessionName[]
  /** The entry that decided, with its source; null where the week itself did. */
  entry: CalendarEntry | null
  closures: readonly CalendarEntry[]
  provisional: boolean
}
