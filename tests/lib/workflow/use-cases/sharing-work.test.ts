import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/calendar/store'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { lateSteps } from '@/lib/dossiers/queries/late-steps'
import { officerCounts } from '@/lib/dossiers/queries/officer-counts'
import { openDossiers } from '@/lib/dossiers/queries/open-dossiers'
import { sharePreview } from '@/lib/dossiers/queries/share-preview'
import { staffForStep } from '@/lib/dossiers/queries/staff-for-step'
import { takenFromMe } from '@/lib/dossiers/queries/taken-from-me'
import { loadsOf } from '@/lib/dossiers/store/share-plan'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { assignDossier } from '@/lib/dossiers/use-cases/assign-dossier'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { recallStep } from '@/lib/dossiers/use-cases/recall-step'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { assignFairly, shareOutDossiers } from '@/lib/dossiers/use-cases/share-out'
import { skipStep } from '@/lib/dossiers/use-cases/skip-step'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { takeOver } from '@/lib/dossiers/use-cases/take-over'
import type { Officer } from '@/lib/identity/domain/actor'
import { addDays, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { atTime, now } from '@/lib/platform/clock'
import { sameHand } from '@/lib/reports/queries/same-hand'
import { absences } from '@/lib/workflow/queries/absences'
import { endAbsence } from '@/lib/workflow/use-cases/end-absence'
import { recordAbsence } from '@/lib/workflow/use-cases/record-absence'
import { setPolicy } from '@/lib/workflow/use-cases/set-policy'
import { aDossier, received } from '@/tests/builders/dossiers'
import { officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { statementsOf } from '@/tests/support/statements'
import { at } from '../../calendar/calendars'

const database = useDatabase()
let people: People
let second: Officer
let economyHead: Officer
/** A Monday morning; Tuesday is a day off of 2026, Wednesday is worked. */
const MONDAY = at('2026-11-30 08:00')
const on = <T>(moment: string, work: () => Promise<T>): Promise<T> => atTime(at(moment), work)
const because = { reason: 'Đồng nghiệp đi học' }

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  second = await officerOf(database.owner, 'bach-quang', 'tuphap2')
  economyHead = await officerOf(database.owner, 'bach-quang', 'truongkinhte')
  // The first dossier of a process compiles its calendar.
  await received(people.desk)
}, 120_000)

/** The officer as a session would say today, with those for whom they stand in. */
async function asToday(officer: Officer): Promise<Officer> {
  const { rows } = await database.owner.query<{ s: Officer['standsInFor'] }>('select mc_stands_in_for($1, $2, $3::date) as s', [officer.communeId, officer.staffId, localDateOf(now())])
  return { ...officer, standsInFor: rows[0]!.s }
}

const codeOf = async (dossierId: string): Promise<string> => (await database.owner.query('select code from dossier where id = $1', [dossierId])).rows[0].code
const stateOf = async (dossierId: string) => (await database.owner.query<{ assignee_id: string | null; step_key: string; stage: string }>('select assignee_id, step_key, stage from dossier where id = $1', [dossierId])).rows[0]!

describe('fair assignment', () => {
  test('gives to whoever has the least in hand, and the next to the other', async () => {
    const given: (string | null)[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      const { dossierId } = await aDossier(people)
      must(await assignFairly(people.head, { dossierId }))
      given.push((await stateOf(dossierId)).assignee_id)
    }
    expect(given.toSorted()).toEqual([people.caseOfficer.staffId, people.caseOfficer.staffId, second.staffId, second.staffId].toSorted())
    expect(given[0]).not.toBe(given[1])
  })

  test('is for the head of the unit and the leader alone', async () => {
    const { dossierId } = await aDossier(people)
    for (const officer of [people.caseOfficer, people.director, people.desk, economyHead]) expect(await assignFairly(officer, { dossierId })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await assignFairly(people.leader, { dossierId }))
    expect(await assignFairly(people.head, { dossierId })).toMatchObject({ ok: false, problem: { code: 'has-owner' } })
  })

  test('shows many before it gives them, gives exactly what was shown, and nothing once the work has changed', async () => {
    const ids = [(await aDossier(people)).dossierId, (await aDossier(people)).dossierId, (await aDossier(people)).dossierId]
    const plan = (await sharePreview(people.head, ids))!
    expect(plan.rows.map(({ to }) => to !== null)).toEqual([true, true, true])
    const share = plan.rows.map(({ dossierId, version, to }) => ({ dossierId, version, staffId: to!.staffId }))
    const swapped = share.map((one) => ({ ...one, staffId: one.staffId === second.staffId ? people.caseOfficer.staffId : second.staffId }))
    expect(await shareOutDossiers(people.head, { share: swapped })).toEqual({ ok: false, problem: { code: 'plan-changed' } })
    expect(await shareOutDossiers(people.caseOfficer, { share })).toEqual({ ok: false, problem: { code: 'forbidden' } })
    expect(must(await shareOutDossiers(people.head, { share }))).toEqual({ done: 3, failed: 0 })
    for (const { dossierId, staffId } of share) expect((await stateOf(dossierId)).assignee_id).toBe(staffId)
    expect(await shareOutDossiers(people.head, { share })).toEqual({ ok: false, problem: { code: 'plan-changed' } })
    for (const { person, after } of plan.people) {
      const load = await inCommune(people.head, async (tx) => (await loadsOf(tx, [person.staffId], await calendarOf(tx.communeId), now()))[0]!)
      expect(Math.abs(load.openMinutes - after)).toBeLessThanOrEqual(3)
    }
    expect((await dossierDetail(people.head, plan.rows[0]!.code))!.story[0]!.sentence).toMatch(/^Phân công công bằng cho /)
  })

  test('leaves out what belongs to another unit and says why', async () => {
    const { dossierId } = await aDossier(people)
    expect((await sharePreview(economyHead, [dossierId]))!.rows).toMatchObject([{ left: 'not-yours', to: null }])
    expect(await sharePreview(people.caseOfficer, [dossierId])).toBeNull()
  })

  test('asks four statements for a hundred dossiers as for one', async () => {
    const ids = [(await aDossier(people)).dossierId, (await aDossier(people)).dossierId]
    await sharePreview(people.head, ids)
    for (const some of [ids.slice(0, 1), ids]) expect((await statementsOf(() => sharePreview(people.head, some))).statements).toHaveLength(4)
  })
})

