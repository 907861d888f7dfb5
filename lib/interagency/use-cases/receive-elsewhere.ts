import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { numberPattern } from '@/lib/documents/store'
import { officeOf } from '@/lib/dossiers/store/office'
import { caseOf, type ProcedureProblem } from '@/lib/dossiers/store/procedure-facts'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { communeById } from '@/lib/units/queries/communes'
import type { ReceiveElsewhereInput } from '../inputs'
import { send } from '../store/message-store'
import { receptionOfKey, writeReception } from '../store/reception-store'
import { missingOf } from './file-from-outside'
import { hashOf } from './take-in-dossier'

export type ReceivedElsewhere = { id: string; numberText: string; replayed: boolean }
export type ReceiveElsewhereProblem = ProcedureProblem | { code: 'forbidden' } | { code: 'own-commune' } | { code: 'commune-unknown' } | { code: 'papers-missing'; missing: string[] } | { code: 'same-key-other-content' }

/**
 * The counter takes in what another commune solves: an own slip, counted as work of this counter, and a letter with the filing. No
 * code and no due moment yet: both come from the solving agency.
 */
export async function receiveElsewhere(officer: Officer, input: ReceiveElsewhereInput): Promise<Result<ReceivedElsewhere, ReceiveElsewhereProblem>> {
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const { solvingCommuneId, procedureCode, variantKey } = input
  if (solvingCommuneId === officer.communeId) return fail({ code: 'own-commune' })
  if ((await communeById(solvingCommuneId)) === null) return fail({ code: 'commune-unknown' })
  const at = now()
  // The catalogue is the nation's: what it lists for the solving commune is no secret of that commune.
  const under = await caseOf(solvingCommuneId, procedureCode, variantKey, at)
  if (!under.ok) return under
  const complete = missingOf(under.value, 'desk', input.handedIn)
  if (!complete.ok) return complete
  return inCommune(officer, (tx) => receiveElsewhereIn(tx, officer, input, under.value.version.content.plainName, at))
}

export async function receiveElsewhereIn(tx: Tx, officer: Officer, input: ReceiveElsewhereInput, procedureName: string, at: Date): Promise<Result<ReceivedElsewhere, { code: 'same-key-other-content' }>> {
  const requestHash = hashOf(input)
  const before = await receptionOfKey(tx, input.idempotencyKey)
  if (before !== null) return before.requestHash === requestHash ? ok({ id: before.id, numberText: before.numberText, replayed: true }) : fail({ code: 'same-key-other-content' })
  const id = uuidv7()
  const { issuerKind } = await officeOf(tx)
  const pattern = numberPattern('receipt-slip', issuerKind).replace('{number}/', '{number}/TNH-')
  const { solvingCommuneId, procedureCode, variantKey, returnPlace, applicant, submitter, handedIn, idempotencyKey } = input
  const numberText = await writeReception(tx, {
    id, idempotencyKey, requestHash, solvingCommuneId, procedureCode, procedureName, applicantName: applicant.fullName, returnPlace, receivedAt: at, receivedBy: officer.staffId, year: Number(localDateOf(at).slice(0, 4)), pattern,
  })
  await send(tx, { kind: 'filing', key: `filing:${id}`, to: solvingCommuneId, body: { receptionId: id, procedureCode, variantKey, returnPlace, applicant, submitter, handedIn } })
  return ok({ id, numberText, replayed: false })
}
