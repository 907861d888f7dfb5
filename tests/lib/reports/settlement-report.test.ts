import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '@/lib/identity/domain/actor'
import { visitor } from '@/lib/identity/domain/actor'
import { addDays, daysBetween, instantAt, localDate, type LocalDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { cellNames, cells, countOf, isBehind, type CountedFact } from '@/lib/reports/domain/facts'
import { brokenFormIdentities, brokenTotals } from '@/lib/reports/domain/form-06a'
import { monthsUpTo } from '@/lib/reports/domain/period'
import { brokenCarryOver, brokenIdentities, figuresOf } from '@/lib/reports/domain/settlement'
import { dossiersBehind } from '@/lib/reports/queries/dossiers-behind'
import { momentOf } from '@/lib/reports/queries/facts'
import { settledByMonth } from '@/lib/reports/queries/settled-by-month'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { useDatabase } from '../../support/database'
import { randomFrom, readStories, tellOneStory, tellRandomStories, type ToldDossier } from './random-stories'
import { slowFacts, type ToldFact } from './slow-reference'

const database = useDatabase()
const [firstDay, days] = [localDate('2026-01-05'), 60]
const random = randomFrom(7)

let stories: ToldDossier[]
let leader: Officer

beforeAll(async () => {
  const communeId = await tellRandomStories(database.owner, 'bach-quang', { seed: 2026, count: 120, firstDay, days })
  const { rows } = await database.owner.query(`select id, unit_id from staff_member where commune_id = $1 and 'leader' = any(roles)`, [communeId])
  leader = { kind: 'officer', accountId: rows[0].id, staffId: rows[0].id, communeId, unitId: rows[0].unit_id, unitKey: 'committee', roles: ['leader'], name: 'Chủ tịch', title: 'Chủ tịch UBND' }
  stories = await inCommune(visitor, communeId, readStories)
})

/** Any period in and around the stories, told at its end, later, or while it runs. */
function someQuestion(): { from: LocalDate; to: LocalDate; now: Date } {
  const from = addDays(firstDay, random.whole(days + 30) - 10)
  const to = addDays(from, 1 + random.whole(40))
  const told = addDays(from, random.whole(daysBetween(from, to) + 20))
  return { from, to, now: new Date(instantAt(told, '00:00').getTime() + random.whole(24 * 60) * 60_000) }
}

const counted = (facts: readonly ToldFact[]): CountedFact[] => facts.map((fact) => ({ ...fact, count: 1 }))

describe('the settlement report', () => {
  test('says what folding every event of every dossier says, for any period as of any moment', async () => {
    for (let run = 0; run < 120; run += 1) {
      const { from, to, now } = someQuestion()
      const report = (await atTime(now, () => settlementReport(visitor, { commune: 'bach-quang', from, to })))!.total
      const slow = figuresOf(counted(slowFacts(stories, momentOf({ from, to }, now))))
      expect({ from, to, now, ...pickFigures(report) }).toEqual({ from, to, now, ...slow })
      expect(brokenIdentities(report)).toEqual([])
    }
  })

  test('has every kind of story in its data, so that nothing is equal only because it is empty', () => {
    const outcomes = new Set(slowFacts(stories, momentOf({ from: firstDay, to: localDate('2026-03-20') }, instantAt(localDate('2026-03-20'), '00:00'))).map(({ outcome }) => outcome))
    const early = new Set(Array.from({ length: 60 }, (_unused, day) => day).flatMap((day) => slowFacts(stories, momentOf({ from: firstDay, to: addDays(firstDay, day + 1) }, instantAt(addDays(firstDay, day + 1), '00:00')))).map(({ outcome }) => outcome))
    expect([...new Set([...outcomes, ...early])].toSorted()).toEqual([
      'discontinued', 'discontinued-early', 'discontinued-past-due', 'early', 'no-limit', 'on-time', 'overdue', 'pending-no-limit', 'pending-overdue', 'pending-within-limit',
      'refused', 'submitted', 'voided', 'withdrawn', 'withdrawn-past-due', 'withdrawn-unreceived',
    ])
  })

  test.each(['field', 'unit', 'channel'] as const)('by %s gives parts that add up to the whole and satisfy the same identities', async (by) => {
    for (let run = 0; run < 6; run += 1) {
      const { from, to, now } = someQuestion()
      const { total, form, groups } = (await atTime(now, () => settlementReport(visitor, { commune: 'bach-quang', from, to, by })))!
      expect(groups.flatMap(({ figures }) => brokenIdentities(figures))).toEqual([])
      expect(groups.flatMap((group) => brokenFormIdentities(group.form))).toEqual([])
      expect(brokenTotals(groups.map((group) => group.form), form)).toEqual([])
      expect(groups.reduce((sum, { figures }) => sum + figures.outside.refused + figures.outside.submitted + figures.outside.voided, 0)).toBe(total.outside.refused + total.outside.submitted + total.outside.voided)
      for (const { key, figures } of groups) {
        const slow = slowFacts(stories, momentOf({ from, to }, now)).filter((fact) => (by === 'field' ? fact.fieldSlug : by === 'unit' ? fact.homeUnit : fact.channel) === key)
        expect(figures).toEqual(figuresOf(counted(slow)))
      }
    }
  })

  test('by month passes each month what the one before left open', async () => {
    const { groups } = (await settlementReport(visitor, { commune: 'bach-quang', from: localDate('2026-01-01'), to: localDate('2026-05-01'), by: 'month' }))!
    expect(groups.map(({ name }) => name)).toEqual(['Tháng 1/2026', 'Tháng 2/2026', 'Tháng 3/2026', 'Tháng 4/2026'])
    for (const [index, { figures }] of groups.slice(1).entries()) expect(brokenCarryOver(groups[index]!.figures, figures)).toEqual([])
    expect(groups[1]!.figures.received.carriedOver).toBeGreaterThan(0)
  })

  test('a trend over months says of each what its report says', async () => {
    const months = monthsUpTo(localDate('2026-03-12'), 4)
    const now = instantAt(localDate('2026-03-12'), '11:00')
    const trend = await atTime(now, () => settledByMonth(leader, leader.communeId, months))
    const reports = await atTime(now, () => Promise.all(months.map((month) => settlementReport(visitor, { commune: 'bach-quang', ...month }))))
    expect(trend.map(({ settled }) => settled)).toEqual(reports.map((report) => report!.total.settled))
    expect(trend.filter(({ settled }) => settled.total > 0).length).toBeGreaterThan(2)
  })

  test('what is open at the end of any period is what the next one begins with', async () => {
    for (let run = 0; run < 10; run += 1) {
      const { from, to } = someQuestion()
      const later = addDays(to, 3 + random.whole(20))
      const now = instantAt(addDays(later, 200), '00:00')
      const [before, after] = [await atTime(now, () => settlementReport(visitor, { commune: 'bach-quang', from, to })), await atTime(now, () => settlementReport(visitor, { commune: 'bach-quang', from: to, to: later }))]
      expect(brokenCarryOver(before!.total, after!.total)).toEqual([])
    }
  })

  test('of a field or a unit counts its dossiers alone', async () => {
    const { from, to, now } = { from: firstDay, to: localDate('2026-03-01'), now: instantAt(localDate('2026-04-01'), '08:00') }
    const slow = slowFacts(stories, momentOf({ from, to }, now))
    const [fieldSlug, unitKey] = [slow[0]!.fieldSlug, slow[0]!.homeUnit!]
    const [ofField, ofUnit] = await atTime(now, () => Promise.all([settlementReport(visitor, { commune: 'bach-quang', from, to, fieldSlug }), settlementReport(visitor, { commune: 'bach-quang', from, to, unitKey })]))
    expect(pickFigures(ofField!.total)).toEqual(figuresOf(counted(slow.filter((fact) => fact.fieldSlug === fieldSlug))))
    expect(pickFigures(ofUnit!.total)).toEqual(figuresOf(counted(slow.filter((fact) => fact.homeUnit === unitKey))))
  })

  test('is the same for an officer of another commune as for anybody: figures are public', async () => {
    const asked = { commune: 'my-an', from: firstDay, to: localDate('2026-03-01') }
    expect(await settlementReport(leader, asked)).toEqual(await settlementReport(visitor, asked))
  })

  test('of a commune that is not served here is nothing', async () => {
    expect(await settlementReport(visitor, { commune: 'khong-co', from: firstDay, to: localDate('2026-03-01') })).toBeNull()
  })
})

describe('the dossiers behind a figure', () => {
  test.each(cellNames)('%s: the list is as long as the figure, and holds the very dossiers', async (cell) => {
    for (let run = 0; run < 3; run += 1) {
      const { from, to, now } = someQuestion()
      const slow = slowFacts(stories, momentOf({ from, to }, now))
      const list = await atTime(now, async () => must(await dossiersBehind(leader, { period: { from, to }, cell, size: 500 })))
      expect(list.rows.map(({ id }) => id).toSorted()).toEqual(slow.filter((fact) => isBehind(fact, cells[cell])).map(({ id }) => id).toSorted())
      expect(list.count).toBe(countOf(counted(slow), cell))
      const dueOf = new Map(slow.map(({ id, dueAt }) => [id, dueAt]))
      for (const { id, outcome, dueAt } of list.rows) if (outcome.startsWith('pending')) expect(dueAt).toEqual(dueOf.get(id))
      expect(list.next).toBeNull()
    }
  })

  test('come page by page, each once, in one order', async () => {
    const question = { period: { from: firstDay, to: localDate('2026-03-10') }, cell: 'received' as const }
    const now = instantAt(localDate('2026-03-05'), '10:00')
    const whole = await atTime(now, async () => must(await dossiersBehind(leader, { ...question, size: 500 })))
    const paged: string[] = []
    for (let after = undefined as Parameters<typeof dossiersBehind>[1]['after'], first = true; first || after !== undefined; first = false) {
      const page = await atTime(now, async () => must(await dossiersBehind(leader, { ...question, size: 7, after })))
      expect(page.count).toBe(whole.count)
      paged.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    }
    expect(paged).toEqual(whole.rows.map(({ id }) => id))
    expect(whole.count).toBeGreaterThan(50)
  })

  test('of one day of falling due are those due on that day', async () => {
    const now = instantAt(localDate('2026-02-03'), '09:00')
    const period = { from: localDate('2026-02-01'), to: localDate('2026-03-01') }
    const all = await atTime(now, async () => must(await dossiersBehind(leader, { period, cell: 'within-limit', size: 500 })))
    const day = localDate('2026-02-04')
    const ofDay = await atTime(now, async () => must(await dossiersBehind(leader, { period, cell: 'within-limit', dueOn: day, size: 500 })))
    const expected = all.rows.filter(({ dueAt }) => dueAt! >= instantAt(day, '00:00') && dueAt! < instantAt(addDays(day, 1), '00:00'))
    expect(ofDay.rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  })

  test('of overdue ones tell why that was the day, and by how much it was missed', async () => {
    const now = instantAt(localDate('2026-03-20'), '09:00')
    const { rows } = await atTime(now, async () => must(await dossiersBehind(leader, { period: { from: firstDay, to: localDate('2026-04-01') }, cell: 'late', size: 500 })))
    expect(rows.length).toBeGreaterThan(5)
    for (const { outcome, story, dueAt } of rows) {
      expect(story.lines.at(-1)?.kind).toBe('due')
      expect(story.otherDay).toBe(false)
      expect(dueAt).not.toBeNull()
      if (outcome === 'pending-overdue') expect(story.standing?.state).toBe('overdue')
      else expect(story.daysLate).toBeGreaterThanOrEqual(0)
    }
  })

  test('are closed to officers who do not answer for the figures', async () => {
    const clerk: Officer = { ...leader, roles: ['desk-officer', 'case-officer'] }
    expect(await dossiersBehind(clerk, { period: { from: firstDay, to: localDate('2026-03-01') }, cell: 'received' })).toEqual({ ok: false, problem: { code: 'forbidden' } })
  })
})

describe('a supplement that is recorded a day after it arrived', () => {
  test('ended the pause when it arrived, in the figures of the day between as well', async () => {
    const at = (day: string, time: string) => instantAt(localDate(day), time)
    const dossierId = await tellOneStory(database.owner, 'tan-quoi', { unit: 'working-day', value: 3 }, at('2026-03-02', '09:00'), (staff) => [
      [at('2026-03-02', '10:00'), { type: 'step-taken', at: at('2026-03-02', '10:00'), assigneeId: staff, step: 'settle' }],
      [at('2026-03-02', '11:00'), { type: 'supplement-requested', at: at('2026-03-02', '11:00'), requestId: staff, round: 1, atIntake: false }],
      [at('2026-03-03', '15:00'), { type: 'dossier-assigned', at: at('2026-03-03', '15:00'), assigneeId: staff }],
      // Recorded on Wednesday; it came on Tuesday at ten, and the close of Monday was not counted.
      [at('2026-03-04', '09:00'), { type: 'supplement-received', at: at('2026-03-03', '10:00'), requestId: staff, acceptBy: null, due: { firstDueAt: at('2026-03-05', '17:30'), dueAt: at('2026-03-05', '17:30'), dueOn: localDate('2026-03-05'), calendarRevision: 1 } }],
    ])
    const pausedAsOf = async (to: string) => (await settlementReport(visitor, { commune: 'tan-quoi', from: localDate('2026-03-01'), to: localDate(to) }))!.total.pending
    expect(dossierId).toBeTruthy()
    expect(await pausedAsOf('2026-03-03')).toMatchObject({ total: 1, paused: 1 })
    expect(await pausedAsOf('2026-03-04')).toMatchObject({ total: 1, paused: 0, withinLimit: 1 })
    expect(await pausedAsOf('2026-03-06')).toMatchObject({ total: 1, paused: 0, overdue: 1 })
  })
})

const pickFigures = <T extends object>(report: T) => {
  const { commune: _commune, from: _from, to: _to, asOf: _asOf, ...figures } = report as T & { commune: unknown; from: unknown; to: unknown; asOf: unknown }
  return figures
}
