import { beforeAll, describe, expect, test } from 'vitest'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { received } from '@/tests/builders/dossiers'
import { type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const at = (day: string, time: string) => instantAt(localDate(day), time)
const when = <T>(day: string, time: string, work: () => Promise<T>): Promise<T> => atTime(at(day, time), work)
const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

/** Received on Monday 2/11/2026 at 09:00, three working days: due on Thursday 5/11 at 17:30. */
const aTakenDossier = async (): Promise<{ dossierId: string; code: string }> => {
  const dossier = await when('2026-11-02', '09:00', () => received(people.desk))
  must(await when('2026-11-02', '10:00', () => takeDossier(people.caseOfficer, dossier)))
  return dossier
}

async function finish(dossierId: string, day: string) {
  must(await when(day, '08:00', () => settleStep(people.caseOfficer, { dossierId, outcome: 'granted', summary: 'Đủ', number: null, attachmentId: null })))
  must(await when(day, '09:00', () => appraiseStep(people.head, { dossierId, remark: null })))
  must(await when(day, '10:00', () => approveStep(people.leader, { dossierId })))
  must(await when(day, '11:00', () => sealStep(people.clerk, { dossierId, number: null })))
}

describe('a dossier past its due moment', () => {
  test('that asks for a supplement afterwards keeps its due moment when the supplement comes', async () => {
    const { dossierId } = await aTakenDossier()
    must(await when('2026-11-09', '09:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    const after = must(await when('2026-11-12', '09:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    expect(after.dueAt).toEqual(at('2026-11-05', '17:30'))
  })

  test('that asked in time moves by law, however late the supplement comes', async () => {
    const { dossierId } = await aTakenDossier()
    must(await when('2026-11-04', '09:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    const after = must(await when('2026-11-12', '09:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    // The closes of 4, 5, 6, 9, 10 and 11/11 passed in the pause: six working days.
    expect(after.dueAt).toEqual(at('2026-11-13', '17:30'))
  })

  test('is recorded as overdue when its result comes, and says so on its screen', async () => {
    const { dossierId, code } = await aTakenDossier()
    await finish(dossierId, '2026-11-06')
    const detail = (await when('2026-11-06', '12:00', () => dossierDetail(people.desk, code)))!
    expect(detail.timeliness).toBe('overdue')
    expect(detail.story.some(({ kind }) => kind === 'overdue')).toBe(true)
  })

  test('a result on the due day itself is on time, a day before it is early', async () => {
    const [onTime, early] = [await aTakenDossier(), await aTakenDossier()]
    await finish(onTime.dossierId, '2026-11-05')
    await finish(early.dossierId, '2026-11-04')
    expect((await dossierDetail(people.desk, onTime.code))!.timeliness).toBe('on-time')
    expect((await dossierDetail(people.desk, early.code))!.timeliness).toBe('early')
  })
})

describe('the application role, past the use cases', () => {
  let late: string
  let overdue: string
  beforeAll(async () => {
    late = (await aTakenDossier()).dossierId
    const done = await aTakenDossier()
    await finish(done.dossierId, '2026-11-06')
    overdue = done.dossierId
  })

  test.each([
    ['moves the due moment of a late dossier', `due_at = due_at + interval '30 days', due_on = due_on + 30`],
    ['takes the due moment away', `due_at = null, due_on = null, first_due_at = null`],
    ['changes what stands on the slip', `first_due_at = first_due_at + interval '30 days'`],
    ['changes the code', `code = code || '9'`],
  ])('cannot do what %s', async (_what, assignment) => {
    const application = await database.asApplication()
    await application.query('begin')
    await application.query(`select set_config('app.commune', $1, true)`, [people.desk.communeId])
    await expect(application.query(`update dossier set ${assignment} where id = $1`, [late])).rejects.toMatchObject({ code: 'MC001' })
    await application.query('rollback')
  })

  test('cannot turn an overdue result into one on time', async () => {
    const turn = inCommune(people.desk, (tx) => tx.dossier.updateMany({ where: { id: overdue }, data: { timeliness: 'on-time' } }))
    await expect(turn).rejects.toThrow(/late stays late|overdue/)
  })
})
