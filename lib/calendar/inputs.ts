import { z } from 'zod'
import { instantAt, parseLocalDate, type LocalDate, type Weekday } from '@/lib/kernel/local-date'
import { weeklySessionsFault } from './domain/compile-calendar'
import { parseWallTime } from './domain/minute'
import { timeLimit } from './domain/time-limit'
import { SESSION_NAMES, type CalendarEntry, type Provenance } from './domain/working-calendar'
import { dueProblemSentence, inputSentence, monthHasDays, sessionsFaultSentence } from './wording'

/** "yyyy-mm-dd", as hidden fields and stored rows have it. */
export const LocalDateInput = z.string().transform((text, context): LocalDate => {
  const day = parseLocalDate(text.trim())
  if (day === null) context.addIssue(inputSentence.day)
  return day ?? z.NEVER
})

/** A day typed into three boxes. */
export const DayBoxesInput = z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((boxes, context): LocalDate => {
  const problem = boxesProblem(boxes)
  if (problem !== null) {
    context.addIssue({ code: 'custom', message: problem.sentence, path: [problem.box] })
    return z.NEVER
  }
  return dayOfBoxes(boxes)!
})

type Boxes = { day: string; month: string; year: string }

const dayOfBoxes = ({ day, month, year }: Boxes): LocalDate | null =>
  parseLocalDate(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`)

function boxesProblem(boxes: Boxes): { box: keyof Boxes; sentence: string } | null {
  const [day, month, year] = [whole(boxes.day), whole(boxes.month), whole(boxes.year)]
  if (day === 0 || year < 1000) return { box: day === 0 ? 'day' : 'year', sentence: inputSentence.day }
  if (month < 1 || month > 12) return { box: 'month', sentence: inputSentence.month }
  if (dayOfBoxes(boxes) !== null) return null
  return { box: 'day', sentence: monthHasDays(month, new Date(Date.UTC(year, month, 0)).getUTCDate()) }
}

/** 0 where the text is no number of up to four figures. */
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0)

/** "09:12"; "9:12" and "9h12" are read as well. */
export const WallTimeInput = z.string().transform((text, context): string => {
  const time = text.trim().replace(/^(\d{1,2})[h:](\d{2})$/i, '$1:$2').padStart(5, '0')
  if (parseWallTime(time) !== null) return time
  context.addIssue(inputSentence.time)
  return z.NEVER
})

const blankIsNull = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value)

/** A time limit from a form or a row; all blank is null, "không quy định". */
export const TimeLimitInput = z
  .object({
    unit: z.preprocess(blankIsNull, z.string().nullish()),
    value: z.preprocess(blankIsNull, z.coerce.number().nullish().catch(Number.NaN)),
    cutOff: z.preprocess(blankIsNull, WallTimeInput.nullish()),
  })
  .transform((raw, context) => {
    if (raw.unit == null && raw.value == null) return null
    const limit = timeLimit(raw)
    if (limit.ok) return limit.value
    context.addIssue(dueProblemSentence(limit.problem))
    return z.NEVER
  })

/** What the public calculator asks: which limit, received when. */
export const DueQuestionInput = z
  .object({ limit: TimeLimitInput, received: DayBoxesInput, time: WallTimeInput })
  .transform(({ limit, received, time }) => ({ limit, receivedAt: instantAt(received, time) }))

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
