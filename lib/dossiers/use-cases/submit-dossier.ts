import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import { dueMoment, type DueMoment } from '@/lib/calendar/domain/due-moment'
import type { Citizen } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCitizen, type PlainTx } from '@/lib/platform/db'
import { checklistFor, missingFrom } from '@/lib/procedures/domain/checklist'
import { applicantOf } from '@/lib/procedures/domain/form-people'
import { validateForm } from '@/lib/procedures/domain/form-validation'
import { normaliseAnswers } from '@/lib/procedures/domain/application-form'
import { shownName } from '@/lib/procedures/domain/procedure'
import { formById } from '@/lib/procedures/forms/catalogue'
import { communeById } from '@/lib/units/queries/communes'
import type { Filing, HandedIn } from '../domain/filing'
import { decideSubmit } from '../domain/new-dossier'
import type { SubmitDossierInput } from '../inputs'
import { withCalendar } from '../store/calendar-check'
import { type Draft, type DraftFiles, openDraft } from '../store/draft-store'
import { type Filed, fileDossier, type FilingProblem, trackingSecret, trackingToken } from '../store/file-dossier'
import { type Case, caseOf, feesOwed, type ProcedureProblem, underCase } from '../store/procedure-facts'
import { partiesOf } from './form-parties'

export type Submitted = {
  dossierId: string
  communeId: string
  code: string
  /** To be typed beside the code. */
  secret: string
  /** In the address behind the QR code. */
  token: string
  submittedAt: Date
  /** Null once the desk has answered. */
  acceptBy: Date | null
  /** When the result would be due if the desk accepted now; null where no limit is set. */
  expected: Pick<DueMoment, 'dueAt' | 'dueOn' | 'explanation'> | null
}
export type SubmitProblem =
  | FilingProblem
  | ProcedureProblem
  | { code: 'draft-not-found' }
  | { code: 'commune-prepares' }
  | { code: 'not-online' }
  /** Parts of the form with something to see to, in their order. */
  | { code: 'form-incomplete'; parts: readonly string[] }
  | { code: 'papers-missing'; missing: readonly { key: string; name: string }[] }

/** The citizen sends a finished draft. The draft itself is the key: pressing twice, or on two devices, files it once. */
export async function submitDossier(citizen: Citizen, { communeId, draftId }: z.output<typeof SubmitDossierInput>): Promise<Result<Submitted, SubmitProblem>> {
  const at = now()
  const read = await openDraft(citizen.citizenId, communeId, draftId, at)
  if (read === null) return fail({ code: 'draft-not-found' })
  if (read.draft.dossierId !== null) return ok(await answerOf(citizen, communeId, read.draft.dossierId, await calendarOf(communeId)))
  const prepared = await prepareSubmission(communeId, read, at)
  if (!prepared.ok) return prepared
  return withCalendar<Submitted, SubmitProblem>(communeId, async (calendar) => {
    const filing = submissionOf(citizen, prepared.value, at, calendar)
    const filed = await fileDossier(citizen, filing, `draft:${draftId}`, { draftId })
    if (!filed.ok) return filed
    // Pressed twice: what stands is what the first press wrote. Else it is what we have just written.
    return ok(filed.value.replayed ? await answerOf(citizen, communeId, filed.value.dossierId, calendar) : answerFor(communeId, filed.value, filing, calendar))
  })
}

/** The same for a loader, which brings its own transaction and the answers of a form instead of a draft on a screen. */
export async function submitDossierIn(tx: PlainTx, citizen: Citizen, prepared: Prepared, at: Date, calendar: CalendarAt): Promise<Result<Filed, FilingProblem>> {
  const { draft } = prepared
  return fileDossier(citizen, submissionOf(citizen, prepared, at, calendar), `draft:${draft.id}`, { draftId: draft.id }, tx)
}

/** A draft that may go: its case, the answers as they are kept, the files that go with it. */
export type Prepared = Case & { draft: Draft; answers: Record<string, string>; files: DraftFiles }

