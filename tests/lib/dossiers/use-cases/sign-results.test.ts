import { beforeAll, describe, expect, test } from 'vitest'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { paperByBytes, paperByToken, papersByNumber } from '@/lib/dossiers/queries/public-paper'
import { resultSignatures } from '@/lib/dossiers/queries/result-signatures'
import { toSign } from '@/lib/dossiers/queries/to-sign'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { attachResult } from '@/lib/dossiers/use-cases/attach-at-desk'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { openGrantedResult } from '@/lib/dossiers/use-cases/open-granted-file'
import { openSigningBatch, signNext, signRest } from '@/lib/dossiers/use-cases/sign-batch'
import { confirmPenSigning } from '@/lib/dossiers/use-cases/sign-by-pen'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { DEMONSTRATION_PASSWORD } from '@/lib/identity/domain/demonstration'
import { must } from '@/lib/kernel/result'
import { localDateOf, addDays } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { checkFile } from '@/lib/signatures/check-file'
import { trustedRoots } from '@/lib/signatures/trust'
import { bytesOf } from '@/lib/signatures/use-cases/sign-stored'
import { readVerifyToken, verifyToken } from '@/lib/signatures/verify-address'
import { communeById } from '@/lib/units/queries/communes'
import { aDossier } from '../../../builders/dossiers'
import { type People, peopleOf } from '../../../builders/people'
import { useDatabase } from '../../../support/database'
import { aResultCover } from '../../documents/papers'

const database = useDatabase()
let people: People
let pdf: Uint8Array

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  pdf = (await renderPaper('result-cover', aResultCover)).bytes
})

/** A result with its PDF, laid before the leader. */
async function laidBefore(bytes: Uint8Array = pdf, note: string | null = null): Promise<{ dossierId: string; code: string; attachmentId: string }> {
  const dossier = await aDossier(people, 'taken')
  const { id } = must(await attachResult(people.caseOfficer, { dossierId: dossier.dossierId, name: 'ket-qua.pdf' }, bytes))
  must(await settleStep(people.caseOfficer, { dossierId: dossier.dossierId, outcome: 'granted', summary: 'Cấp giấy xác nhận', number: null, attachmentId: id, signatureNote: note }))
  must(await appraiseStep(people.head, { dossierId: dossier.dossierId, remark: null }))
  return { ...dossier, attachmentId: id }
}

const proof = DEMONSTRATION_PASSWORD
const signAll = async (dossierIds: string[]) => must(await signRest(people.leader, must(await openSigningBatch(people.leader, { dossierIds, paperIds: [], proof }, 'leader'))))
const sealAll = async (dossierIds: string[]) => must(await signRest(people.clerk, must(await openSigningBatch(people.clerk, { dossierIds, paperIds: [], proof }, 'seal'))))
const fileOf = async (code: string) => {
  const detail = (await dossierDetail(people.leader, code))!
  const { rows } = await database.owner.query<{ sha256: string }>('select sha256 from attachment where id = $1', [detail.result!.attachmentId])
  return { detail, sha256: rows[0]!.sha256, bytes: await bytesOf(people.leader.communeId, rows[0]!.sha256) }
}

