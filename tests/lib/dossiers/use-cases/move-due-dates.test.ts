import { beforeEach, describe, expect, test } from 'vitest'
import type { CalendarRule } from '@/lib/calendar/domain/calendar-rule'
import { dayOf } from '@/lib/calendar/domain/calendar-days'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { swapEntries } from '@/lib/calendar/inputs/entries'
import { calendarOf, calendarRules, forgetCalendar } from '@/lib/calendar/store'
import { dossiersMovedBy } from '@/lib/dossiers/queries/dossiers-moved-by'
import { openDueAhead } from '@/lib/dossiers/store/due-store'
import { changeCalendar, type ChangeCalendarInput } from '@/lib/dossiers/use-cases/move-due-dates'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { roles } from '@/lib/identity/domain/permissions'
import { localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { received } from '@/tests/builders/dossiers'
import { officerOf, peopleOf, type People } from '@/tests/builders/people'
import { at, entry, wall } from '@/tests/lib/calendar/calendars'
import { useDatabase } from '@/tests/support/database'
import { brokenInvariants } from '@/tests/support/filing'

const database = useDatabase()
/** Each test has a commune of its own, so that what one enters does not reach another. */
const slugs = ['tan-quoi', 'my-an', 'bach-quang', 'tu-ky', 'khe-sanh', 'lao-bao', 'a-doi', 'a-tuc', 'a-xing', 'ba-tang', 'huc', 'huong-lap']
let people: People
let administrator: Officer

beforeEach(async () => {
  const slug = slugs.shift()!
  people = await peopleOf(database.owner, slug)
  administrator = await officerOf(database.owner, slug, 'quantri')
})

const decision = { number: '12/TB-UBND', issuedOn: localDate('2026-11-03'), source: 'Thông báo của UBND xã' }
const closed = (...days: string[]): CalendarRule[] => days.map((on) => ({ rule: 'day', entry: entry(on, { kind: 'closure', closed: 'whole-day', name: 'bão' }) }))
const adding = (add: readonly CalendarRule[]): ChangeCalendarInput => ({ change: { add, withdraw: [] }, decision, revision: null })
const change = (moment: string, input: ChangeCalendarInput) => atTime(at(moment), () => changeCalendar(administrator, input))
/** Three working days: from Monday 2/11/2026 09:00 due on Thursday 5/11 17:30. */
const receivedAt = async (moment: string) => (await atTime(at(moment), () => received(people.desk))).dossierId
const dueOf = async (dossierId: string): Promise<string> =>
  wall((await database.owner.query<{ due_at: Date }>('select due_at from dossier where id = $1', [dossierId])).rows[0]!.due_at)
const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

describe('a closure that a commune enters', () => {
  test('moves the open dossiers that are still ahead, each with an event that names the decision, and no other', async () => {
    const [behind, ended, ahead] = [await receivedAt('2026-10-26 09:00'), await receivedAt('2026-11-02 08:00'), await receivedAt('2026-11-02 09:00')]
    must(await atTime(at('2026-11-03 08:00'), () => withdrawDossier(people.desk, { dossierId: ended, reason: 'Đổi ý' })))
    expect(must(await change('2026-11-03 09:00', adding(closed('2026-11-04'))))).toMatchObject({ revision: 2, added: 1, moved: 1 })
    expect([await dueOf(behind), await dueOf(ended), await dueOf(ahead)]).toEqual(['2026-10-29 17:30', '2026-11-05 17:30', '2026-11-06 17:30'])
    const { rows } = await database.owner.query(`select dossier_id, payload ->> 'decision' as decision, due_at, actor_id from dossier_event where type = 'due-date-moved' and commune_id = $1`, [people.desk.communeId])
    expect(rows).toEqual([{ dossier_id: ahead, decision: '12/TB-UBND', due_at: at('2026-11-06 17:30'), actor_id: administrator.staffId }])
    expect(await brokenInvariants(database.owner)).toEqual({})
  })

  test('entered at the due moment itself moves nothing: late stays late', async () => {
    const dossierId = await receivedAt('2026-11-02 09:00')
    expect(must(await change('2026-11-05 17:30', adding(closed('2026-11-05'))))).toMatchObject({ moved: 0 })
    expect(await dueOf(dossierId)).toBe('2026-11-05 17:30')
  })

  test('a minute earlier, it moves', async () => {
    const dossierId = await receivedAt('2026-11-02 09:00')
    expect(must(await change('2026-11-05 17:29', adding(closed('2026-11-05'))))).toMatchObject({ moved: 1 })
    expect(await dueOf(dossierId)).toBe('2026-11-06 17:30')
  })

  test('is shown beforehand as it will be saved', async () => {
    await receivedAt('2026-10-26 09:00')
    await receivedAt('2026-10-30 09:00')
    const dossierId = await receivedAt('2026-11-02 09:00')
    const preview = must(await atTime(at('2026-11-03 09:00'), () => dossiersMovedBy(administrator, { add: closed('2026-11-05'), withdraw: [] })))
    expect(preview).toMatchObject({ added: 1, unmoved: 1, behind: 1, moved: [{ id: dossierId, from: at('2026-11-05 17:30'), to: at('2026-11-06 17:30') }] })
    expect(await dueOf(dossierId)).toBe('2026-11-05 17:30')
    expect(must(await change('2026-11-03 09:00', { ...adding(closed('2026-11-05')), revision: preview.revision })).moved).toBe(preview.moved.length)
  })

  test('that is withdrawn brings the day back, never before the one on the slip', async () => {
    const [early, later] = [await receivedAt('2026-11-02 09:00'), await receivedAt('2026-11-02 16:30')]
    must(await change('2026-11-03 09:00', adding(closed('2026-11-04'))))
    // Received under the closure: its slip says 9/11 already. Hướng Hóa closes at 17:00 in winter.
    const under = await receivedAt('2026-11-03 10:00')
    expect(await dueOf(under)).toBe('2026-11-09 17:00')
    const [rule] = (await inCommune(administrator, calendarRules)).filter(({ entry: told }) => told.layer === 'commune' && 'name' in told && told.name === 'bão')
    must(await change('2026-11-03 11:00', { change: { add: [], withdraw: [rule!.id] }, decision, revision: null }))
    expect([await dueOf(early), await dueOf(later), await dueOf(under)]).toEqual(['2026-11-05 17:00', '2026-11-05 17:00', '2026-11-09 17:00'])
  })

  test('counts for a dossier that waits for a supplement when its pause ends', async () => {
    const dossierId = await receivedAt('2026-11-02 09:00')
    must(await atTime(at('2026-11-03 09:00'), () => requestSupplement(people.desk, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    // The moment in force when the pause began lies behind by now, so the change itself touches nothing.
    expect(must(await change('2026-11-09 09:00', adding(closed('2026-11-12')))).moved).toBe(0)
    must(await atTime(at('2026-11-10 09:00'), () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    // Closes of 3, 4, 5, 6 and 9/11 passed in the pause: 5/11 moves to 12/11, which is closed.
    expect(await dueOf(dossierId)).toBe('2026-11-13 17:00')
  })
})

describe('whoever changes the calendar', () => {
  test('is an administrator of the commune: nobody else may look or save', async () => {
    const answers = await Promise.all(roles.filter((role) => role !== 'administrator').flatMap((role) => [
      changeCalendar({ ...administrator, roles: [role] }, adding(closed('2026-12-02'))), dossiersMovedBy({ ...administrator, roles: [role] }, { add: closed('2026-12-02'), withdraw: [] }),
    ]))
    expect(new Set(answers.map((answer) => (answer.ok ? 'done' : answer.problem.code)))).toEqual(new Set(['forbidden']))
  })

  test('signs with the own name and the own layer, whatever the form says', async () => {
    const forged: CalendarRule = { rule: 'day', entry: entry('2026-12-02', { kind: 'closure', closed: 'whole-day', layer: 'nation', author: 'Chính phủ' }) }
    must(await changeCalendar(administrator, adding([forged])))
    const [rule] = (await inCommune(administrator, calendarRules)).filter((each) => each.rule === 'day' && each.entry.on === '2026-12-02')
    expect(rule!.entry).toMatchObject({ layer: 'commune', author: administrator.name })
  })

  test('hears when a colleague was faster: of two at once with one preview, one is saved', async () => {
    const preview = must(await dossiersMovedBy(administrator, { add: closed('2026-12-02'), withdraw: [] }))
    const answers = await Promise.all(['2026-12-02', '2026-12-03'].map((day) => changeCalendar(administrator, { ...adding(closed(day)), revision: preview.revision })))
    expect(answers.map((answer) => (answer.ok ? 'saved' : answer.problem.code)).toSorted()).toEqual(['calendar-changed', 'saved'])
  })

  test('may send the same twice: the second time there is nothing new', async () => {
    const [off, worked] = swapEntries({ dayOff: localDate('2026-12-31'), madeUpOn: localDate('2026-12-26'), name: 'Nghỉ liền', source: 'Thông báo', provisional: false, scheduleYear: null }, { layer: 'commune', author: '' })
    const swap: CalendarRule[] = [{ rule: 'day', entry: off }, { rule: 'day', entry: worked }]
    expect(must(await changeCalendar(administrator, adding(swap))).added).toBe(2)
    expect(await changeCalendar(administrator, adding(swap))).toMatchObject({ ok: false, problem: { code: 'nothing-new' } })
    const [half] = (await inCommune(administrator, calendarRules)).filter((each) => each.rule === 'day' && each.entry.on === '2026-12-31')
    expect(must(await changeCalendar(administrator, { change: { add: [], withdraw: [half!.id] }, decision, revision: null })).withdrawn).toBe(2)
  })
})

test('receptions at the same time as a change are all counted under the calendar that stands', async () => {
  const { communeId } = people.desk
  await Promise.all([
    ...Array.from({ length: 30 }, () => received(people.desk)),
    ...['2026-11-24', '2026-11-26', '2026-11-27'].map(async (day) => must(await changeCalendar(administrator, adding(closed(day))))),
    ...Array.from({ length: 30 }, () => received(people.otherDesk)),
  ])
  forgetCalendar(communeId)
  const { calendar } = await calendarOf(communeId)
  const open = await inCommune(administrator, (tx) => openDueAhead(tx, new Date(), false))
  expect(open).toHaveLength(60)
  for (const row of open) expect(wall(row.due.dueAt)).toBe(wall(must(dueMoment({ receivedAt: row.receivedAt, limit: row.limit, calendar, pauses: [] })).dueAt))
})

test('an entry of the nation that is put right in place reaches the commune without a revision of its own', async () => {
  const { communeId } = people.desk
  const kindOn = async () => dayOf((await calendarOf(communeId)).calendar, localDate('2026-11-24')).kind
  expect(await kindOn()).toBe('holiday')
  const changed = await database.owner.query(`update calendar_entry set entry = jsonb_set(entry, '{entry,on}', '"2026-11-25"') where entry -> 'entry' ->> 'on' = '2026-11-24'`)
  expect(changed.rowCount).toBe(1)
  forgetCalendar(communeId)
  expect(await kindOn()).toBe('working')
})
