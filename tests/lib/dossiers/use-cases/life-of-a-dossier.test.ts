import { beforeAll, describe, expect, test } from 'vitest'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { findByCodeAndSecret, findByToken } from '@/lib/dossiers/use-cases/find-by-code-and-secret'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import type { Citizen } from '@/lib/identity/domain/actor'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
let citizen: Citizen
const at = (day: string, time: string) => instantAt(localDate(day), time)
const when = <T>(day: string, time: string, work: () => Promise<T>): Promise<T> => atTime(at(day, time), work)

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  citizen = await aCitizen(database.owner)
})

describe('a filing from the phone to the counter', () => {
  test('passes every stage, pauses for a supplement, is returned, and its story folds to its row', async () => {
    const filed = await when('2026-11-20', '09:00', () => submitted(citizen, people.desk.communeId))
    const ref = { dossierId: filed.dossierId }
    expect(filed.code).toMatch(/^Z99\.19\.01-261120-\d{4}$/)
    // Eight working hours: two and a half this morning, four this afternoon, the rest on Monday.
    expect(filed.acceptBy).toEqual(at('2026-11-23', '09:00'))

    const accepted = must(await when('2026-11-20', '10:00', () => acceptDossier(people.desk, ref)))
    expect(accepted).toMatchObject({ stage: 'received', clock: 'running' })
    // Three working days after Friday 20/11; Tuesday 24/11 is a holiday.
    expect(accepted.dueAt).toEqual(at('2026-11-26', '17:30'))
    expect(accepted.papers[0]).toMatchObject({ form: 'receipt-slip', numberText: expect.stringMatching(/^\d{2,}\/TTPVHCC$/) })

    must(await when('2026-11-20', '10:30', () => takeDossier(people.caseOfficer, ref)))
    const asked = must(await when('2026-11-23', '08:00', () => requestSupplement(people.caseOfficer, { ...ref, missing: [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }], reason: 'Chưa rõ tình trạng', deadlineOn: null })))
    expect(asked).toMatchObject({ clock: 'paused' })
    const resumed = must(await when('2026-11-25', '09:00', () => supplySupplement(people.desk, { ...ref, arrivedAt: null, handedIn: [] })))
    // The close of 23/11 passed in the pause: the moment moves one working day.
    expect(resumed).toMatchObject({ clock: 'running', dueAt: at('2026-11-27', '17:30') })

    must(await when('2026-11-25', '10:00', () => settleStep(people.caseOfficer, { ...ref, outcome: 'granted', summary: 'Đủ điều kiện', number: null, attachmentId: null })))
    must(await when('2026-11-25', '11:00', () => appraiseStep(people.head, { ...ref, remark: null })))
    must(await when('2026-11-25', '14:00', () => approveStep(people.leader, ref)))
    const sealed = must(await when('2026-11-25', '15:00', () => sealStep(people.clerk, { ...ref, number: null })))
    expect(sealed.stage).toBe('resolved')
    const returned = must(await when('2026-11-30', '08:00', () => returnResult(people.desk, { ...ref, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id' })))
    expect(returned.stage).toBe('returned')

    const detail = (await when('2026-11-30', '09:00', () => dossierDetail(people.desk, filed.code)))!
    expect(detail).toMatchObject({ stage: 'returned', timeliness: 'early', result: { number: '1/2026', outcome: 'granted' } })
    expect(detail.story.map(({ kind }) => kind)).toEqual([
      'result-returned', 'dossier-resolved', 'step-finished', 'step-finished', 'step-finished', 'supplement-received', 'supplement-requested', 'step-taken', 'dossier-received', 'dossier-submitted',
    ])
    expect(detail.papers.map(({ form }) => form)).toEqual(['receipt-slip', 'supplement-request'])
    const { checked, found } = await inCommune(people.desk, disagreements)
    expect({ checked, found }).toEqual({ checked: 1, found: [] })
  })

  test('is found by code and secret, by token, and by nothing else', async () => {
    const filed = await submitted(citizen, people.desk.communeId)
    const grant = { communeId: people.desk.communeId, dossierId: filed.dossierId }
    expect(await findByCodeAndSecret({ code: filed.code.toLowerCase(), secret: filed.secret, address: 'one' })).toEqual({ ok: true, value: grant })
    expect(await findByToken(filed.token)).toEqual({ ok: true, value: grant })
    const wrong = await findByCodeAndSecret({ code: filed.code, secret: 'AAAAAAAAAA', address: 'one' })
    const unknown = await findByCodeAndSecret({ code: 'Z99.19.01-261120-9999', secret: filed.secret, address: 'one' })
    expect(wrong).toEqual({ ok: false, problem: { code: 'no-match' } })
    expect(unknown).toEqual(wrong)
    expect(await trackedDossier(grant)).toMatchObject({ code: filed.code, stage: 'submitted', applicantName: expect.any(String), dueAt: null })
  })

  test('guesses at one address end after ten in a minute', async () => {
    const guesses = await Promise.all(Array.from({ length: 11 }, (_, guess) => findByCodeAndSecret({ code: `Z99.19.01-200101-${1000 + guess}`, secret: 'X', address: 'guesser' })))
    expect(guesses.filter((answer) => !answer.ok && answer.problem.code === 'too-many-attempts')).toHaveLength(1)
  })
})
