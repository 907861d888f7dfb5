import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Channel, ReturnChannel } from '@/lib/dossiers/domain/dossier'
import type { Filing, HandedIn } from '@/lib/dossiers/domain/filing'
import { decideSubmit } from '@/lib/dossiers/domain/new-dossier'
import type { ReceiveDossierInput } from '@/lib/dossiers/inputs'
import { type Filed, fileDossier, type FilingProblem } from '@/lib/dossiers/store/file-dossier'
import { type Case, feesOwed, underCase } from '@/lib/dossiers/store/procedure-facts'
import { partyAtDesk } from '@/lib/dossiers/use-cases/form-parties'
import type { System } from '@/lib/identity/domain/actor'
import type { Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { Party } from '@/lib/dossiers/domain/filing'
import { fail, ok } from '@/lib/kernel/result'
import { checklistFor, missingFrom } from '@/lib/procedures/domain/checklist'

export type FromOutside = {
  channel: Extract<Channel, 'desk' | 'national-portal'>
  returnChannel: ReturnChannel
  /** The code of the national portal; the dossier lives under it. */
  externalCode: string | null
  applicant: ReceiveDossierInput['applicant']
  submitter: ReceiveDossierInput['submitter']
  handedIn: readonly HandedIn[]
}

/** What of the required papers did not come; names stand in the procedure's own words. */
export function missingOf({ variant }: Case, channel: FromOutside['channel'], handedIn: readonly HandedIn[]): Result<true, { code: 'papers-missing'; missing: string[] }> {
  const missing = missingFrom(checklistFor(variant, channel), new Set(handedIn.flatMap(({ documentKey }) => documentKey ?? [])))
  return missing.length === 0 ? ok(true) : fail({ code: 'papers-missing', missing: missing.map(({ plainName, name }) => plainName ?? name) })
}

/**
 * Files what came from elsewhere as submitted: the solving agency's own desk looks at it within its eight hours, and the clock
 * starts when that desk receives it, not when somebody else took it in.
 * @law Nghị định 309/2026/NĐ-CP (sửa đổi Nghị định 118/2025/NĐ-CP), Điều 17 khoản 3
 */
export async function fileFromOutside(tx: Tx, system: System, under: Case, from: FromOutside, key: string, request: unknown, at: Date, calendar: CalendarAt): Promise<Result<Filed, FilingProblem>> {
  const { channel, returnChannel, externalCode } = from
  const nobody = { applicantCitizenId: null, submitterCitizenId: null }
  const beginning = decideSubmit({ id: uuidv7(), communeId: tx.communeId, channel, returnChannel, ...underCase(under, channel), ...nobody, externalCode }, at, calendar)
  const filing: Filing = {
    ...beginning, ...nobody, at, returnChannel, externalCode, parties: partiesOf(from), form: null, handedIn: from.handedIn, payments: feesOwed(under, channel), papers: [], result: null, draftId: null,
    outbox: [{ key: `message:${beginning.dossier.id}:0`, kind: 'message', payload: { template: 'submitted' } }],
  }
  return fileDossier(system, filing, key, request, tx)
}

const partiesOf = ({ applicant, submitter }: FromOutside): Party[] => [partyAtDesk('applicant', applicant), ...(submitter === null ? [] : [partyAtDesk('submitter', submitter, submitter.mandate)])]
