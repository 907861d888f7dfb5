import { expect, test } from 'vitest'
import { communeCalendar } from '@/lib/calendar/domain/national-holidays'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { isAtRisk, type OpenWork } from '@/lib/reports/domain/at-risk'
import { demonstrationSessions } from '@/prisma/seed/calendar/weekly-sessions'

const calendar = communeCalendar([], demonstrationSessions)
const at = (day: string, time: string) => instantAt(localDate(day), time)
/** Thursday 19/11/2026 at the close; two steps of eight and four hours. */
const work: OpenWork = { dueAt: at('2026-11-19', '17:30'), stepSince: at('2026-11-16', '07:30'), stepHours: 8, laterHours: 4 }

test.each<[string, Partial<OpenWork>, string, string, boolean]>([
  ['a step begun on Monday has its hours behind it on Wednesday: four hours of later steps fit into Thursday', {}, '2026-11-18', '17:30', false],
  ['the same on Thursday at noon: four hours left for four', {}, '2026-11-19', '11:30', false],
  ['an hour later, three hours are left for four', {}, '2026-11-19', '14:30', true],
  ['a step that began this morning still needs its eight hours', { stepSince: at('2026-11-19', '07:30') }, '2026-11-19', '07:30', true],
  ['steps without a laid-down time are no risk', { stepHours: null, laterHours: 0 }, '2026-11-19', '17:00', false],
  ['what is already due is no longer at risk', {}, '2026-11-19', '17:30', false],
])('%s', (_case, change, day, time, expected) => {
  expect(isAtRisk({ ...work, ...change }, at(day, time), calendar)).toBe(expected)
})
