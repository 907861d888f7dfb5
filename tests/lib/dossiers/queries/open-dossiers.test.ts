import { beforeAll, describe, expect, test } from 'vitest'
import { nextWorkingDay } from '@/lib/calendar/domain/calendar-days'
import { calendarOf } from '@/lib/calendar/store'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { urgencies, urgencyOf } from '@/lib/dossiers/domain/urgency'
import { certifiedToday } from '@/lib/dossiers/queries/certified-today'
import { officerCounts } from '@/lib/dossiers/queries/officer-counts'
import { openDossiers, type QueueFilter, type QueueRow } from '@/lib/dossiers/queries/open-dossiers'
import { resolvedDossiers } from '@/lib/dossiers/queries/resolved-dossiers'
import { searchDossiers } from '@/lib/dossiers/queries/search-dossiers'
import { submittedDossiers } from '@/lib/dossiers/queries/submitted-dossiers'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { instantAt, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { aDossier, anOnTheSpot, CERTIFIED_COPY, names, received, submitted } from '@/tests/builders/dossiers'
import { aCitizen, officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { statementsOf } from '@/tests/support/statements'

const database = useDatabase()
let people: People
const at = (day: string, time: string) => instantAt(localDate(day), time)
const NOW = at('2026-11-25', '10:05')
const looking = <T>(work: () => Promise<T>): Promise<T> => atTime(NOW, work)
/** Limits of every kind at every distance: what the database and the domain must call by the same name. */
const limits: TimeLimit[] = [{ unit: 'working-day', value: 3 }, { unit: 'working-day', value: 15 }, { unit: 'working-hour', value: 8 }, { unit: 'half-day', value: 1 }, { unit: 'clock-hour', value: 24 }, { unit: 'calendar-day', value: 5 }, { unit: 'same-day' }]

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  const days = ['2026-11-09', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-25']
  for (const [index, day] of days.entries()) {
    for (const [turn, limit] of limits.entries()) {
      const dossier = await atTime(at(day, index % 2 === 0 ? '08:00' : '09:40'), () => received(people.desk, { applicant: { fullName: names[(index + turn) % names.length] } }))
      // Every kind of limit comes by data; here it is laid on before anything is late.
      await withLimit(dossier.dossierId, limit, at(day, '09:40'))
      if (turn % 3 === 0) must(await atTime(at(day, '09:50'), () => takeDossier(people.caseOfficer, dossier)))
      if (turn === 3 && index > 0) must(await atTime(at(day, '09:55'), () => requestSupplement(people.caseOfficer, { dossierId: dossier.dossierId, missing: [{ documentKey: null, name: 'Giấy', sentence: 'thiếu' }], reason: 'Thiếu', deadlineOn: null })))
    }
  }
}, 120_000)

/** The row as if it had been received under another limit. As the owner, with the rules off: no use case does this. */
async function withLimit(dossierId: string, limit: TimeLimit, receivedAt: Date): Promise<void> {
  const { dueMoment } = await import('@/lib/calendar/domain/due-moment')
  const { calendar } = await calendarOf(people.desk.communeId)
  const { dueAt, dueOn } = must(dueMoment({ receivedAt, limit, calendar, pauses: [] }))
  await database.owner.query('alter table dossier disable trigger user')
  await database.owner.query('update dossier set time_limit = $2, due_at = $3, first_due_at = $3, due_on = $4 where id = $1', [dossierId, JSON.stringify(limit), dueAt, dueOn])
  await database.owner.query('alter table dossier enable trigger user')
}

async function allPages(officer: Officer, filter: QueueFilter, size: number): Promise<QueueRow[]> {
  const rows: QueueRow[] = []
  for (let after: string | null = null; ; ) {
    const page = await looking(() => openDossiers(officer, { ...filter, after }, size))
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}

describe('the queue', () => {
  test('names the urgency of every dossier as the domain does', async () => {
    const { calendar } = await calendarOf(people.desk.communeId)
    const { rows } = await looking(() => openDossiers(people.head, { scope: 'all' }, 100))
    const next = nextWorkingDay(calendar, localDateOf(NOW))!
    const limitOf = new Map((await database.owner.query<{ id: string; time_limit: TimeLimit; clock: string; paused_since: Date | null }>('select id, time_limit, clock, paused_since from dossier')).rows.map((row) => [row.id, row]))
    expect(rows.length).toBe(42)
    for (const row of rows) {
      const { time_limit, clock, paused_since } = limitOf.get(row.id)!
      const due = row.dueAt === null ? null : { dueAt: row.dueAt, unit: time_limit.unit }
      expect(row.urgency, row.code).toBe(urgencyOf(NOW, due, clock === 'paused' ? { state: 'paused', since: paused_since! } : { state: 'running' }, next))
      expect(row.urgency === 'overdue', row.code).toBe(row.standing.state === 'overdue')
    }
    expect(new Set(rows.map(({ urgency }) => urgency))).toEqual(new Set(urgencies))
  })

  test('is sorted by urgency, then by due moment, and pages of any size give every row once', async () => {
    const whole = await allPages(people.head, { scope: 'all' }, 100)
    for (const size of [1, 5, 7]) expect((await allPages(people.head, { scope: 'all' }, size)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    const ranks = whole.map(({ urgency }) => urgencies.indexOf(urgency))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })

  test('has counts that add up to all and agree with the rows of each filter', async () => {
    const { counts } = await looking(() => openDossiers(people.head, { scope: 'all' }))
    expect(urgencies.reduce((sum, urgency) => sum + counts[urgency], 0)).toBe(counts.all)
    for (const urgency of urgencies) expect((await allPages(people.head, { scope: 'all', urgency }, 100)).length).toBe(counts[urgency])
  })

  test('shows each officer what waits for the own hand: assigned, or for the role in the unit', async () => {
    const [mine, heads, others] = [await allPages(people.caseOfficer, {}, 100), await allPages(people.head, {}, 100), await allPages(await officerOf(database.owner, 'bach-quang', 'kinhte'), {}, 100)]
    expect(mine.length).toBe(42)
    expect(mine.filter(({ assignee }) => assignee !== null).every(({ assignee }) => assignee!.id === people.caseOfficer.staffId)).toBe(true)
    expect([heads.length, others.length]).toEqual([0, 0])
  })

  test('filters by step, channel, field and day of receipt', async () => {
    expect((await allPages(people.head, { scope: 'all', channel: 'online' }, 50)).length).toBe(0)
    expect((await allPages(people.head, { scope: 'all', step: 'settle', field: 'ho-tich' }, 50)).length).toBe(42)
    expect((await allPages(people.head, { scope: 'all', receivedFrom: localDate('2026-11-23') }, 50)).length).toBe(14)
  })

  test('costs two statements, however long it is', async () => {
    await looking(() => openDossiers(people.head, { scope: 'all' }))
    const { statements } = await looking(() => statementsOf(() => openDossiers(people.head, { scope: 'all' }, 20)))
    expect(statements).toHaveLength(2)
  })

  test('reads a cursor that is not one of ours as the first page', async () => {
    const first = await looking(() => openDossiers(people.head, { scope: 'all' }, 5))
    for (const after of ['x', '', 'W10', Buffer.from('{"a":1}').toString('base64url')]) {
      expect((await looking(() => openDossiers(people.head, { scope: 'all', after }, 5))).rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
    }
  })
})

describe('the other lists', () => {
  test('online filings wait in the order in which the desk must answer; who has to supplement stands last', async () => {
    const citizen = await aCitizen(database.owner)
    const [older, newer] = [await atTime(at('2026-11-25', '08:00'), () => submitted(citizen, people.desk.communeId)), await atTime(at('2026-11-25', '09:00'), () => submitted(citizen, people.desk.communeId))]
    must(await looking(() => requestSupplement(people.desk, { dossierId: older.dossierId, missing: [{ documentKey: null, name: 'Ảnh', sentence: 'chụp lại' }], reason: 'Mờ', deadlineOn: null })))
    const { rows } = await looking(() => submittedDossiers(people.desk))
    expect(rows.map(({ code, standing }) => [code, standing.state])).toEqual([[newer.code, 'within-limit'], [older.code, 'paused']])
    const paged = await looking(() => submittedDossiers(people.desk, {}, 1))
    expect((await looking(() => submittedDossiers(people.desk, { after: paged.next }, 1))).rows.map(({ code }) => code)).toEqual([older.code])
    expect(await looking(() => officerCounts(people.desk))).toEqual({ queue: 0, submitted: 1, toReturn: 0 })
  })

  test('results to hand over show their number and what is still owed', async () => {
    const { code } = await aDossier(people, 'resolved')
    const { rows } = await resolvedDossiers(people.desk)
    expect(rows).toMatchObject([{ code, resultNumber: `1/${localDateOf(new Date()).slice(0, 4)}`, owedVnd: 0, outcome: 'granted' }])
    expect((await officerCounts(people.desk)).toReturn).toBe(1)
  })

  test('the search finds a code, a part of it, a name without marks, and a whole personal number', async () => {
    const { code } = await received(people.desk, { applicant: { fullName: 'Lò Thị Phượng Vĩ', personalId: '087194000999' } })
    for (const typed of [code, code.toLowerCase(), 'phuong vi', 'PHƯỢNG', '087194000999', '087 194 000 999']) {
      expect((await searchDossiers(people.desk, typed)).map((row) => row.code), typed).toContain(code)
    }
    for (const typed of ['', '   ', 'khong co ai', '087194000998', '%', '_']) expect((await searchDossiers(people.desk, typed)).map((row) => row.code), typed).not.toContain(code)
    const { statements } = await statementsOf(() => searchDossiers(people.desk, 'phuong'))
    expect(statements).toHaveLength(1)
  })

  test('what was certified today stands with its numbers and the cash of the day', async () => {
    const first = must(await settleOnTheSpot(people.desk, anOnTheSpot({ pages: 3, copies: 2 })))
    const second = must(await settleOnTheSpot(people.desk, anOnTheSpot({ exemption: 'Hộ nghèo' })))
    const today = await certifiedToday(people.desk)
    // Two pages at 2,000 and one at 1,000, two copies.
    expect(first.feeVnd).toBe(10_000)
    expect(second.feeVnd).toBe(0)
    expect(today).toMatchObject({ count: 2, paidVnd: 10_000 })
    expect(today.rows.map(({ number }) => number)).toEqual([`2/${localDateOf(new Date()).slice(0, 4)}`, `1/${localDateOf(new Date()).slice(0, 4)}`])
    expect(today.rows[0]).toMatchObject({ code: second.code, procedureName: expect.stringContaining('ản sao') })
    expect(CERTIFIED_COPY).toBe('2.000815')
  })
})
