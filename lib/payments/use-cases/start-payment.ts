import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { visitor } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { communeById } from '@/lib/units/queries/communes'
import { transferPurpose } from '../domain/vietqr'
import type { StartPaymentInput } from '../inputs'
import { paymentProvider } from '../providers/provider'
import { caseFacts } from '../store/case-facts'
import { startIntent } from '../store/intents'
import { lockOwed } from '../store/records'

type Problem = { code: 'not-found' } | { code: 'nothing-owed' } | { code: 'no-gateway' }

/**
 * Begins a payment of everything that is owed, and answers where the gateway takes it. Whoever holds the dossier's secret may pay
 * for it. The same key again leads to the same payment, so that an impatient second press does not begin another one.
 */
export async function startPayment(grant: TrackingGrant, { key }: Pick<z.output<typeof StartPaymentInput>, 'key'>): Promise<Result<{ gatewayUrl: string }, Problem>> {
  const provider = paymentProvider()
  const commune = await communeById(grant.communeId)
  if (provider === null || commune === null) return fail({ code: 'no-gateway' })
  const begun = await inCommune(visitor, grant.communeId, async (tx) => {
    const facts = await caseFacts(tx, grant.dossierId)
    if (facts === null) return fail({ code: 'not-found' } as const)
    const lines = await lockOwed(tx, grant.dossierId)
    if (lines.length === 0) return fail({ code: 'nothing-owed' } as const)
    const kept = lines.map(({ paymentId, kind, name, amountVnd }) => ({ paymentId, kind, name, amountVnd }))
    const amountVnd = kept.reduce((sum, line) => sum + line.amountVnd, 0)
    const intent = await startIntent(tx, { id: uuidv7(), dossierId: grant.dossierId, key, provider: provider.key, amountVnd, lines: kept, at: now() })
    return ok({ ...intent, code: facts.code })
  })
  if (!begun.ok) return begun
  const { id, amountVnd, code } = begun.value
  return ok({ gatewayUrl: await provider.startUrl({ intentId: id, communeId: grant.communeId, merchant: commune.identifierCode, merchantName: commune.name, amountVnd, purpose: transferPurpose(code), dossierId: grant.dossierId }) })
}