describe('assigning by hand', () => {
  test('goes to people of the unit and role who are there', async () => {
    const { dossierId } = await aDossier(people)
    const economist = await officerOf(database.owner, 'bach-quang', 'kinhte')
    expect(await assignDossier(people.head, { dossierId, staffId: economist.staffId })).toMatchObject({ ok: false, problem: { code: 'staff-other-unit' } })
    expect(await assignDossier(people.head, { dossierId, staffId: people.head.staffId })).toMatchObject({ ok: false, problem: { code: 'staff-other-role' } })
    expect(await assignDossier(economyHead, { dossierId, staffId: second.staffId })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await assignDossier(people.head, { dossierId, staffId: second.staffId }))
    expect(await takeDossier(people.caseOfficer, { dossierId })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await takeDossier(second, { dossierId }))
  })

  test('lists with each name what the person has in hand, and whose turn it is', async () => {
    const list = await staffForStep(people.head, { role: 'case-officer', unitKey: 'justice' })
    expect(list.map(({ id }) => id).toSorted()).toEqual([people.caseOfficer.staffId, second.staffId].toSorted())
    expect(list.filter(({ isFairest }) => isFairest)).toHaveLength(1)
    expect(await staffForStep(economyHead, { role: 'case-officer', unitKey: 'justice' })).toEqual([])
  })
})

