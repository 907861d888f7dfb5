import { v7 as uuidv7 } from 'uuid'
import type { Citizen, Officer } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { contactFields } from '@/lib/procedures/domain/form-people'
import { formById } from '@/lib/procedures/forms/catalogue'
import { procedureInForce } from '@/lib/procedures/store'
import { inCitizen } from '@/lib/platform/db'
import { now } from '@/lib/platform/clock'
import { putFile } from '@/lib/platform/files'
import { localDateOf } from '@/lib/kernel/local-date'
import { addAttachment } from '@/lib/documents/store'
import { ReceiveDossierInput, SettleOnTheSpotInput } from '@/lib/dossiers/inputs'
import { createDraft } from '@/lib/dossiers/store/draft-store'
import { receiveDossier, type Received } from '@/lib/dossiers/use-cases/receive-dossier'
import { submitDossier, type Submitted } from '@/lib/dossiers/use-cases/submit-dossier'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import type { People } from './people'

/** Giấy xác nhận tình trạng hôn nhân: three working days, settled by civil status. */
export const MARITAL_STATUS = '1.004873'
/** Chứng thực bản sao từ bản chính: done while the citizen waits. */
export const CERTIFIED_COPY = '2.000815'

export const names = ['Phạm Thị Thu Lài', 'Nguyễn Hữu Ưỡng', 'Trần Thị Út Hiền', 'Võ Văn Tứ'] as const

/** Every paper of the checklist, ticked. */
export async function allPapers(communeId: string, procedureCode: string) {
  const version = (await procedureInForce(procedureCode, localDateOf(now()), communeId))!
  return checklistFor(version.variants[0]!, 'desk').map(({ document }) => ({ documentKey: document.key, name: document.plainName ?? document.name, originals: 1, copies: 0 }))
}

/** What the counter types for a walk-in; a test spreads over it what it is about. */
export async function aReception(officer: Officer, changes: Record<string, unknown> = {}): Promise<ReceiveDossierInput> {
  const procedureCode = (changes.procedureCode as string | undefined) ?? MARITAL_STATUS
  return ReceiveDossierInput.parse({
    idempotencyKey: uuidv7(), procedureCode, channel: 'desk', returnChannel: 'desk',
    applicant: { fullName: names[0], personalId: '087194000412', sex: 'female', birth: '1994-06-14', address: 'Ấp Tân Bình', phone: '0912000326' },
    handedIn: await allPapers(officer.communeId, procedureCode), fees: [], ...changes,
  })
}

export const received = async (officer: Officer, changes: Record<string, unknown> = {}): Promise<Received> => must(await receiveDossier(officer, await aReception(officer, changes)))

export const anOnTheSpot = (changes: Record<string, unknown> = {}) =>
  SettleOnTheSpotInput.parse({ idempotencyKey: uuidv7(), procedureCode: CERTIFIED_COPY, applicant: { fullName: names[1], personalId: '087094000413' }, subject: 'Bằng tốt nghiệp THPT', pages: 3, copies: 2, ...changes })

/** Answers that the general form and the form of marital status take, by their field names. */
export async function answersFor(communeId: string, procedureCode: string): Promise<Record<string, string>> {
  const version = (await procedureInForce(procedureCode, localDateOf(now()), communeId))!
  const form = formById(version.formId)
  const answers: Record<string, string> = {}
  for (let round = 0; round < 4; round += 1) {
    for (const field of form.parts.flatMap(({ fields }) => fields)) {
      if (field.kind === 'date' || field.kind === 'partial-date') Object.assign(answers, { [`${field.name}.day`]: '14', [`${field.name}.month`]: '6', [`${field.name}.year`]: '1994' })
      else if (field.kind === 'choice' || field.kind === 'select') answers[field.name] = field.options[0]!.value
      else if (field.kind === 'yes-no') answers[field.name] = 'no'
      else if (field.kind === 'phone') answers[field.name] = '0912000326'
      else if (field.kind === 'email') answers[field.name] = 'lai@vidu.vn'
      else if (field.kind === 'personal-id') answers[field.name] = '087194000412'
      else if (field.kind === 'number') answers[field.name] = String(field.min)
      else answers[field.name] = field.kind === 'name' ? names[0] : 'Ấp Tân Bình, xã Tân Quới'
    }
  }
  answers[contactFields.returnChannel] = 'desk'
  return answers
}

/** A finished draft of the citizen, with a file for each paper that must be sent. */
export async function aDraft(citizen: Citizen, communeId: string, procedureCode = MARITAL_STATUS): Promise<string> {
  const version = (await procedureInForce(procedureCode, localDateOf(now()), communeId))!
  const variant = version.variants[0]!
  const answers = await answersFor(communeId, procedureCode)
  const papers = checklistFor(variant, 'online').filter(({ need }) => need === 'hand-in')
  const photograph = must(await putFile(communeId, Buffer.from('a photograph'), 1000))
  return inCitizen(citizen.citizenId, async (tx) => {
    const draftId = await createDraft(tx, { communeId, citizenId: citizen.citizenId, procedureCode, versionId: version.id, variantId: variant.id, formId: version.formId, answers, returnChannel: 'desk' }, now())
    for (const { document } of papers) {
      await addAttachment(tx, communeId, { draftId, dossierId: null, documentKey: document.key, kind: 'paper', name: 'anh.jpg', mime: 'image/jpeg', ...photograph, scan: 'clean', at: now() })
    }
    return draftId
  })
}

export async function submitted(citizen: Citizen, communeId: string, procedureCode = MARITAL_STATUS): Promise<Submitted> {
  return must(await submitDossier(citizen, { communeId, draftId: await aDraft(citizen, communeId, procedureCode) }))
}

/** The stages in the order of a life, for tests that need a dossier of each. */
export type Milestone = 'received' | 'taken' | 'settled' | 'appraised' | 'approved' | 'resolved'
const order: readonly Milestone[] = ['received', 'taken', 'settled', 'appraised', 'approved', 'resolved']

/** A walk-in of civil status, brought as far as asked by the people whose work it is. */
export async function aDossier(people: People, until: Milestone = 'received', changes: Record<string, unknown> = {}): Promise<{ dossierId: string; code: string }> {
  const { dossierId, code } = await received(people.desk, changes)
  const ref = { dossierId }
  const steps: Record<Milestone, () => Promise<unknown>> = {
    received: async () => undefined,
    taken: async () => must(await takeDossier(people.caseOfficer, ref)),
    settled: async () => must(await settleStep(people.caseOfficer, { ...ref, outcome: 'granted', summary: 'Cấp giấy xác nhận', number: null, attachmentId: null })),
    appraised: async () => must(await appraiseStep(people.head, { ...ref, remark: null })),
    approved: async () => must(await approveStep(people.leader, ref)),
    resolved: async () => must(await sealStep(people.clerk, { ...ref, number: null })),
  }
  for (const milestone of order.slice(0, order.indexOf(until) + 1)) await steps[milestone]()
  return { dossierId, code }
}

/** An online filing that the desk accepted. */
export async function anAccepted(people: People, citizen: Citizen): Promise<Submitted> {
  const filed = await submitted(citizen, people.desk.communeId)
  must(await acceptDossier(people.desk, { dossierId: filed.dossierId }))
  return filed
}
