import { describe, expect, test } from 'vitest'
import { standingBadge, timelinessBadge } from '@/components/calendar/standing-words'
import type { Distance, Standing } from '@/lib/calendar/domain/standing'
import { localDate } from '@/lib/kernel/local-date'

const days = (workingDays: number, dueOn = '2026-11-30'): Distance => ({ workingDays, sessionMinutes: null, dueOn: localDate(dueOn) })
const minutes = (sessionMinutes: number, workingDays = 0): Distance => ({ workingDays, sessionMinutes, dueOn: localDate('2026-11-25') })

describe('the badge of an open dossier', () => {
  test.each<[string, Standing, string, string]>([
    ['within its limit', { state: 'within-limit', left: days(3) }, 'Còn 3 ngày', 'cham'],
    ['due today', { state: 'due-soon', when: 'today', left: days(0) }, 'Hôm nay', 'care'],
    ['in its last hours', { state: 'due-soon', when: 'last-hours', left: minutes(135) }, 'Còn 2 giờ 15', 'care'],
    ['of an hour limit with days left', { state: 'within-limit', left: minutes(960, 2) }, 'Còn 2 ngày', 'cham'],
    ['three days late', { state: 'overdue', by: days(3) }, 'Quá 3 ngày', 'late'],
    ['late by minutes', { state: 'overdue', by: minutes(30) }, 'Quá 30 phút', 'late'],
    ['late since a weekend began', { state: 'overdue', by: days(0) }, 'Quá hạn', 'late'],
    ['without a limit', { state: 'no-limit' }, 'Không quy định', 'none'],
  ])('%s', (_name, standing, words, tone) => expect(standingBadge(standing)).toMatchObject({ words, tone }))

  test('due on the next working day says Ngày mai only when that is tomorrow', () => {
    const standing: Standing = { state: 'due-soon', when: 'next-working-day', left: days(1) }
    expect(standingBadge(standing, { today: localDate('2026-11-29') }).words).toBe('Ngày mai')
    expect(standingBadge(standing, { today: localDate('2026-11-27') }).words).toBe('Thứ Hai')
    expect(standingBadge(standing).words).toBe('Thứ Hai')
  })

  test('paused says for what', () => {
    expect(standingBadge({ state: 'paused', since: new Date(0) }, { pausedFor: 'chờ bổ sung' }).words).toBe('Tạm dừng, chờ bổ sung')
  })

  test('in the long form names working days', () => {
    expect(standingBadge({ state: 'overdue', by: days(3) }, { long: true }).words).toBe('Quá hạn 3 ngày làm việc')
  })
})

test('only late is the late colour, settled or not', () => {
  expect(timelinessBadge('overdue', 8)).toEqual({ tone: 'late', icon: 'octagon-alert', words: 'Trễ 8 ngày' })
  expect(['early', 'on-time', 'no-limit'].map((each) => timelinessBadge(each as 'early').tone)).not.toContain('late')
})
