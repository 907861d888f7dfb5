import { z } from 'zod'
import type { Weekday } from '@/lib/kernel/local-date'
import { weeklySessionsFault } from '../domain/compile-calendar'
import { SESSION_NAMES, type CalendarEntry, type Provenance } from '../domain/working-calendar'
import { inputSentence, sessionsFaultSentence } from '../wording'
import { LocalDateInput, WallTimeInput } from './days'

const name = z.string().trim().min(1, inputSentence.name).max(200).normalize()
const source = z.string().trim().min(1, inputSentence.source).max(300).normalize()
const provisional = z.boolean().default(false)
const scheduleYear = z.number().int().nullable().default(null)
const dated = { on: LocalDateInput, name, source, provisional, scheduleYear }
const closed = z.union([z.literal('whole-day'), z.array(z.enum(SESSION_NAMES)).min(1, inputSentence.closed)])

/** What an administrator says of one day; who and for which layer is known from the session. */
export const CalendarEntryInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('holiday'), ...dated }),
  z.object({ kind: z.literal('substitute'), ...dated, insteadOf: LocalDateInput }),
  z.object({ kind: z.literal('swap-off'), ...dated, madeUpOn: LocalDateInput }),
  z.object({ kind: z.literal('make-up'), ...dated, replaces: LocalDateInput }),
  z.object({ kind: z.literal('closure'), ...dated, closed }),
  z.object({ kind: z.literal('ordinary'), ...dated }),
])
export type CalendarEntryInput = z.output<typeof CalendarEntryInput>

/** A swap: one day off, one Saturday worked instead. Both entries are made from it, so that neither is forgotten. */
export const SwapInput = z
  .object({ dayOff: LocalDateInput, madeUpOn: LocalDateInput, name, source, provisional, scheduleYear })
  .refine((swap) => swap.dayOff !== swap.madeUpOn, { message: inputSentence.swap, path: ['madeUpOn'] })
export type SwapInput = z.output<typeof SwapInput>

export function swapEntries({ dayOff, madeUpOn, ...rest }: SwapInput, by: Pick<Provenance, 'layer' | 'author'>): [CalendarEntry, CalendarEntry] {
  return [
    { ...rest, ...by, kind: 'swap-off', on: dayOff, madeUpOn },
    { ...rest, ...by, kind: 'make-up', on: madeUpOn, replaces: dayOff },
  ]
}

const monthDay = z.string().trim().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, inputSentence.season)
const session = z.object({ name: z.enum(SESSION_NAMES), opens: WallTimeInput, closes: WallTimeInput, countsForDeadlines: z.boolean().default(true) })

/** The sessions of some weekdays in a season, with dates of effect. */
export const WeeklySessionsInput = z
  .object({
    effectiveFrom: LocalDateInput,
    effectiveTo: LocalDateInput.nullable().default(null),
    season: z.object({ from: monthDay, to: monthDay }).nullable().default(null),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1, inputSentence.weekdays).transform((days) => days as Weekday[]),
    sessions: z.array(session).max(SESSION_NAMES.length),
    source,
    provisional,
  })
  .check((context) => {
    const { sessions, effectiveFrom, effectiveTo } = context.value
    const fault = weeklySessionsFault({ sessions })
    const refuse = (path: string, message: string) => context.issues.push({ code: 'custom', message, path: [path], input: context.value })
    if (fault !== null) refuse('sessions', sessionsFaultSentence[fault])
    if (effectiveTo !== null && effectiveTo < effectiveFrom) refuse('effectiveTo', inputSentence.effect)
  })
export type WeeklySessionsInput = z.output<typeof WeeklySessionsInput>
