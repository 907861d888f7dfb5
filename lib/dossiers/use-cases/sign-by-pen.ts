import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, type Result } from '@/lib/kernel/result'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { writePenSignature } from '@/lib/signatures/store'
import { peopleOn } from '@/lib/workflow/store'
import type { PenSigningInput } from '../inputs'
import { findPreparedAt, writeResultFile } from '../store/result-store'
import { change, type Changed, type ChangeProblem, dossierFor } from './change'
import { sealStepIn } from './seal-step'

type Input = z.output<typeof PenSigningInput>
type Problem = ChangeProblem | { code: 'same-hand' } | { code: 'signed-in-future' } | { code: 'signed-too-early' } | { code: 'signer-unknown' } | { code: 'attachment-unknown' }

/**
 * The equal path of pen and ink: the records clerk confirms that the result is signed and sealed on paper (who signed, on which
 * day), with the scan where there is one. The number is given and the step finished as with every seal.
 */
export const confirmPenSigning = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => confirmPenSigningIn(tx, officer, input, now()))

export async function confirmPenSigningIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'seal')
  if (!found.ok) return found
  const dossierId = found.value.id
  const amiss = await whatIsAmiss(tx, dossierId, input, localDateOf(at))
  if (amiss !== null) return fail(amiss)
  const { attachmentId, signerId, signedOn } = input
  const scan = attachmentId === null ? null : await tx.attachment.findFirst({ where: { communeId: tx.communeId, id: attachmentId, dossierId, kind: 'result', removedAt: null, scan: { not: 'quarantined' } }, select: { sha256: true } })
  if (attachmentId !== null && scan === null) return fail({ code: 'attachment-unknown' })
  return sealStepIn(tx, officer, input, at, {
    events: [{ type: 'result-signed', at, by: 'seal', manner: 'pen', sha256: scan?.sha256 ?? null }],
    write: async (inside) => {
      await writePenSignature(inside, dossierId, { signedOn, signerId, attachmentId, confirmedBy: officer.staffId, confirmedAt: at })
      if (attachmentId !== null) await writeResultFile(inside, dossierId, attachmentId)
    },
  })
}

/** The day of signing lies between the day the result was laid before the leader and today; whoever signs on paper is a leader too. */
async function whatIsAmiss(tx: Tx, dossierId: string, { signedOn, signerId }: Input, today: LocalDate): Promise<{ code: 'signed-in-future' | 'signed-too-early' | 'signer-unknown' } | null> {
  if (signedOn > today) return { code: 'signed-in-future' }
  const preparedAt = await findPreparedAt(tx, dossierId)
  if (preparedAt !== null && signedOn < localDateOf(preparedAt)) return { code: 'signed-too-early' }
  const isLeader = (await peopleOn(tx, signedOn)).some(({ staffId, roles }) => staffId === signerId && roles.includes('leader'))
  return isLeader ? null : { code: 'signer-unknown' }
}
