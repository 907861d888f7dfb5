import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Proof } from '../domain/assess-fee'

export type NewAssessment = {
  paymentId: string
  beforeVnd: number
  afterVnd: number
  reduction: { key: string; legalBasis: string; verified: boolean } | null
  proof: Proof | null
  reason: string
  assessedBy: string
  at: Date
}

/** Holds the line while it is decided. Null where it is not of this commune. */
export async function lockLine(tx: Tx, paymentId: string): Promise<{ dossierId: string; kind: string; amountVnd: number; beforeVnd: number | null; state: string; obligationId: string | null } | null> {
  const rows = await tx.$queryRaw<{ dossier_id: string; kind: string; amount_vnd: number; before_vnd: number | null; state: string; obligation_id: string | null }[]>`
    select dossier_id, kind, amount_vnd, before_vnd, state, obligation_id from payment_record where commune_id = ${tx.communeId}::uuid and id = ${paymentId}::uuid for update`
  const row = rows[0]
  return row === undefined ? null : { dossierId: row.dossier_id, kind: row.kind, amountVnd: row.amount_vnd, beforeVnd: row.before_vnd, state: row.state, obligationId: row.obligation_id }
}

/** The decision for good, and the line as it leaves it: what comes to nothing is exempt. */
export async function writeAssessment(tx: Tx, assessment: NewAssessment): Promise<void> {
  const { paymentId, beforeVnd, afterVnd, reduction, proof, reason, assessedBy, at } = assessment
  await tx.paymentAssessment.createMany({
    data: [{
      communeId: tx.communeId, paymentId, beforeVnd, afterVnd, reductionKey: reduction?.key ?? null, legalBasis: reduction?.legalBasis ?? null, verified: reduction?.verified ?? true,
      proofKind: proof?.kind ?? null, proofName: proof?.name ?? null, attachmentId: proof?.attachmentId ?? null, reason, assessedBy, assessedAt: at,
    }],
  })
  await tx.paymentRecord.updateMany({
    where: { communeId: tx.communeId, id: paymentId, state: { in: ['owed', 'exempt'] } },
    data: {
      amountVnd: afterVnd, beforeVnd, reductionKey: reduction?.key ?? null, reductionBasis: reduction?.legalBasis ?? null, state: afterVnd === 0 ? 'exempt' : 'owed',
      // A line that comes to nothing is settled at this moment: a clock that waits for it runs from here.
      paidAt: afterVnd === 0 ? at : null,
    },
  })
}
