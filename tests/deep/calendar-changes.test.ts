import { beforeAll, expect, test } from 'vitest'
import type { CalendarRule } from '@/lib/calendar/domain/calendar-rule'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { calendarOf, calendarRules, forgetCalendar } from '@/lib/calendar/store'
import { openDueAhead } from '@/lib/dossiers/store/due-store'
import { changeCalendar } from '@/lib/dossiers/use-cases/move-due-dates'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { addDays, instantAt, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { received } from '@/tests/builders/dossiers'
import { officerOf, peopleOf, type People } from '@/tests/builders/people'
import { entry } from '@/tests/lib/calendar/calendars'
import { randomFrom } from '@/tests/lib/reports/random-stories'
import { useDatabase } from '@/tests/support/database'
import { brokenInvariants } from '@/tests/support/filing'

const database = useDatabase()
const TURNS = 600
let people: People
let administrator: Officer

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
})

const decision = { number: '1/TB-UBND', issuedOn: localDate('2026-11-02'), source: 'Thông báo của UBND phường' }
const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

/** Each change of a due moment, with the moment before it and, where a pause ended there, when that pause was recorded. */
const MOVES = `
  select e.type, e.recorded_at, e.before, e.due_at, (select max(p.recorded_at) from dossier_pause p where p.dossier_id = e.dossier_id and p.until = e.occurred_at) as pause_recorded_at
  from (select *, lag(due_at) over (partition by dossier_id order by seq) as before from dossier_event) e
  where e.before is not null and e.due_at is distinct from e.before`

test('closures that come and go, pauses and receptions in any order: late stays late, and what is ahead is as the calendar in force has it', { timeout: 900_000 }, async () => {
  const random = randomFrom(20261122)
  let clock = instantAt(localDate('2026-11-02'), '08:00')
  const dossiers: string[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    clock = new Date(clock.getTime() + 60_000 * (1 + random.whole(9 * 60)))
    const [at, some] = [clock, dossiers.length === 0 ? null : random.pick(dossiers)]
    await atTime(at, async () => {
      const what = random.whole(10)
      if (what < 3 || some === null) dossiers.push((await received(people.desk)).dossierId)
      else if (what < 5) await requestSupplement(people.desk, { dossierId: some, missing, reason: 'Thiếu', deadlineOn: null })
      else if (what < 7) await supplySupplement(people.desk, { dossierId: some, arrivedAt: null, handedIn: [] })
      else if (what < 8 && random.chance(0.2)) await withdrawDossier(people.desk, { dossierId: some, reason: 'Đổi ý' })
      else await changeSomething(random, at)
    })
  }
  const { rows } = await database.owner.query<{ type: string; recorded_at: Date; before: Date; due_at: Date; pause_recorded_at: Date | null }>(MOVES)
  const types = new Set(rows.map(({ type }) => type))
  expect([...types].toSorted()).toEqual(['due-date-moved', 'supplement-received'])
  expect(rows.length).toBeGreaterThan(50)
  for (const { type, recorded_at, before, pause_recorded_at } of rows) {
    const recorded = type === 'supplement-received' ? pause_recorded_at! : recorded_at
    expect(recorded.getTime()).toBeLessThan(before.getTime())
  }
  const { rows: early } = await database.owner.query('select code from dossier where due_at < first_due_at')
  expect(early).toEqual([])
  expect(await brokenInvariants(database.owner)).toEqual({})
})

type Random = ReturnType<typeof randomFrom>

/** A closure of a day to come, or the withdrawal of one; then every dossier ahead is counted anew and compared. */
async function changeSomething(random: Random, at: Date): Promise<void> {
  const own = (await inCommune(administrator, calendarRules)).filter((rule) => rule.entry.layer === 'commune' && rule.rule === 'day')
  const on = addDays(localDateOf(at), random.whole(12) - 2)
  const add: CalendarRule[] = [{ rule: 'day', entry: entry(on, { kind: 'closure', closed: random.chance(0.7) ? 'whole-day' : ['afternoon'] }) }]
  const withdraw = own.length > 0 && random.chance(0.4)
  const saved = await changeCalendar(administrator, { change: withdraw ? { add: [], withdraw: [random.pick(own).id] } : { add, withdraw: [] }, decision, revision: null })
  if (!saved.ok) return expect(saved.problem.code).toBe('nothing-new')
  forgetCalendar(administrator.communeId)
  const { calendar } = await calendarOf(administrator.communeId)
  for (const { receivedAt, limit, pauses, due } of await inCommune(administrator, (tx) => openDueAhead(tx, at, false))) {
    const counted = must(dueMoment({ receivedAt, limit, calendar, pauses: pauses.map(({ since, until }) => ({ start: since, end: until })) })).dueAt
    expect(due.dueAt).toEqual(counted < due.firstDueAt ? due.firstDueAt : counted)
  }
}
