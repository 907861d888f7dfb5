import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueMoment, type DueMoment } from '@/lib/calendar/domain/due-moment'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import type { Pause } from '@/lib/calendar/domain/pauses'
import { unitsOf, type TimeLimit } from '@/lib/calendar/domain/time-limit'
import { addDays, daysBetween, instantAt, localDateOf } from '@/lib/kernel/local-date'
import { naiveDue } from '../naive-reference'
import { compiled, DAYS, FIRST_DAY, limits, models, openings, pauseLists, pauseOf, receipts, workingLimits, type Model } from '../random-calendars'

const RUNS = Number(process.env.PROPERTY_RUNS ?? (process.env.TEST_DEPTH === 'deep' ? 10_000 : 500))
const hold = <T>(cases: fc.Arbitrary<T>, property: (example: T) => void) => fc.assert(fc.property(cases, property), { numRuns: RUNS })

const questions = fc.record({ model: models, receivedAt: receipts, limit: limits, pauses: pauseLists })
type Question = { model: Model; receivedAt: Date; limit: TimeLimit; pauses: Pause[] }

/** The answer, or null where the calendar is too short to hold it: the only problem that a random question may meet. */
function answer({ model, receivedAt, limit, pauses }: Question): DueMoment | null {
  const result = dueMoment({ receivedAt, limit, pauses, calendar: compiled(model) })
  if (!result.ok) expect(['calendar-too-short', 'no-working-time']).toContain(result.problem.code)
  return result.ok ? result.value : null
}

const due = (question: Question): number => answer(question)?.dueAt.getTime() ?? Infinity

describe('a due moment', () => {
  test('is what walking minute by minute finds', { timeout: 600_000 }, () => {
    hold(questions, (question) => {
      const { model, receivedAt, limit, pauses } = question
      expect(answer(question)?.dueAt ?? null).toEqual(naiveDue(model, receivedAt, limit, pauses))
    })
  })

  test('is a close or lies inside a session, after receipt, on the day that it says', () => {
    hold(questions, (question) => {
      const found = answer(question)
      if (found === null) return
      const day = daysBetween(FIRST_DAY, found.dueOn)
      const minute = (found.dueAt.getTime() - instantAt(found.dueOn, '00:00').getTime()) / 60_000
      expect(openings(question.model, day).some(([opens, closes]) => opens <= minute && minute <= closes)).toBe(true)
      expect(found.dueOn).toBe(localDateOf(found.dueAt))
      expect(found.dueAt.getTime()).toBeGreaterThan(question.receivedAt.getTime() - 60_000)
    })
  })

  test('never comes earlier for a later receipt', () => {
    hold(fc.record({ question: questions, other: receipts }), ({ question, other }) => {
      const [first, second] = other < question.receivedAt ? [other, question.receivedAt] : [question.receivedAt, other]
      expect(due({ ...question, receivedAt: second })).toBeGreaterThanOrEqual(due({ ...question, receivedAt: first }))
    })
  })

  test('never comes earlier for a longer limit', () => {
    hold(fc.record({ question: questions, more: fc.integer({ min: 1, max: 10 }) }), ({ question, more }) => {
      const { limit } = question
      if (limit.unit === 'same-day') return
      expect(due({ ...question, limit: { ...limit, value: limit.value + more } })).toBeGreaterThanOrEqual(due(question))
    })
  })

  test('never comes earlier for one more day off', () => {
    hold(fc.record({ question: questions, day: fc.integer({ min: 0, max: 70 }) }), ({ question, day }) => {
      const special = new Map(question.model.special).set(day, 'holiday' as const)
      expect(due({ ...question, model: { ...question.model, special } })).toBeGreaterThanOrEqual(due(question))
    })
  })
})

