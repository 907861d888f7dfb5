import { beforeAll, expect, test } from 'vitest'
import { conduct } from '@/lib/dossiers/queries/conduct'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologise } from '@/lib/dossiers/use-cases/apologise'
import { draftApology } from '@/lib/dossiers/use-cases/draft-apology'
import { extendVerification } from '@/lib/dossiers/use-cases/extend-verification'
import { recordContact } from '@/lib/dossiers/use-cases/record-contact'
import { refuseAtDesk } from '@/lib/dossiers/use-cases/refuse-at-desk'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { aDossier, anOnTheSpot, MARITAL_STATUS, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const on = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> => atTime(instantAt(localDate(date), time), work)
const november = { from: localDate('2026-11-01'), to: localDate('2026-12-01') }
const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

test('counts how people were dealt with, names the dossiers, and adds up', async () => {
  const citizen = await aCitizen(database.owner)
  const file = () => on('2026-11-02', '08:00', () => submitted(citizen, people.desk.communeId))
  const [inTime, late, refusedLate, waited] = [await file(), await file(), await file(), await file()]
  must(await on('2026-11-03', '08:00', () => acceptDossier(people.desk, { dossierId: inTime.dossierId })))
  must(await on('2026-11-03', '08:01', () => acceptDossier(people.desk, { dossierId: late.dossierId })))
  must(await on('2026-11-04', '09:00', () => refuseDossier(people.desk, { dossierId: refusedLate.dossierId, reason: 'other', text: 'Không thuộc xã' })))
  must(await on('2026-11-02', '10:00', () => requestSupplement(people.desk, { dossierId: waited.dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
  must(await on('2026-11-20', '09:00', () => refuseDossier(people.desk, { dossierId: waited.dossierId, reason: 'other', text: 'Không bổ sung' })))

  const record = (procedureCode: string) => on('2026-11-02', '09:00', () => aDossier(people, 'taken', { procedureCode }))
  const [asked, apologised, extended] = [await record(MARITAL_STATUS), await record(MARITAL_STATUS), await record('1.004859')]
  must(await on('2026-11-03', '09:00', () => requestSupplement(people.caseOfficer, { dossierId: asked.dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
  must(await on('2026-11-03', '09:00', () => draftApology(people.caseOfficer, { dossierId: apologised.dossierId, reason: 'Chờ', promisedOn: localDate('2026-11-12') })))
  must(await on('2026-11-06', '09:00', () => apologise(people.leader, { dossierId: apologised.dossierId })))
  must(await on('2026-11-03', '09:00', () => extendVerification(people.caseOfficer, { dossierId: extended.dossierId, reason: 'Xác minh' })))
  must(await on('2026-11-03', '09:00', () => settleOnTheSpot(people.desk, anOnTheSpot())))
  must(await on('2026-11-03', '09:00', () => recordContact(people.desk, { procedureCode: MARITAL_STATUS, fullName: null, missing, reason: 'Thiếu' })))
  must(await on('2026-11-03', '09:00', () => refuseAtDesk(people.desk, { procedureCode: MARITAL_STATUS, fullName: null, reason: 'other', text: 'Nơi khác' })))

  const figures = must(await conduct(people.leader, november))
  expect(figures.answeredLate).toMatchObject({ all: 4, of: 2, more: false })
  expect(figures.answeredLate.codes.toSorted()).toEqual([late.code, refusedLate.code].toSorted())
  expect(figures.askedAgain).toEqual({ all: 5, of: 1, codes: [asked.code], more: false })
  expect(figures.firstTimeRight).toMatchObject({ all: 5, of: 4 })
  expect(figures.firstTimeRight.of + figures.askedAgain.of).toBe(figures.firstTimeRight.all)
  expect(figures.apologisedLate).toEqual({ all: 1, of: 1, codes: [apologised.code], more: false })
  expect(figures.extended).toEqual({ all: 1, of: 1, codes: [extended.code], more: false })
  expect(figures.contacts).toEqual({ incomplete: 1, refused: 1 })
  const october = { from: localDate('2026-10-01'), to: localDate('2026-11-01') }
  expect(must(await conduct(people.leader, october))).toMatchObject({ answeredLate: { all: 0, of: 0, codes: [] }, contacts: { incomplete: 0, refused: 0 } })
})

test('is for those who answer for the figures alone', async () => {
  expect(await conduct(people.desk, november)).toEqual({ ok: false, problem: { code: 'forbidden' } })
})