describe('many results signed after one proof of identity', () => {
  test('each is signed on its own: what cannot be signed says why and holds up no other', async () => {
    const [one, two] = [await laidBefore(), await laidBefore()]
    const paperless = await aDossier(people, 'appraised')
    const batch = await signAll([one.dossierId, paperless.dossierId, two.dossierId])
    expect(Object.fromEntries(batch.items.map(({ label, state, problem }) => [label, problem ?? state]))).toEqual({ [one.code]: 'signed', [paperless.code]: 'no-file', [two.code]: 'signed' })
    const { detail, bytes } = await fileOf(one.code)
    // The number was filled in before signing: signed bytes cannot take it later.
    expect(detail).toMatchObject({ stage: 'in-progress', result: { number: expect.stringMatching(/^\d+\/\d{4}$/), signedAt: expect.any(Date) } })
    expect(detail.steps.find(({ state }) => state === 'now')?.key).toBe('seal')
    expect(await checkFile(bytes, await trustedRoots())).toMatchObject({ kind: 'signed', signatures: [{ signerName: people.leader.name, intact: true, coversWholeFile: true, authority: 'demonstration' }] })
    // The unsigned original stays among the files.
    expect(detail.attachments.map(({ id }) => id)).toContain(one.attachmentId)
    expect(detail.story.map(({ kind }) => kind).slice(0, 2)).toEqual(expect.arrayContaining(['result-signed', 'step-finished']))
  })

  test('the seal of the agency is the second signature, and with it the result stands', async () => {
    const { dossierId, code } = await laidBefore()
    expect((await sealAll([dossierId])).items).toMatchObject([{ state: 'failed' }])
    await signAll([dossierId])
    expect(must(await toSign(people.clerk, 'seal')).results.find(({ id }) => id === dossierId)?.leader?.name).toBe(people.leader.name)
    expect((await sealAll([dossierId])).items).toMatchObject([{ state: 'signed' }])
    const { detail, bytes, sha256 } = await fileOf(code)
    expect(detail.stage).toBe('resolved')
    const report = await checkFile(bytes, await trustedRoots())
    expect(report).toMatchObject({ kind: 'signed', signatures: [{ laterChanges: 'signatures' }, { signerName: 'UBND phường Bách Quang', coversWholeFile: true }] })
    expect((await resultSignatures(people.desk, detail)).digital.map(({ role }) => role)).toEqual(['leader', 'seal'])
    // The citizen gets the signed file, and anybody who holds it can ask whether it is ours.
    const given = must(await openGrantedResult({ communeId: people.desk.communeId, dossierId }))
    given.stream.destroy()
    expect(given.size).toBe(bytes.byteLength)
    expect(await paperByBytes(sha256)).toMatchObject({ latest: true, paper: { number: detail.result!.number, signatures: [{ role: 'leader' }, { role: 'seal' }] } })
    const { found } = await inCommune(people.desk, disagreements)
    expect(found).toEqual([])
  })

  test('a wrong password signs nothing, and a batch belongs to whoever opened it', async () => {
    const { dossierId } = await laidBefore()
    expect(await openSigningBatch(people.leader, { dossierIds: [dossierId], paperIds: [], proof: 'sai mật khẩu' }, 'leader')).toMatchObject({ ok: false, problem: { code: 'proof-wrong' } })
    const batch = must(await openSigningBatch(people.leader, { dossierIds: [dossierId], paperIds: [], proof }, 'leader'))
    expect(await signNext(people.viceLeader, batch)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  })

  test('only leaders sign and only the records clerk seals, by the one table', async () => {
    const { dossierId } = await laidBefore()
    const input = { dossierIds: [dossierId], paperIds: [], proof }
    for (const officer of [people.desk, people.caseOfficer, people.head, people.clerk, people.director]) expect(await openSigningBatch(officer, input, 'leader')).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    for (const officer of [people.desk, people.leader]) expect(await openSigningBatch(officer, input, 'seal')).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })

  test('two who sign the same result at once sign it once', async () => {
    const { dossierId } = await laidBefore()
    const input = { dossierIds: [dossierId], paperIds: [], proof }
    const batches = await Promise.all([openSigningBatch(people.leader, input, 'leader'), openSigningBatch(people.viceLeader, input, 'leader')])
    const [one, other] = await Promise.all([signRest(people.leader, must(batches[0]!)), signRest(people.viceLeader, must(batches[1]!))])
    expect([must(one).items[0]!.state, must(other).items[0]!.state].toSorted()).toEqual(['failed', 'signed'])
    const { rows } = await database.owner.query('select 1 from digital_signature where dossier_id = $1', [dossierId])
    expect(rows).toHaveLength(1)
  })

  test('a result handed back after the leader signed keeps its number when it comes again', async () => {
    const { dossierId, code, attachmentId } = await laidBefore()
    await signAll([dossierId])
    const { number } = (await fileOf(code)).detail.result!
    must(await handBack(people.clerk, { dossierId, reason: 'Sai tên' }))
    must(await settleStep(people.caseOfficer, { dossierId, outcome: 'granted', summary: 'Đã sửa tên', number: null, attachmentId }))
    expect((await dossierDetail(people.leader, code))!.result).toMatchObject({ number, signedAt: null })
  })
})

describe('pen and seal, an equal path', () => {
  const today = () => localDateOf(now())

  test('the clerk confirms who signed and when, with the scan, and the result stands', async () => {
    const { dossierId, code } = await laidBefore()
    must(await approveStep(people.leader, { dossierId }))
    const scan = must(await attachResult(people.clerk, { dossierId, name: 'ban-quet.pdf' }, pdf))
    expect(await confirmPenSigning(people.clerk, { dossierId, number: null, signedOn: addDays(today(), 1), signerId: people.leader.staffId, attachmentId: scan.id })).toMatchObject({ ok: false, problem: { code: 'signed-in-future' } })
    expect(await confirmPenSigning(people.clerk, { dossierId, number: null, signedOn: addDays(today(), -3), signerId: people.leader.staffId, attachmentId: scan.id })).toMatchObject({ ok: false, problem: { code: 'signed-too-early' } })
    expect(await confirmPenSigning(people.clerk, { dossierId, number: null, signedOn: today(), signerId: people.desk.staffId, attachmentId: scan.id })).toMatchObject({ ok: false, problem: { code: 'signer-unknown' } })
    const sealed = must(await confirmPenSigning(people.clerk, { dossierId, number: '15/UBND', signedOn: today(), signerId: people.leader.staffId, attachmentId: scan.id }))
    expect(sealed.stage).toBe('resolved')
    const detail = (await dossierDetail(people.desk, code))!
    expect(detail.result).toMatchObject({ number: '15/UBND', attachmentId: scan.id })
    expect((await resultSignatures(people.desk, detail)).pen).toEqual({ signedOn: today(), signer: people.leader.name })
  })

  test('nobody else attaches to a dossier at the clerk’s step', async () => {
    const { dossierId } = await laidBefore()
    must(await approveStep(people.leader, { dossierId }))
    expect(await attachResult(people.caseOfficer, { dossierId, name: 'x.pdf' }, pdf)).toMatchObject({ ok: false })
  })
})

describe('a file that came signed from elsewhere', () => {
  test('is looked at when it is attached; a broken one stands only with an explanation, which is kept', async () => {
    const { code, dossierId: earlier } = await laidBefore()
    await signAll([earlier])
    const broken = Buffer.concat([(await fileOf(code)).bytes, Buffer.from('thêm')])
    const dossier = await aDossier(people, 'taken')
    const { id } = must(await attachResult(people.caseOfficer, { dossierId: dossier.dossierId, name: 'noi-khac.pdf' }, broken))
    const detail = (await dossierDetail(people.caseOfficer, dossier.code))!
    expect((await resultSignatures(people.caseOfficer, detail)).checks.get(id)?.verdict).toBe('changed')
    const input = { dossierId: dossier.dossierId, outcome: 'granted' as const, summary: 'Bản của cơ quan khác', number: null, attachmentId: id }
    expect(await settleStep(people.caseOfficer, input)).toMatchObject({ ok: false, problem: { code: 'signature-broken' } })
    must(await settleStep(people.caseOfficer, { ...input, signatureNote: 'Cơ quan kia xác nhận qua điện thoại' }))
    expect((await resultSignatures(people.caseOfficer, detail)).checks.get(id)?.explanation).toBe('Cơ quan kia xác nhận qua điện thoại')
  })
})

describe('what anybody may know of a paper', () => {
  test('its number and day tell its kind and issuer, and nothing about the person', async () => {
    const { dossierId, code } = await laidBefore()
    const commune = (await communeById(people.desk.communeId))!
    await signAll([dossierId])
    const number = (await fileOf(code)).detail.result!.number!
    // Not yet sealed: there is no result to verify.
    expect(await papersByNumber(commune, { form: 'result', number, issuedOn: localDateOf(now()) })).toEqual([])
    await sealAll([dossierId])
    const [found] = await papersByNumber(commune, { form: 'result', number, issuedOn: localDateOf(now()) })
    expect(found).toMatchObject({ number, issuer: 'UBND phường Bách Quang', initials: null })
    expect(JSON.stringify(found)).not.toContain('Lài')
    expect(await papersByNumber(commune, { form: 'result', number, issuedOn: addDays(localDateOf(now()), -1) })).toEqual([])
    // The QR code on the paper itself adds first letters, so that its reader can compare.
    const subject = { kind: 'result', id: dossierId } as const
    expect(readVerifyToken(verifyToken(subject))).toEqual(subject)
    expect(await paperByToken(commune, subject)).toMatchObject({ initials: 'P.T.T.L.' })
  })

  test('a token that we did not make is nobody’s', () => {
    const token = verifyToken({ kind: 'paper', id: '01938f7a-7b6e-7c3a-9a53-0a1b2c3d4e5f' })
    expect(readVerifyToken(token.toLowerCase())).not.toBeNull()
    for (const bent of [token.slice(0, -1), `R${token.slice(1)}`, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, '', 'P'.repeat(37)]) expect(readVerifyToken(bent)).toBeNull()
  })
})