describe('a pause', () => {
  test('that is empty changes nothing', () => {
    hold(fc.record({ question: questions, when: receipts }), ({ question, when }) => {
      expect(due({ ...question, pauses: [...question.pauses, { start: when, end: when }] })).toBe(due(question))
    })
  })

  test('is the same in two touching parts as in one', () => {
    hold(fc.record({ question: questions, whole: pauseOf, share: fc.integer({ min: 0, max: 100 }) }), ({ question, whole, share }) => {
      const between = new Date(whole.start.getTime() + ((whole.end.getTime() - whole.start.getTime()) * share) / 100)
      const parts = [{ start: between, end: whole.end }, { start: whole.start, end: between }]
      expect(due({ ...question, pauses: [...question.pauses, ...parts] })).toBe(due({ ...question, pauses: [...question.pauses, whole] }))
    })
  })

  test('never makes the due moment earlier', () => {
    hold(fc.record({ question: questions, more: pauseOf }), ({ question, more }) => {
      expect(due({ ...question, pauses: [...question.pauses, more] })).toBeGreaterThanOrEqual(due(question))
    })
  })

  test('without session time inside changes nothing for limits in working time', () => {
    const nights = fc.record({ question: questions, limit: workingLimits, day: fc.integer({ min: 0, max: 40 }), which: fc.nat(3) })
    hold(nights, ({ question, limit, day, which }) => {
      const gap = gapAfter(question.model, day, which)
      if (gap === null) return
      expect(due({ ...question, limit, pauses: [...question.pauses, gap] })).toBe(due({ ...question, limit }))
    })
  })

  test('that counted never ends at or after the due moment', () => {
    hold(questions, (question) => {
      const found = answer(question)
      if (found === null) return
      const counted = question.pauses.filter((pause) => pause.start < found.dueAt && pause.end! > question.receivedAt && minutesOf(pause) > 0)
      for (const pause of counted) expect(found.dueAt.getTime()).toBeGreaterThan(Math.floor(pause.end!.getTime() / 60_000) * 60_000)
    })
  })

  test('that is still open keeps the due moment in force when it began', () => {
    hold(fc.record({ question: questions, since: receipts }), ({ question, since }) => {
      const before = answer({ ...question, pauses: [] })
      const waiting = answer({ ...question, pauses: [{ start: since, end: null }] })
      expect(waiting?.dueAt).toEqual(before?.dueAt)
      expect(waiting?.pausedSince !== null).toBe(before === null || wholeMinute(since) < before.dueAt.getTime())
    })
  })
})

describe('an explanation', () => {
  test('adds up to the limit', () => {
    hold(questions, (question) => {
      const found = answer(question)
      if (found === null) return
      const counted = found.explanation.filter((line) => line.counted)
      const total = unitsOf(question.limit)
      if (isInHours(question.limit)) expect(counted.reduce((sum, line) => sum + line.minutes!, 0)).toBe(total * 60)
      else expect(counted.map((line) => line.index)).toEqual(Array.from({ length: total }, (_unused, position) => position + 1))
    })
  })

  test('begins with receipt, ends with the due day, and leaves no day out', () => {
    hold(questions, (question) => {
      const found = answer(question)
      if (found === null) return
      const { explanation } = found
      expect(explanation[0]).toMatchObject({ kind: 'received', on: localDateOf(question.receivedAt) })
      expect(explanation.at(-1)).toMatchObject({ kind: 'due', on: found.dueOn })
      const days = [...new Set(explanation.map((line) => line.on))]
      expect(days).toEqual(Array.from({ length: days.length }, (_unused, position) => addDays(days[0]!, position)))
    })
  })

  test('of a pause that is still open ends with it, and tells no more than the limit', () => {
    hold(fc.record({ question: questions, since: receipts }), ({ question, since }) => {
      const waiting = answer({ ...question, pauses: [...question.pauses, { start: since, end: null }] })
      if (waiting === null || waiting.pausedSince === null) return
      const counted = waiting.explanation.filter((line) => line.counted)
      expect(waiting.explanation.at(-1)).toMatchObject({ kind: 'paused', on: localDateOf(waiting.pausedSince), counted: false })
      if (isInHours(question.limit)) expect(counted.reduce((sum, line) => sum + line.minutes!, 0)).toBeLessThan(unitsOf(question.limit) * 60 + 1)
      else expect(counted.length).toBeLessThanOrEqual(unitsOf(question.limit))
    })
  })

  test('gives a reason for every line, and counts nothing on a day off of a limit in working time', () => {
    hold(fc.record({ question: questions, limit: workingLimits }), ({ question, limit }) => {
      const lines: ExplanationLine[] = answer({ ...question, limit })?.explanation ?? []
      for (const line of lines) {
        expect(line.reason.length).toBeGreaterThan(3)
        if (line.counted) expect(openings(question.model, daysBetween(FIRST_DAY, line.on)).length).toBeGreaterThan(0)
      }
    })
  })
})

const wholeMinute = (instant: Date): number => Math.floor(instant.getTime() / 60_000) * 60_000
const minutesOf = (pause: Pause): number => (wholeMinute(pause.end!) - wholeMinute(pause.start)) / 60_000
const isInHours = (limit: TimeLimit): boolean => limit.unit === 'working-hour' || limit.unit === 'clock-hour'

/** A stretch from one close to the next opening, perhaps over days off. */
function gapAfter(model: Model, day: number, which: number): Pause | null {
  const closes = openings(model, day).map(([, close]) => close)
  const close = closes[which % Math.max(1, closes.length)]
  if (close === undefined) return null
  for (let next = day; next < DAYS; next += 1) {
    const opening = openings(model, next).find(([opens]) => next > day || opens >= close)
    if (opening !== undefined) return { start: instant(day, close), end: instant(next, opening[0]) }
  }
  return null
}

const instant = (day: number, minute: number): Date => new Date(instantAt(addDays(FIRST_DAY, day), '00:00').getTime() + minute * 60_000)
