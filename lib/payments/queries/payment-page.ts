import 'server-only'
import { visitor } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { vnd } from '@/lib/kernel/vnd'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { Intent } from '../domain/gateway'
import { type PaymentKind, type PaymentMethod, type PaymentStanding, paymentStanding, type PaymentState, sumOwed } from '../domain/payment'
import type { RefundState } from '../domain/refund'
import { paymentProvider } from '../providers/provider'
import { ORDER_LIVES } from '../providers/local-provider'
import { caseFacts } from '../store/case-facts'
import { latestIntent } from '../store/intents'
import { entriesOfDossier } from '../store/ledger'
import { refundsOfDossier } from '../store/refunds'
import { transferFor, type TransferView } from './dossier-payments'

export type PaymentPage = {
  code: string
  procedureName: string
  standing: PaymentStanding
  owedVnd: number
  lines: { id: string; kind: PaymentKind; basis: string; amountVnd: number; beforeVnd: number; state: PaymentState; paidAt: Date | null }[]
  /** What was received, each with its confirmation. */
  received: { id: string; numberText: string; amountVnd: number; method: PaymentMethod; at: Date; /** Nobody owed it; it goes back. */ surplus: boolean }[]
  refunds: { id: string; amountVnd: number; state: RefundState; paidAt: Date | null }[]
  transfer: TransferView | null
  /** The name of the gateway; null: none takes payments here. */
  gateway: string | null
  /** The last payment begun online. `waiting`: begun lately, and the gateway has not spoken yet. */
  latest: { state: Intent['state']; amountVnd: number; startedAt: Date; waiting: boolean } | null
}

/** The money of one dossier, for whoever holds its secret: what is owed, how to pay, what came. Null where it is no longer there. */
export const paymentPage = (grant: TrackingGrant): Promise<PaymentPage | null> =>
  inCommune(visitor, grant.communeId, async (tx) => {
    const facts = await caseFacts(tx, grant.dossierId)
    if (facts === null) return null
    const rows = await tx.paymentRecord.findMany({ where: { communeId: tx.communeId, dossierId: grant.dossierId }, orderBy: { id: 'asc' } })
    const lines = rows.map(({ id, kind, basis, amountVnd, beforeVnd, state, paidAt }) => ({ id, kind: kind as PaymentKind, basis, amountVnd, beforeVnd: beforeVnd ?? amountVnd, state: state as PaymentState, paidAt }))
    const owedVnd = sumOwed(lines.map(({ state, amountVnd }) => ({ state, amountVnd: vnd(amountVnd) })))
    const entries = await entriesOfDossier(tx, grant.dossierId)
    const latest = await latestIntent(tx, grant.dossierId)
    return {
      code: facts.code, procedureName: facts.procedureName, standing: paymentStanding(lines), owedVnd, lines,
      received: entries.filter(({ direction }) => direction === 'in').map(({ id, numberText, amountVnd, method, occurredAt, lines: paid }) => ({ id, numberText, amountVnd, method, at: occurredAt, surplus: paid.length === 0 })),
      refunds: (await refundsOfDossier(tx, grant.dossierId)).filter(({ state }) => state !== 'rejected').map(({ id, amountVnd, state, paidAt }) => ({ id, amountVnd, state, paidAt })),
      transfer: await transferFor(tx, facts.code, owedVnd), gateway: paymentProvider()?.name ?? null,
      latest: latest === null ? null : { state: latest.state, amountVnd: latest.amountVnd, startedAt: latest.startedAt, waiting: latest.state === 'started' && now().getTime() - latest.startedAt.getTime() < ORDER_LIVES * 1000 },
    }
  })