describe('taking over', () => {
  test('moves the step to a colleague of the unit, with a reason that both read', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    expect(await takeOver(people.head, { dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    expect(await takeOver(people.caseOfficer, { dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await takeOver(second, { dossierId, ...because }))
    expect((await stateOf(dossierId)).assignee_id).toBe(second.staffId)
    expect(await takenFromMe(people.caseOfficer)).toMatchObject([{ code, by: second.name, reason: because.reason }])
    expect(await takenFromMe(second)).toEqual([])
    const [line] = (await dossierDetail(second, code))!.story
    expect(line).toMatchObject({ sentence: `${second.name} nhận thay việc của ${people.caseOfficer.name}`, remark: because.reason })
    expect(await settleStep(people.caseOfficer, { dossierId, outcome: 'granted', summary: 'Cấp', number: null, attachmentId: null })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })
})

describe('taking back', () => {
  test('returns the step to whoever finished it while nobody has begun the next', async () => {
    const { dossierId } = await aDossier(people, 'settled')
    expect(await recallStep(second, { dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await recallStep(people.caseOfficer, { dossierId, ...because }))
    expect(await stateOf(dossierId)).toEqual({ assignee_id: people.caseOfficer.staffId, step_key: 'settle', stage: 'in-progress' })
  })

  test('is too late once somebody has the next step in hand, finished it, or sent it back', async () => {
    const { dossierId } = await aDossier(people, 'settled')
    must(await assignDossier(people.leader, { dossierId, staffId: people.head.staffId }))
    expect(await recallStep(people.caseOfficer, { dossierId, ...because })).toMatchObject({ ok: false })
    must(await handBack(people.head, { dossierId, reason: 'Xem lại' }))
    expect(await recallStep(people.caseOfficer, { dossierId, ...because })).toMatchObject({ ok: false })
    const other = await aDossier(people, 'appraised')
    expect(await recallStep(people.caseOfficer, { dossierId: other.dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await recallStep(people.head, { dossierId: other.dossierId, ...because }))
  })

  test('of an approval takes the signature with it', async () => {
    const { dossierId } = await aDossier(people, 'approved')
    const signature = async () => (await database.owner.query('select signed_by from dossier_result where dossier_id = $1', [dossierId])).rows[0].signed_by as string | null
    expect(await signature()).toBe(people.leader.staffId)
    must(await recallStep(people.leader, { dossierId, ...because }))
    expect(await signature()).toBeNull()
    expect((await stateOf(dossierId)).step_key).toBe('approve')
  })
})

describe('leaving out a step', () => {
  test('is possible where the process says so, for the head of its unit or a leader, with a reason', async () => {
    const { dossierId, code } = await aDossier(people, 'settled')
    expect(await skipStep(people.caseOfficer, { dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    expect(await skipStep(economyHead, { dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await skipStep(people.head, { dossierId, ...because }))
    expect((await stateOf(dossierId)).step_key).toBe('approve')
    expect(await skipStep(people.leader, { dossierId, ...because })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    expect((await dossierDetail(people.head, code))!.story[0]).toMatchObject({ sentence: expect.stringMatching(/^Bỏ qua bước thẩm định, chuyển bước/), remark: because.reason })
  })

  test('of the last step makes the result at that moment, and tells the citizen', async () => {
    const { dossierId } = await aDossier(people, 'approved')
    must(await skipStep(people.leader, { dossierId, ...because }))
    expect((await stateOf(dossierId)).stage).toBe('resolved')
    expect((await database.owner.query(`select count(*)::int as n from outbox where payload ->> 'dossierId' = $1 and payload ->> 'template' = 'resolved'`, [dossierId])).rows[0].n).toBe(1)
  })
})

describe('an absence', () => {
  const days = () => ({ fromDay: localDateOf(now()), toDay: addDays(localDateOf(now()), 2) })

  test('lends the steps of the absent one to the substitute, who is named with every deed, until it ends', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    const waiting = await aDossier(people)
    expect((await openDossiers(people.otherDesk, { scope: 'mine' }, 100)).rows).toEqual([])
    const { absenceId } = must(await recordAbsence(people.caseOfficer, { staffId: people.caseOfficer.staffId, substituteId: people.otherDesk.staffId, ...days(), reason: 'nghỉ phép năm' }))
    const substitute = await asToday(people.otherDesk)
    const mine = (await openDossiers(substitute, { scope: 'mine' }, 100)).rows.map((row) => row.code)
    expect(mine).toContain(code)
    expect(mine).toContain(waiting.code)
    expect((await officerCounts(substitute)).queue).toBe(mine.length)
    must(await settleStep(substitute, { dossierId, outcome: 'granted', summary: 'Cấp', number: null, attachmentId: null }))
    expect((await dossierDetail(people.head, code))!.story[0]!.who).toBe(`${people.otherDesk.name}, quầy 2, thay cho ${people.caseOfficer.name}`)
    expect((await sharePreview(people.head, [waiting.dossierId]))!.people.map(({ person }) => person.staffId)).toEqual([second.staffId])
    expect(await assignDossier(people.head, { dossierId: waiting.dossierId, staffId: people.caseOfficer.staffId })).toMatchObject({ ok: false, problem: { code: 'staff-away' } })
    must(await endAbsence(people.head, { absenceId }))
    const after = await asToday(people.otherDesk)
    expect(after.standsInFor).toEqual([])
    expect(await takeDossier(after, { dossierId: waiting.dossierId })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    expect(await endAbsence(people.head, { absenceId })).toMatchObject({ ok: false, problem: { code: 'absence-unknown' } })
  })

  test('with nobody else of the unit there leaves the dossier where it is and says so', async () => {
    const { dossierId } = await aDossier(people)
    const [first, other] = [must(await recordAbsence(people.head, { staffId: people.caseOfficer.staffId, substituteId: people.head.staffId, ...days(), reason: 'ốm' })), must(await recordAbsence(people.head, { staffId: second.staffId, substituteId: people.head.staffId, ...days(), reason: 'họp' }))]
    expect(await assignFairly(people.head, { dossierId })).toMatchObject({ ok: false, problem: { code: 'nobody-there' } })
    must(await endAbsence(people.head, first))
    must(await endAbsence(people.leader, other))
  })

  test('is entered by oneself, the head of the unit or a leader, and once only, also by two at once', async () => {
    const entry = { staffId: second.staffId, substituteId: people.caseOfficer.staffId, ...days(), reason: 'tập huấn' }
    for (const officer of [people.caseOfficer, economyHead, people.desk]) expect(await recordAbsence(officer, entry)).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    const both = await Promise.all([recordAbsence(second, entry), recordAbsence(people.head, entry)])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'already-away' } })
    expect((await absences(second)).rows.filter(({ state }) => state === 'now')).toHaveLength(1)
    expect((await absences(people.desk)).rows).toEqual([])
    expect((await absences(economyHead)).mayRecordFor.map(({ unitKey }) => unitKey).filter((key) => key !== 'economy')).toEqual([])
    must(await endAbsence(second, { absenceId: (await absences(second)).rows.find(({ state }) => state === 'now')!.id }))
  })
})

describe('one person who settles and signs', () => {
  test('is refused until the commune decides otherwise, by a leader with a decision, and is counted', async () => {
    const both: Officer = { ...people.leader, unitKey: 'justice', roles: ['leader', 'case-officer', 'department-head'] }
    const bring = async () => {
      const { dossierId } = await received(people.desk)
      must(await takeDossier(both, { dossierId }))
      must(await settleStep(both, { dossierId, outcome: 'granted', summary: 'Cấp', number: null, attachmentId: null }))
      must(await appraiseStep(both, { dossierId, remark: null }))
      return dossierId
    }
    const dossierId = await bring()
    expect(await approveStep(both, { dossierId })).toMatchObject({ ok: false, problem: { code: 'same-hand' } })
    const policy = { mayActTwice: true, decision: 'Quy chế làm việc số 12/QC-UBND' }
    expect(await setPolicy(people.head, policy)).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await setPolicy(people.leader, policy))
    must(await approveStep(both, { dossierId }))
    const today = localDateOf(now())
    expect(await sameHand(people.leader, { from: today, to: addDays(today, 1) })).toEqual({ count: 1, codes: [await codeOf(dossierId)] })
    expect(await sameHand(people.leader, { from: addDays(today, -7), to: today })).toEqual({ count: 0, codes: [] })
    expect(await sameHand(people.desk, { from: today, to: addDays(today, 1) })).toEqual({ count: 0, codes: [] })
    must(await setPolicy(people.leader, { ...policy, mayActTwice: false }))
    expect(await approveStep(both, { dossierId: await bring() })).toMatchObject({ ok: false, problem: { code: 'same-hand' } })
  })
})

describe('steps past their own time', () => {
  test('are listed with whom they lie, apart from whether the dossier is late, and open in the queue too', async () => {
    const { dossierId, code } = await atTime(MONDAY, () => received(people.desk))
    must(await on('2026-11-30 08:05', () => takeDossier(people.caseOfficer, { dossierId })))
    const hours = (await on('2026-11-30 08:10', () => dossierDetail(people.head, code)))!.steps[0]!.internalHours!
    expect(hours).toBeGreaterThan(8)
    const seen = await on('2026-12-03 07:35', async () => ({ late: (await lateSteps(people.head))!, detail: (await dossierDetail(people.head, code))!, queue: await openDossiers(people.head, { scope: 'unit' }, 100) }))
    expect(seen.late.rows.map((row) => row.code)).toContain(code)
    expect(seen.late.groups.find(({ assignee }) => assignee?.id === people.caseOfficer.staffId)!.count).toBeGreaterThan(0)
    expect(seen.detail.stepTime!.standing.state).toBe('overdue')
    expect(seen.detail.due!.standing.state).not.toBe('overdue')
    expect(seen.queue.rows.find((row) => row.code === code)!.step!.standing.state).toBe('overdue')
    const drilled = (await on('2026-12-03 07:35', () => lateSteps(people.head, { with: people.caseOfficer.staffId, unitKey: 'justice' })))!
    expect(drilled.rows.every(({ assignee }) => assignee?.id === people.caseOfficer.staffId)).toBe(true)
    expect(drilled.total).toBe(seen.late.groups.find(({ assignee }) => assignee?.id === people.caseOfficer.staffId)!.count)
    expect((await on('2026-12-03 07:35', () => lateSteps(economyHead)))!.rows).toEqual([])
    expect(await lateSteps(people.caseOfficer)).toBeNull()
  })

  test('page by page give every row once', async () => {
    const all = (await on('2027-01-15 09:00', () => lateSteps(people.leader, {}, 500)))!
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page: NonNullable<Awaited<ReturnType<typeof lateSteps>>> = (await on('2027-01-15 09:00', () => lateSteps(people.leader, { after }, 3)))!
      seen.push(...page.rows.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(all.rows.length).toBeGreaterThan(5)
    expect(seen).toEqual(all.rows.map(({ id }) => id))
  })
})

test('every row is what its story makes of it, after all of this', async () => {
  const { found } = await inCommune(people.desk, (tx) => disagreements(tx))
  expect(found).toEqual([])
})
