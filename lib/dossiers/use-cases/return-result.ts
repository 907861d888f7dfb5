import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { parseIdCardQr } from '@/lib/identity/domain/id-card-qr'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { takeOwed } from '@/lib/payments/store/records'
import { now } from '@/lib/platform/clock'
import { keyedHash } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { type CardOfAnother, decideRecipient, type MandateNeeded, type ShownCard } from '../domain/handover'
import type { ReturnResultInput } from '../inputs'
import { partiesByNumber, writeHandover } from '../store/delivery-store'
import { appendEvents } from '../store/dossier-store'
import { writeReturn } from '../store/result-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof ReturnResultInput>
export type ReturnProblem = ChangeProblem | CardOfAnother | MandateNeeded | { code: 'card-unreadable' }

/**
 * The result leaves the house: to whom, how the desk made sure, against which signature. No figure of time counts this moment. Cash is
 * taken with it or not at all. Of a card that was scanned only what it proved is kept.
 */
export const returnResult = (officer: Officer, input: Input): Promise<Result<Changed, ReturnProblem>> =>
  change(officer, officer.communeId, (tx) => returnResultIn(tx, officer, input, now()))

export async function returnResultIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ReturnProblem>> {
  const found = await dossierFor(tx, officer, input, 'return-result')
  if (!found.ok) return found
  const card = input.cardScan == null ? ok(null) : await cardOf(tx, found.value.id, input.cardScan)
  if (!card.ok) return card
  const decided = decideRecipient({ ...input, mandate: input.mandate ?? null }, card.value)
  if (!decided.ok) return decided
  const { recipient, recipientName, identityCheck, mandate } = decided.value
  if (input.takesFee === true) await takeOwed(tx, found.value.id, officer.staffId, at)
  await writeReturn(tx, found.value.id, recipientName, officer.staffId)
  await writeHandover(tx, found.value.id, { way: recipient === 'online' ? 'online' : 'desk', recipientName, mandate, signed: input.signed === true, by: officer.staffId, at })
  await queueMessage(tx, found.value, 'return-result')
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'result-returned', at, recipient, identityCheck }], officer)))
}

/** Whose card it is, by the keyed number alone. */
async function cardOf(tx: Tx, dossierId: string, scan: string): Promise<Result<ShownCard, { code: 'card-unreadable' }>> {
  const read = parseIdCardQr(scan)
  if (!read.ok) return fail({ code: 'card-unreadable' })
  const { personalId, name } = read.value
  const party = (await partiesByNumber(tx, dossierId)).find(({ personalIdHash }) => personalIdHash === keyedHash(personalId))
  return ok(party === undefined ? { part: null, name: name.value } : { part: party.part as 'applicant' | 'submitter', name: party.fullName })
}