/** Sees whether a draft may go: this commune, this procedure, every answer, every paper. */
async function prepareSubmission(communeId: string, { draft, files }: { draft: Draft; files: DraftFiles }, at: Date): Promise<Result<Prepared, SubmitProblem>> {
  const commune = await communeById(communeId)
  if (commune === null || commune.filingMode !== 'full') return fail({ code: 'commune-prepares' })
  const under = await caseOf(communeId, draft.procedureCode, draft.variantId, at)
  if (!under.ok) return under
  if (!under.value.version.content.channels.includes('online')) return fail({ code: 'not-online' })
  const form = formById(draft.formId)
  const amiss = validateForm(form, draft.answers, localDateOf(at))
  if (amiss.length > 0) return fail({ code: 'form-incomplete', parts: amiss.map(({ slug }) => slug) })
  const given = new Set(files.flatMap(({ documentKey }) => documentKey ?? []))
  const missing = missingFrom(checklistFor(under.value.variant, 'online'), given)
  if (missing.length > 0) return fail({ code: 'papers-missing', missing: missing.map((document) => ({ key: document.key, name: shownName(document) })) })
  return ok({ ...under.value, draft, files, answers: normaliseAnswers(form, draft.answers) })
}

function submissionOf(citizen: Citizen, prepared: Prepared, at: Date, calendar: CalendarAt): Filing {
  const { draft, answers, files } = prepared
  const form = formById(draft.formId)
  const people = applicantOf(form, answers)
  const filesForOthers = people.submitter !== null
  const beginning = decideSubmit(
    {
      id: uuidv7(), communeId: draft.communeId, channel: 'online', returnChannel: people.returnChannel, ...underCase(prepared, 'online'),
      applicantCitizenId: filesForOthers ? null : citizen.citizenId, submitterCitizenId: citizen.citizenId, externalCode: null,
    },
    at,
    calendar,
  )
  return {
    ...beginning, at, parties: partiesOf(people), form: { formId: draft.formId, answers }, handedIn: handedInOnline(prepared, files), payments: feesOwed(prepared, 'online'),
    papers: [], result: null, draftId: draft.id, returnChannel: people.returnChannel, externalCode: null,
    applicantCitizenId: filesForOthers ? null : citizen.citizenId, submitterCitizenId: citizen.citizenId,
    outbox: [{ key: `message:${beginning.dossier.id}:0`, kind: 'message', payload: { template: 'submitted' } }],
  }
}

/** Papers as the slip will list them: what was answered, and what was sent as a file. */
function handedInOnline({ variant }: Case, files: DraftFiles): HandedIn[] {
  const asked = checklistFor(variant, 'online').flatMap(({ document, need }): HandedIn[] => {
    const pages = files.filter(({ documentKey }) => documentKey === document.key).length
    if (need === 'answer') return [{ documentKey: document.key, name: shownName(document), originals: 1, certified: 0, copies: 0, note: 'khai trực tuyến' }]
    return pages === 0 ? [] : [{ documentKey: document.key, name: shownName(document), originals: 0, certified: 0, copies: 1, note: pages > 1 ? `bản điện tử, ${pages} tệp` : 'bản điện tử' }]
  })
  const others = files.filter(({ documentKey }) => !variant.documents.some(({ key }) => key === documentKey))
  return [...asked, ...others.map(({ name }): HandedIn => ({ documentKey: null, name, originals: 0, certified: 0, copies: 1, note: 'bản điện tử' }))]
}

/** What the confirmation shows. Read from the row, so that the second press shows what the first one did. */
async function answerOf(citizen: Citizen, communeId: string, dossierId: string, calendar: CalendarAt): Promise<Submitted> {
  const row = await inCitizen(citizen.citizenId, (tx) => tx.dossier.findFirstOrThrow({ where: { communeId, id: dossierId }, select: { code: true, stage: true, submittedAt: true, acceptBy: true, timeLimit: true } }))
  return { ...shown(communeId, dossierId, row.timeLimit as TimeLimit | null, calendar), code: row.code, submittedAt: row.submittedAt!, acceptBy: row.stage === 'submitted' ? row.acceptBy : null }
}

/** The same from what was just written. */
function answerFor(communeId: string, { dossierId, code }: Filed, { dossier, at }: Filing, calendar: CalendarAt): Submitted {
  return { ...shown(communeId, dossierId, dossier.limit, calendar), code, submittedAt: at, acceptBy: dossier.stage === 'submitted' ? dossier.acceptBy : null }
}

function shown(communeId: string, dossierId: string, limit: TimeLimit | null, { calendar }: CalendarAt): Pick<Submitted, 'dossierId' | 'communeId' | 'secret' | 'token' | 'expected'> {
  const expected = limit === null ? null : must(dueMoment({ receivedAt: now(), limit, calendar, pauses: [] }))
  return { dossierId, communeId, secret: trackingSecret(dossierId), token: trackingToken(dossierId), expected }
}
