import 'server-only'
import type { z } from 'zod'
import { issuePaper, numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { RefuseDossierInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { officeOf } from '../store/office'
import type { RefusalFacts } from '../store/paper-facts'
import { refusalSentences } from '../wording'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof RefuseDossierInput>
type Problem = ChangeProblem | { code: 'duplicate-unknown' }

/** Not received, with a written reason (Mẫu 03). The dossier keeps its code and is counted apart. */
export const refuseDossier = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => refuseDossierIn(tx, officer, input, now()))

export async function refuseDossierIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'refuse')
  if (!found.ok) return found
  if (input.duplicateOf != null && !(await isAnother(tx, found.value.code, input.duplicateOf))) return fail({ code: 'duplicate-unknown' })
  const head = await officeOf(tx)
  const data: RefusalFacts = { head, reasons: refusalSentences(input), receiverName: officer.name }
  const paper = await issuePaper(tx, { form: 'refusal', dossierId: found.value.id, numberPattern: numberPattern('refusal', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data })
  await queueMessage(tx, found.value, 'refuse')
  const after = await appendEvents(tx, found.value, [{ type: 'dossier-refused', at, reason: input.reason, ...(input.duplicateOf == null ? {} : { duplicateOf: input.duplicateOf }) }], officer, { text: input.text })
  return ok(changed(after, [{ form: 'refusal', ...paper }]))
}

/** A duplicate names the other dossier of this commune. */
const isAnother = async (tx: Tx, own: string, code: string): Promise<boolean> => code !== own && (await tx.dossier.count({ where: { communeId: tx.communeId, code } })) > 0
