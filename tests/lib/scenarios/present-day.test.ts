import { beforeAll, describe, expect, test } from 'vitest'
import { visitor, type Officer } from '@/lib/identity/domain/actor'
import { addDays, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { onTimeRate } from '@/lib/reports/domain/settlement'
import { awaitingApproval } from '@/lib/reports/queries/awaiting-approval'
import { dueNext } from '@/lib/reports/queries/due-next'
import { leaderOverview } from '@/lib/reports/queries/leader-overview'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { personalIdWarnings, readPersonalId } from '@/lib/identity/domain/person'
import { validateForm } from '@/lib/procedures/domain/form-validation'
import { formById } from '@/lib/procedures/forms/catalogue'
import { answersFor } from '@/prisma/seed/scenarios/present-day/answers'
import { loadPresentDay } from '@/prisma/seed/scenarios/present-day/load'
import { persona } from '@/prisma/seed/scenarios/present-day/people'
import { monthPeriod } from '@/lib/reports/domain/period'
import { useDatabase } from '../../support/database'

const database = useDatabase()
/** A Wednesday morning. */
const wednesday = new Date('2026-11-18T10:05:00+07:00')
let leader: Officer
let tookMs = 0

beforeAll(async () => {
  const begun = performance.now()
  await atTime(wednesday, () => loadPresentDay(() => undefined))
  tookMs = performance.now() - begun
  const { rows } = await database.owner.query(`select m.id, m.unit_id, m.commune_id from staff_member m join commune c on c.id = m.commune_id where c.slug = 'bach-quang' and 'leader' = any(roles) order by m.id`)
  leader = { kind: 'officer', accountId: rows[0].id, staffId: rows[0].id, communeId: rows[0].commune_id, unitId: rows[0].unit_id, unitKey: 'committee', roles: ['leader'], name: 'A', title: 'Chủ tịch' }
})

const count = async (sql: string): Promise<number> => Number((await database.owner.query(`select count(*) from ${sql}`)).rows[0].count)

describe('the present day of Bách Quang', () => {
  test('has about 120 dossiers, in every stage', async () => {
    const { rows } = await database.owner.query('select stage, count(*)::int as count from dossier group by stage')
    const stages = Object.fromEntries(rows.map(({ stage, count: of }) => [stage, of]))
    expect(Object.keys(stages).toSorted()).toEqual(['discontinued', 'in-progress', 'received', 'refused', 'resolved', 'returned', 'submitted', 'voided', 'withdrawn'])
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBeGreaterThanOrEqual(115)
    expect(stages).toMatchObject({ submitted: 7, voided: 1, discontinued: 1 })
  })

  test('has dossiers at each step, paused ones, some rated, some turned away', async () => {
    for (const key of ['settle', 'appraise', 'approve', 'seal']) expect(await count(`dossier where stage = 'in-progress' and step_key = '${key}'`), key).toBeGreaterThan(0)
    expect(await count(`dossier where clock = 'paused'`)).toBe(4)
    expect(await count(`dossier where settled_on_the_spot`)).toBe(18)
    expect(await count('rating')).toBeGreaterThan(15)
    expect(await count('contact_record')).toBe(2)
    expect(await count(`dossier where stage = 'submitted' and awaiting = 'supplement'`)).toBe(2)
  })

  test('has three late ones with a reason each, and something due today and tomorrow', async () => {
    const overview = must(await atTime(wednesday, () => leaderOverview(leader, monthPeriod(localDateOf(wednesday)), 'previous')))
    expect(overview.late.rows.map(({ reason }) => reason !== null)).toEqual([true, true, true])
    expect(overview.late.rows.filter(({ apologised }) => apologised)).toHaveLength(1)
    expect(overview.next!.days.slice(0, 2).map(({ count: due }) => due > 1)).toEqual([true, true])
    expect(overview.next!.capacity).toBeGreaterThan(0)
    expect((await atTime(wednesday, async () => must(await awaitingApproval(leader)))).length).toBeGreaterThan(2)
    expect((await atTime(wednesday, () => dueNext(leader))).atRiskIds.length).toBeGreaterThan(0)
  })

  test('was on time in 96 to 98 of 100 over the last sixty days', async () => {
    const today = localDateOf(wednesday)
    const { total } = (await atTime(wednesday, () => settlementReport(visitor, { commune: 'bach-quang', from: addDays(today, -70), to: addDays(today, 1) })))!
    expect(total.settled.overdue).toBe(2)
    expect(onTimeRate(total)).toBeGreaterThan(0.96)
    expect(onTimeRate(total)).toBeLessThan(0.985)
  })

  test('tells nothing of the future, and nothing at night', async () => {
    expect(await count(`dossier_event where occurred_at > '${wednesday.toISOString()}'`)).toBe(0)
    expect(await count(`dossier_event where extract(hour from occurred_at at time zone 'Asia/Ho_Chi_Minh') not between 7 and 17`)).toBe(0)
    expect(await count(`(select occurred_at, lag(occurred_at) over (order by seq) as earlier from dossier_event) told where occurred_at < earlier`)).toBe(0)
  })

  test('sends nobody a message of days gone by', async () => {
    expect(await count(`outbox where done_at is null and created_at < now() - interval '1 day'`)).toBe(0)
    expect(await count('outbox')).toBeGreaterThan(200)
  })

  test('loaded again on another day changes nothing', async () => {
    const before = await count('dossier_event')
    await atTime(new Date('2026-12-01T09:00:00+07:00'), () => loadPresentDay(() => undefined))
    expect(await count('dossier_event')).toBe(before)
  })

  test('is loaded in seconds, so that a first start stays short', () => {
    expect(tookMs).toBeLessThan(60_000)
  })
})

describe('the people in it', () => {
  test('have numbers that agree with their sex and year of birth, so that no desk is warned about them', () => {
    for (let n = 0; n < 130; n += 1) {
      const { personalId, sex, birth } = persona(n)
      expect(personalIdWarnings(must(readPersonalId(personalId)), { sex, birth: birth as never })).toEqual([])
    }
  })

  test.each(['marital-status-1', 'general-1'])('answer the form %s without anything amiss', (id) => {
    for (let n = 0; n < 6; n += 1) expect(validateForm(formById(id), answersFor(formById(id), persona(n), 'Trợ cấp'), localDate('2026-11-18'))).toEqual([])
  })
})
