import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import type { Dossier } from '../domain/dossier'
import type { Filing, Party } from '../domain/filing'
import { decideReceive } from '../domain/new-dossier'
import type { ReopenDossierInput } from '../inputs'
import { type CalendarChanged, withCalendar } from '../store/calendar-check'
import { appendEvents } from '../store/dossier-store'
import { fileDossier, type FilingProblem } from '../store/file-dossier'
import { type Folder, folderOf } from '../store/folder'
import { officeOf } from '../store/office'
import { caseOf, type ProcedureProblem, underCase } from '../store/procedure-facts'
import { openAnswers } from '../store/sealed-answers'
import { slipFacts } from './accept-dossier'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof ReopenDossierInput>
type Problem = ChangeProblem | CalendarChanged | FilingProblem | ProcedureProblem

/** A returned dossier is taken up again, for a reason the law gives: a new one with its own code and day, linked to the old. */
export const reopenDossier = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => reopenDossierIn(tx, officer, input, now(), calendar)))

export async function reopenDossierIn(tx: Tx, officer: Officer, input: Input, at: Date, calendar: CalendarAt): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'reopen')
  if (!found.ok) return found
  const old = found.value
  const under = await againUnder(officer, old, at)
  if (!under.ok) return under
  const filing = await filingAgain(tx, officer, old, under.value, at, calendar)
  const filed = await fileDossier(officer, filing, `reopen:${old.id}`, input, tx)
  if (!filed.ok) return filed
  const { dossierId, code } = filed.value
  return ok(changed(await appendEvents(tx, old, [{ type: 'dossier-reopened', at, newDossierId: dossierId, newCode: code }], officer, { text: `${input.reason}\n${input.legalBasis}` })))
}

/** The case of today's version that has the key of the old one; where it is gone, the first one. */
async function againUnder(officer: Officer, old: Dossier, at: Date): Promise<Result<ReturnType<typeof underCase>, ProcedureProblem>> {
  const key = (await versionOfDossier(old.procedure.versionId)).variants.find(({ id }) => id === old.procedure.variantId)?.key ?? null
  const same = await caseOf(officer.communeId, old.procedure.code, key, at)
  const under = same.ok || same.problem.code !== 'variant-unknown' ? same : await caseOf(officer.communeId, old.procedure.code, null, at)
  return under.ok ? ok(underCase(under.value, old.channel)) : under
}

async function filingAgain(tx: Tx, officer: Officer, old: Dossier, under: ReturnType<typeof underCase>, at: Date, calendar: CalendarAt): Promise<Filing> {
  const [folder, office] = [await folderOf(tx, old.id), await officeOf(tx)]
  const [applicantCitizenId = null, submitterCitizenId = null] = old.citizenIds
  const citizens = { applicantCitizenId, submitterCitizenId }
  const beginning = decideReceive({ id: uuidv7(), communeId: old.communeId, channel: 'desk', returnChannel: old.returnChannel, ...under, ...citizens, externalCode: null }, officer.staffId, at, calendar)
  const [form] = folder.forms
  return {
    ...beginning, ...citizens, at, returnChannel: old.returnChannel, externalCode: null, reopenedFromId: old.id, payments: [], parties: folder.parties.map(partyAgain),
    handedIn: folder.documents.map(({ document_key, name, originals, certified, copies, note }) => ({ documentKey: document_key, name, originals, certified, copies, note })),
    form: form === undefined ? null : { formId: form.form_id, answers: openAnswers(form.answers) },
    papers: [{ form: 'receipt-slip', numberPattern: numberPattern('receipt-slip', office.issuerKind), issuedBy: officer.staffId, data: slipFacts(beginning.dossier, office, officer.name, [], at, calendar) }],
    result: null, draftId: null, outbox: [{ key: `message:${beginning.dossier.id}:0`, kind: 'message', payload: { template: 'received' } }],
  }
}

const opened = (sealed: string | null): string | null => (sealed === null ? null : decryptField(sealed))

const partyAgain = ({ part, kind, full_name, personal_id, birth, sex, address, phone, email, mandate }: Folder['parties'][number]): Party => ({
  part, kind, fullName: full_name, personalId: opened(personal_id), birth, sex, address, phone: opened(phone), email: opened(email), mandate,
})
