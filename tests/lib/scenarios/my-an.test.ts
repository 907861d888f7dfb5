import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/identity/domain/actor'
import { communeCalendar } from '@/lib/calendar/domain/national-holidays'
import { localDate } from '@/lib/kernel/local-date'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { nationalSchedule } from '@/prisma/seed/calendar/national-schedule'
import { demonstrationSessions } from '@/prisma/seed/calendar/weekly-sessions'
import { loadMyAn } from '@/prisma/seed/scenarios/my-an/load'
import { article, fateOf, period, planMyAn } from '@/prisma/seed/scenarios/my-an/plan'
import { useDatabase } from '../../support/database'

const calendar = communeCalendar(nationalSchedule, demonstrationSessions)

describe('the plan of Mỹ An', () => {
  const planned = planMyAn(calendar)

  test('is the half year of the article: 6.047 received, 4.000 early, 2.035 on time, 12 open, none late', () => {
    const counts = { early: 0, 'on-time': 0, pending: 0, overdue: 0 }
    for (const dossier of planned) counts[fateOf(dossier, calendar)] += 1
    expect(counts).toEqual({ early: article.early, 'on-time': article.onTime, pending: article.pending, overdue: 0 })
    expect(planned.length).toBe(article.received)
  })

  test('tells each story in order, in office hours, and ends all of them in July', () => {
    for (const { receivedAt, takenAt, settledAt, resolvedAt, returnedAt } of planned) {
      const told = [receivedAt, takenAt, settledAt, resolvedAt, returnedAt]
      expect(told).toEqual(told.toSorted((a, b) => a.getTime() - b.getTime()))
      expect(returnedAt < new Date('2012-08-01T00:00:00+07:00')).toBe(true)
    }
  })

  test('is the same each time', () => {
    expect(planMyAn(calendar)).toEqual(planned)
  })
})

describe('Mỹ An in the database', () => {
  const database = useDatabase()
  /** The whole half year where there is time for it, a fortieth of it elsewhere. */
  const size = process.env.TEST_DEPTH === 'deep' ? article : { received: 150, settled: 149, pending: 1, early: 99, onTime: 50 }
  const ask = () => settlementReport(visitor, { commune: 'my-an', ...period, by: 'field' })
  let toldAfterTheCut = 0

  beforeAll(async () => {
    const cutInTheMiddle = (line: string): void => {
      if (Number.parseInt(line, 10) >= 50) throw new Error('the power went')
    }
    await expect(loadMyAn(cutInTheMiddle, size)).rejects.toThrow('the power went')
    toldAfterTheCut = await loadMyAn(() => undefined, size)
  })

  test('shows the figures of the article, field by field', async () => {
    const { total, groups } = (await ask())!
    expect(total.received).toMatchObject({ total: size.received, new: size.received, carriedOver: 0, desk: size.received })
    expect(total.settled).toEqual({ total: size.settled, early: size.early, onTime: size.onTime, overdue: 0, noLimit: 0 })
    expect(total.pending).toEqual({ total: size.pending, withinLimit: size.pending, overdue: 0, noLimit: 0, paused: 0 })
    expect(groups.map(({ name }) => name)).toEqual(expect.arrayContaining(['Hộ tịch', 'Bảo trợ xã hội', 'Đất đai']))
    expect(groups.reduce((sum, { figures }) => sum + figures.received.total, 0)).toBe(size.received)
  })

  test('leaves nothing open: what was pending was settled and returned in July', async () => {
    const july = (await settlementReport(visitor, { commune: 'my-an', from: localDate('2012-07-01'), to: localDate('2012-08-01') }))!.total
    expect(july.received).toMatchObject({ carriedOver: size.pending, new: 0 })
    expect(july.settled).toMatchObject({ total: size.pending, overdue: 0 })
    const { rows } = await database.owner.query('select stage, count(*)::int as count from dossier group by stage')
    expect(rows).toEqual([{ stage: 'returned', count: size.received }])
  })

  test('keeps an unbroken chain whose events were recorded when they occurred, one after the other', async () => {
    const { rows } = await database.owner.query(`
      select count(*)::int as events, count(*) filter (where (e).hash <> mc_event_hash(e))::int as forged, count(*) filter (where (e).recorded_at <> (e).occurred_at)::int as elsewhen,
        count(*) filter (where (e).previous_hash <> coalesce(before, ''))::int as unlinked, count(*) filter (where (e).occurred_at < earlier)::int as backward
      from (select e, lag(hash) over (order by seq) as before, lag(occurred_at) over (order by seq) as earlier from dossier_event e) told`)
    expect(rows).toEqual([{ events: size.received * 5, forged: 0, elsewhen: 0, unlinked: 0, backward: 0 }])
  })

  test('gives codes and register numbers of the time, without gaps', async () => {
    const { rows } = await database.owner.query('select min(register_number) as first, max(register_number) as last, count(distinct register_number)::int as count, min(code) as code from dossier')
    expect(rows[0]).toMatchObject({ first: 1, last: size.received, count: size.received })
    expect(rows[0].code).toMatch(/^Z99\.10\.02-1201\d\d-0001$/)
  })

  test('sends nobody a message: all of it was sent long ago', async () => {
    const { rows } = await database.owner.query('select count(*)::int as all, count(*) filter (where done_at is null)::int as waiting from outbox')
    expect(rows).toEqual([{ all: size.received * 3, waiting: 0 }])
  })

  test('loaded again changes nothing', async () => {
    expect(await loadMyAn(() => undefined, size)).toBe(0)
  })

  test('cut in the middle went on with what was missing', () => {
    expect(toldAfterTheCut).toBeGreaterThan(0)
    expect(toldAfterTheCut).toBeLessThan(size.received * 5)
  })

  test('its versions of 2012 hold for no filing of today', async () => {
    const { rows } = await database.owner.query('select distinct effective_to < current_date as over, decision, cardinality(unverified) > 0 as unverified from procedure_version where only_commune_id is not null')
    expect(rows).toEqual([{ over: true, decision: 'Dữ liệu trình diễn', unverified: true }])
  })
})
