import 'server-only'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Standing } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import type { PaperForm } from '@/lib/documents/domain/official-paper'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { maskedId, maskedPhone } from '@/lib/kernel/format'
import { localDate, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { vnd } from '@/lib/kernel/vnd'
import type { PaymentLine } from '@/lib/payments/domain/payment'
import { now } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import { type SummarySection, summaryOf } from '@/lib/procedures/domain/form-summary'
import { formById } from '@/lib/procedures/forms/catalogue'
import { type CatalogueVersion, versionOfDossier } from '@/lib/procedures/store'
import { stepDue, stepStanding } from '@/lib/workflow/domain/step-time'
import { availableActions } from '../domain/available-actions'
import { receptionOf, subjectOf, type Awaiting, type Channel, type Clock, type Dossier, type ReturnChannel, type Stage, type Step, type Timeliness } from '../domain/dossier'
import type { Outcome } from '../domain/events'
import type { HandedIn } from '../domain/filing'
import { nationalCode } from '../domain/national-code'
import { stepTimeAtHand } from '../domain/step-at-hand'
import type { MissingItem } from '../domain/supplement'
import type { Action } from '../domain/transitions'
import { findDossier } from '../store/dossier-store'
import { type Folder, folderOf } from '../store/folder'
import { openAnswers } from '../store/sealed-answers'
import { acceptanceView, dueView, type DueView } from './due-view'
import { lifeView, type LifeView } from './life-view'
import { type MessageView, messageView } from './message-view'
import { type StoryLine, storyOf } from './story'

export type PartyView = { kind: 'person' | 'organisation'; fullName: string; personalId: string | null; birth: string | null; sex: 'male' | 'female' | null; address: string | null; phone: string | null; email: string | null; mandate: string | null }
export type StepView = Step & { state: 'done' | 'now' | 'to-come' }
export type RequestView = { id: string; round: number; atIntake: boolean; items: readonly MissingItem[]; reason: string; requestedAt: Date; deadlineOn: LocalDate | null; suppliedAt: Date | null; /** Keys of the items that arrived; null: not compared. */ supplied: readonly string[] | null }
export type PaperView = { id: string; form: PaperForm; numberText: string; issuedAt: Date }
export type AttachmentView = { id: string; documentKey: string | null; kind: 'paper' | 'supplement' | 'result'; name: string; mime: string; size: number; scan: string; createdAt: Date }
export type ResultView = { outcome: Outcome; number: string | null; summary: string; attachmentId: string | null; preparedAt: Date; signedAt: Date | null; sealedAt: Date | null; returnedTo: string | null; /** Of a denial. */ denialReason: string | null; legalBasis: string | null }

/** Everything the dossier screen shows. Numbers of people are masked; `unmaskPersonalId` shows them for a reason that is noted. */
export type DossierDetail = {
  id: string
  code: string
  externalCode: string | null
  version: number
  stage: Stage
  clock: Clock
  awaiting: Awaiting
  channel: Channel
  returnChannel: ReturnChannel
  settledOnTheSpot: boolean
  /** The version and case it was received under, for good. */
  procedure: { code: string; name: string; fieldSlug: string; fieldName: string; variantName: string; effectiveFrom: LocalDate; decision: string | null }
  limit: TimeLimit | null
  submittedAt: Date | null
  /** While the desk has not answered an online filing. */
  acceptance: { acceptBy: Date; standing: Standing } | null
  receivedAt: Date | null
  registerNumber: number | null
  due: DueView | null
  promisedAt: Date | null
  resolvedAt: Date | null
  timeliness: Timeliness | null
  returnedAt: Date | null
  endedAt: Date | null
  steps: readonly StepView[]
  assignee: { id: string; name: string } | null
  /** Of the step at hand: by when the house wants it done, and how it stands; never mixed into the dossier's own. Null where no step is. */
  stepTime: { dueAt: Date | null; standing: Standing } | null
  applicant: PartyView | null
  submitter: PartyView | null
  handedIn: readonly HandedIn[]
  attachments: readonly AttachmentView[]
  /** The answers of the application form with their questions; null where none was filled in. */
  sections: readonly SummarySection[] | null
  requests: readonly RequestView[]
  result: ResultView | null
  papers: readonly PaperView[]
  messages: readonly MessageView[]
  payments: readonly PaymentLine[]
  /** The latest first. */
  story: readonly StoryLine[]
  /** The buttons of this officer, now. */
  actions: readonly Action[]
  /** As the national portal calls this state; null where it has no name for it. */
  nationalCode: { code: string; name: string } | null
  /** What can happen beside the straight way, and what did. */
  life: LifeView
}

/** The dossier with all that lies with it, for an officer of its commune. Null where it is unknown, foreign, or not for this officer. */
export async function dossierDetail(officer: Officer, code: string): Promise<DossierDetail | null> {
  const calendar = await calendarOf(officer.communeId)
  const found = await inCommune(officer, async (tx) => {
    const dossier = await findDossier(tx, { code })
    if (dossier === null || !may(officer, 'dossier.read', subjectOf(dossier))) return null
    return { dossier, folder: await folderOf(tx, dossier.id) }
  })
  if (found === null) return null
  const life = await lifeView(found.dossier, found.folder, calendar, now())
  return { ...detailOf(officer, found.dossier, found.folder, await versionOfDossier(found.dossier.procedure.versionId), calendar, now()), life }
}

function detailOf(officer: Officer, dossier: Dossier, folder: Folder, version: CatalogueVersion, calendar: CalendarAt, at: Date): Omit<DossierDetail, 'life'> {
  const reception = receptionOf(dossier)
  const requests = folder.requests.map(requestView)
  return {
    id: dossier.id, code: dossier.code, externalCode: folder.external_code, version: dossier.version, stage: dossier.stage, clock: dossier.clock, awaiting: dossier.awaiting,
    channel: dossier.channel, returnChannel: dossier.returnChannel, settledOnTheSpot: folder.settled_on_the_spot, limit: dossier.limit,
    procedure: {
      code: dossier.procedure.code, name: dossier.procedure.name, fieldSlug: dossier.procedure.fieldSlug, fieldName: version.fieldName, effectiveFrom: version.effectiveFrom,
      decision: version.decision, variantName: version.variants.find(({ id }) => id === dossier.procedure.variantId)?.name ?? '',
    },
    submittedAt: dossier.submittedAt, acceptance: acceptanceView(dossier, requests, calendar, at), receivedAt: reception?.receivedAt ?? null, registerNumber: reception?.registerNumber ?? null,
    due: dueView(dossier, calendar, at), promisedAt: dossier.promisedAt,
    resolvedAt: 'resolvedAt' in dossier ? dossier.resolvedAt : null, timeliness: 'timeliness' in dossier ? dossier.timeliness : null,
    returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null, endedAt: 'endedAt' in dossier ? dossier.endedAt : null,
    steps: stepsView(dossier), assignee: assigneeOf(dossier, folder), stepTime: stepTimeView(dossier, calendar, at),
    applicant: partyView(folder, 'applicant'), submitter: partyView(folder, 'submitter'),
    handedIn: folder.documents.map(({ document_key, name, originals, certified, copies, note }) => ({ documentKey: document_key, name, originals, certified, copies, note })),
    attachments: folder.attachments.map(({ document_key, created_at, ...file }) => ({ ...file, documentKey: document_key, createdAt: created_at })),
    sections: sectionsOf(folder), requests, result: resultView(folder), papers: papersView(folder), messages: folder.messages.map(messageView),
    payments: folder.payments.map(({ id, kind, amount_vnd, basis, state, paid_at }) => ({ id, kind, amountVnd: vnd(amount_vnd), basis, state, paidAt: paid_at })),
    story: storyOf(dossier, folder, at), actions: availableActions(officer, dossier), nationalCode: nationalCode(dossier.stage, dossier.clock.state, dossier.awaiting, localDateOf(at)),
  }
}

/** Steps before the one at hand are done, those after it are to come; with a result all of them are done. */
export function stepsView(dossier: Dossier): StepView[] {
  const isOver = dossier.stage === 'resolved' || dossier.stage === 'returned'
  const now = dossier.stage === 'in-progress' ? dossier.step.position : isOver ? dossier.steps.length : dossier.stage === 'received' ? 0 : -1
  return dossier.steps.map((step) => ({ ...step, state: step.position < now ? 'done' : step.position === now ? 'now' : 'to-come' }))
}

function stepTimeView(dossier: Dossier, { calendar }: CalendarAt, at: Date): DossierDetail['stepTime'] {
  const time = stepTimeAtHand(dossier)
  return time === null ? null : { dueAt: stepDue(time, calendar)?.dueAt ?? null, standing: stepStanding(time, at, calendar) }
}

const assigneeOf = ({ assigneeId }: Dossier, { staff }: Folder): DossierDetail['assignee'] =>
  assigneeId === null ? null : { id: assigneeId, name: staff.find(({ id }) => id === assigneeId)?.full_name ?? '' }

function partyView({ parties }: Folder, part: 'applicant' | 'submitter'): PartyView | null {
  const party = parties.find((candidate) => candidate.part === part)
  if (party === undefined) return null
  const { kind, full_name: fullName, birth, sex, address, mandate } = party
  return {
    kind, fullName, birth, sex, address, mandate,
    personalId: party.personal_id === null ? null : maskedId(decryptField(party.personal_id)),
    phone: party.phone === null ? null : maskedPhone(decryptField(party.phone)),
    email: party.email === null ? null : decryptField(party.email).replace(/^(.).*(?=@)/, '$1•••'),
  }
}

function sectionsOf({ forms }: Folder): SummarySection[] | null {
  const [form] = forms
  return form === undefined ? null : summaryOf(formById(form.form_id), openAnswers(form.answers))
}

const requestView = ({ id, round, at_intake, items, reason, requested_at, deadline_on, supplied_at, supplied_items }: Folder['requests'][number]): RequestView => ({
  id, round, atIntake: at_intake, items, reason, requestedAt: requested_at, deadlineOn: deadline_on === null ? null : localDate(deadline_on), suppliedAt: supplied_at, supplied: supplied_items ?? null,
})

export function resultView({ results }: Folder): ResultView | null {
  const [row] = results
  if (row === undefined) return null
  const { outcome, number, summary } = row
  return { outcome, number, summary, attachmentId: row.attachment_id, preparedAt: row.prepared_at, signedAt: row.signed_at, sealedAt: row.sealed_at, returnedTo: row.returned_to, denialReason: row.denial_reason ?? null, legalBasis: row.legal_basis ?? null }
}

export const papersView = ({ papers }: Folder): PaperView[] =>
  papers.map(({ id, form, number_text, issued_at }) => ({ id, form: form as PaperForm, numberText: number_text, issuedAt: issued_at }))
