import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type PlainTx, type Tx } from '@/lib/platform/db'
import { checklistFor, missingFrom } from '@/lib/procedures/domain/checklist'
import { normaliseAnswers } from '@/lib/procedures/domain/application-form'
import { shownName } from '@/lib/procedures/domain/procedure'
import { formById } from '@/lib/procedures/forms/catalogue'
import { dueOf } from '../domain/dossier'
import type { Filing, Payment } from '../domain/filing'
import { decideReceive, type NewDossier } from '../domain/new-dossier'
import type { ReceiveDossierInput } from '../inputs'
import { withCalendar } from '../store/calendar-check'
import { type Draft, findHandedOverById } from '../store/draft-store'
import { fileDossier, type Filed, type FilingProblem } from '../store/file-dossier'
import { officeOf } from '../store/office'
import type { HeadFacts } from '../store/paper-facts'
import { type Case, caseOf, feesOwed, type ProcedureProblem, underCase } from '../store/procedure-facts'
import { slipFacts } from './accept-dossier'
import { partyAtDesk } from './form-parties'

/** `registerNumber` is the place in the year's register; the paper is fetched by `paperOfDossier`. */
export type Received = Filed & { dueAt: Date | null }
export type ReceiveProblem =
  | FilingProblem
  | ProcedureProblem
  | { code: 'forbidden'; action: 'accept' }
  | { code: 'papers-missing'; missing: readonly { key: string; name: string }[] }
  | { code: 'external-code-needed' }
  | { code: 'external-code-unexpected' }
  | { code: 'hand-over-unknown' }

/** What reception needs beside what was typed: gathered once, so that a loader gathers it for many. */
export type ReceiveContext = { under: Case; office: HeadFacts; draft: Draft | null }

/** A complete dossier at the counter, by post, or from the national portal: code, slip and due moment in one statement. */
export async function receiveDossier(officer: Officer, input: ReceiveDossierInput): Promise<Result<Received, ReceiveProblem>> {
  const at = now()
  const context = await receiveContext(officer, input, at)
  if (!context.ok) return context
  return withCalendar<Received, ReceiveProblem>(officer.communeId, (calendar) => receiveDossierIn(undefined, officer, input, context.value, at, calendar))
}

export async function receiveContext(officer: Officer, input: ReceiveDossierInput, at: Date): Promise<Result<ReceiveContext, ReceiveProblem>> {
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) return fail({ code: 'forbidden', action: 'accept' })
  if (input.channel === 'national-portal' && input.externalCode === null) return fail({ code: 'external-code-needed' })
  if (input.channel !== 'national-portal' && input.externalCode !== null) return fail({ code: 'external-code-unexpected' })
  const under = await caseOf(officer.communeId, input.procedureCode, input.variantId, at)
  if (!under.ok) return under
  const { office, draft } = await inCommune(officer, (tx) => deskFacts(tx, input.draftId, at))
  if (input.draftId !== null && draft === null) return fail({ code: 'hand-over-unknown' })
  const given = new Set(input.handedIn.flatMap(({ documentKey }) => documentKey ?? []))
  const missing = missingFrom(checklistFor(under.value.variant, input.channel), given)
  if (missing.length > 0) return fail({ code: 'papers-missing', missing: missing.map((document) => ({ key: document.key, name: shownName(document) })) })
  return ok({ under: under.value, office, draft })
}

async function deskFacts(tx: Tx, draftId: string | null, at: Date): Promise<{ office: HeadFacts; draft: Draft | null }> {
  const office = await officeOf(tx)
  return { office, draft: draftId === null ? null : await findHandedOverById(tx, draftId, at) }
}

/** Writes the reception; in the transaction of a loader where there is one. */
export async function receiveDossierIn(tx: PlainTx | undefined, officer: Officer, input: ReceiveDossierInput, context: ReceiveContext, at: Date, calendar: CalendarAt): Promise<Result<Received, FilingProblem>> {
  const filing = receptionOf(officer, input, context, at, calendar)
  const filed = await fileDossier(officer, filing, `desk:${officer.staffId}:${input.idempotencyKey}`, input, tx)
  return filed.ok ? ok({ ...filed.value, dueAt: dueOf(filing.dossier)?.dueAt ?? null }) : filed
}

function receptionOf(officer: Officer, input: ReceiveDossierInput, { under, office, draft }: ReceiveContext, at: Date, calendar: CalendarAt): Filing {
  const { channel, returnChannel, externalCode, handedIn } = input
  const citizens = { applicantCitizenId: null, submitterCitizenId: draft?.citizenId ?? null }
  const dossier: NewDossier = { id: uuidv7(), communeId: officer.communeId, channel, returnChannel, ...underCase(under, channel), ...citizens, externalCode }
  const beginning = decideReceive(dossier, officer.staffId, at, calendar)
  const payments = input.fees?.map((fee) => payment(fee, officer, at)) ?? feesOwed(under, channel)
  const slip = slipFacts(beginning.dossier, office, officer.name, payments, at, calendar)
  return {
    ...beginning, ...citizens, at, returnChannel, externalCode, handedIn, payments,
    parties: [partyAtDesk('applicant', input.applicant), ...(input.submitter === null ? [] : [partyAtDesk('submitter', input.submitter, input.submitter.mandate)])],
    form: draft === null ? null : { formId: draft.formId, answers: normaliseAnswers(formById(draft.formId), draft.answers) },
    papers: [{ form: 'receipt-slip', numberPattern: numberPattern('receipt-slip', office.issuerKind), issuedBy: officer.staffId, data: slip }],
    result: null, draftId: draft?.id ?? null,
    outbox: [{ key: `message:${dossier.id}:0`, kind: 'message', payload: { template: 'received' } }],
  }
}

const payment = ({ kind, amountVnd, basis, state }: NonNullable<ReceiveDossierInput['fees']>[number], officer: Officer, at: Date): Payment => ({
  kind, amountVnd, basis, state, ...(state === 'paid' ? { method: 'cash', collectorId: officer.staffId, paidAt: at } : { method: null, collectorId: null, paidAt: null }),
})
