import 'server-only'
import { proveAgain, type ProveAgainProblem } from '@/lib/identity/use-cases/prove-again'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Problem, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { type Batch, type BatchItem, type Chosen, claimNext, closeItem, findBatch, openBatch } from '@/lib/signatures/batch-store'
import type { SigningRole } from '@/lib/signatures/domain/signature'
import type { SigningInput } from '@/lib/signatures/inputs'
import { isSigningOn, type NoKey, sealKeyName, signerFor } from '@/lib/signatures/keys'
import type { Signer } from '@/lib/signatures/signers/signer'
import { committeeName } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import { signPaper } from './sign-paper'
import { signResult } from './sign-result'

export type OpenBatchProblem = ProveAgainProblem | NoKey | { code: 'forbidden' }
export type BatchProblem = { code: 'not-found' } | { code: 'batch-over' } | NoKey

/**
 * One proof of identity for many papers. What was chosen is written down with it, so that each is signed on its own: one that
 * cannot be signed holds up no other, and whoever loses the line in the middle sees what was done.
 */
export async function openSigningBatch(officer: Officer, { dossierIds, paperIds, proof }: SigningInput, role: SigningRole): Promise<Result<{ batchId: string }, OpenBatchProblem>> {
  if (!may(officer, role === 'leader' ? 'dossier.sign-digitally' : 'dossier.seal-digitally', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  if (!isSigningOn()) return fail({ code: 'signing-off' })
  const proved = await proveAgain(officer, proof)
  if (!proved.ok) return proved
  const keyName = role === 'leader' ? proved.value.username : sealKeyName((await communeById(officer.communeId))!.slug)
  const signer = await keyOf(officer, role, keyName)
  if (!signer.ok) return signer
  const at = now()
  return ok({ batchId: await inCommune(officer, async (tx) => openBatch(tx, { staffId: officer.staffId, role, keyName, chosen: await labelled(tx, dossierIds, paperIds), at })) })
}

/** Signs the next paper of a batch. Answers the batch as it stands afterwards; nothing left to sign is no problem. */
export async function signNext(officer: Officer, { batchId }: { batchId: string }): Promise<Result<Batch, BatchProblem>> {
  const at = now()
  const batch = await inCommune(officer, (tx) => findBatch(tx, batchId, officer.staffId))
  if (batch === null) return fail({ code: 'not-found' })
  if (batch.expiresAt <= at) return fail({ code: 'batch-over' })
  const signer = await keyOf(officer, batch.role, batch.keyName)
  if (!signer.ok) return signer
  const item = await inCommune(officer, (tx) => claimNext(tx, batchId, at))
  if (item !== null) {
    const problem = await signItem(officer, item, batch.role, signer.value)
    await inCommune(officer, (tx) => closeItem(tx, batchId, item.position, { problem, at: now() }))
  }
  return ok((await inCommune(officer, (tx) => findBatch(tx, batchId, officer.staffId)))!)
}

/** All that is left of a batch, one after the other. */
export async function signRest(officer: Officer, ref: { batchId: string }): Promise<Result<Batch, BatchProblem>> {
  for (;;) {
    const answer = await signNext(officer, ref)
    if (!answer.ok || !answer.value.items.some(({ state }) => state === 'waiting')) return answer
  }
}

/** The code of what stood in the way; null: signed. An accident with one paper is written down, and the next has its turn. */
async function signItem(officer: Officer, { kind, subjectId }: BatchItem, role: SigningRole, signer: Signer): Promise<string | null> {
  try {
    const answer: Result<unknown, Problem> = kind === 'result' ? await signResult(officer, subjectId, role, signer) : await signPaper(officer, subjectId, role, signer)
    return answer.ok ? null : answer.problem.code
  } catch (fault) {
    log.error({ error: fault, kind, subjectId }, 'signing failed')
    return 'accident'
  }
}

async function keyOf(officer: Officer, role: SigningRole, keyName: string): Promise<Result<Signer, NoKey>> {
  const commune = await communeById(officer.communeId)
  if (commune === null) throw new Error(`No active commune ${officer.communeId}`)
  const organisation = committeeName(commune)
  return signerFor(keyName, { commonName: role === 'leader' ? officer.name : organisation, organisation })
}

/** What was chosen, with the code or number under which people know it; what is not there any more is left out. */
async function labelled(tx: Tx, dossierIds: readonly string[], paperIds: readonly string[]): Promise<Chosen[]> {
  const dossiers = await tx.dossier.findMany({ where: { communeId: tx.communeId, id: { in: [...dossierIds] } }, select: { id: true, code: true }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: 50 })
  const papers = await tx.officialPaper.findMany({ where: { communeId: tx.communeId, id: { in: [...paperIds] } }, select: { id: true, numberText: true }, orderBy: { issuedAt: 'asc' }, take: 50 })
  return [...dossiers.map(({ id, code }): Chosen => ({ kind: 'result', subjectId: id, label: code })), ...papers.map(({ id, numberText }): Chosen => ({ kind: 'paper', subjectId: id, label: numberText }))]
}

/** The batch as its owner sees it; null where it is unknown or another's. */
export const batchOf = (officer: Officer, batchId: string): Promise<Batch | null> => inCommune(officer, (tx) => findBatch(tx, batchId, officer.staffId))
