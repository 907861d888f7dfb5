import { describe, expect, test } from 'vitest'
import { mergeLines } from '@/components/calendar/merge-lines'
import { foldRuns } from '@/components/calendar/strip-days'
import type { StripDay } from '@/lib/calendar/domain/day-strip'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { addDays, localDate, weekdayOf, type LocalDate } from '@/lib/kernel/local-date'

const monday = localDate('2026-11-02')
const line = (on: LocalDate, index: number): ExplanationLine =>
  weekdayOf(on) > 5 ? { on, kind: 'day-off', counted: false, reason: 'nghỉ hằng tuần: không tính' } : { on, kind: 'counted', counted: true, index, reason: `Ngày ${index}` }

/** Monday onwards, weekends off, the rest counted. */
function weeks(days: number): ExplanationLine[] {
  let index = 0
  return Array.from({ length: days }, (_, at) => line(addDays(monday, at), weekdayOf(addDays(monday, at)) > 5 ? index : (index += 1)))
}

describe('the reasons', () => {
  test('of a weekend are one line', () => {
    const merged = mergeLines(weeks(8))
    expect(merged[5]).toMatchObject({ from: '2026-11-07', to: '2026-11-08', reason: 'Thứ Bảy, Chủ nhật: không tính' })
    expect(merged).toHaveLength(7)
  })

  test('of a long limit tell its weeks, not its days', () => {
    expect(mergeLines(weeks(21)).map((each) => each.reason)).toEqual([
      'Ngày 1 đến ngày 5', 'Thứ Bảy, Chủ nhật: không tính', 'Ngày 6 đến ngày 10', 'Thứ Bảy, Chủ nhật: không tính', 'Ngày 11 đến ngày 15', 'Thứ Bảy, Chủ nhật: không tính',
    ])
  })

  test('lose no day', () => {
    const lines = weeks(40)
    const days = mergeLines(lines).flatMap(({ from, to }) => {
      const told: LocalDate[] = []
      for (let on = from; on <= to; on = addDays(on, 1)) told.push(on)
      return told
    })
    expect(days).toEqual(lines.map((each) => each.on))
  })

  test('that rest on an unconfirmed calendar stay by themselves', () => {
    const lines = weeks(8).map((each) => (each.kind === 'day-off' ? { ...each, provisional: true } : each))
    expect(mergeLines(lines)).toHaveLength(8)
  })
})

describe('a long strip', () => {
  const strip = (length: number): StripDay[] =>
    weeks(length).map(({ on, index, kind }, at) => ({ on, verdict: at === 0 ? 'received' : at === length - 1 ? 'due' : kind === 'counted' ? 'counted' : 'off', index }))

  test('folds counted days with the weekends between them, never today, the first or the last', () => {
    const cells = foldRuns(strip(19), localDate('2026-11-17'))
    expect(cells.filter((cell) => cell.kind === 'fold').map((cell) => cell.counted)).toEqual([10])
    const shown = cells.flatMap((cell) => (cell.kind === 'day' && !cell.folded ? [cell.day.on] : []))
    expect(shown).toEqual(['2026-11-02', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'])
  })

  test('keeps every day in order, folded or not', () => {
    const days = strip(40)
    expect(foldRuns(days).flatMap((cell) => (cell.kind === 'day' ? [cell.day.on] : []))).toEqual(days.map((day) => day.on))
  })
})
