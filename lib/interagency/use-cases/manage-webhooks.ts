import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { randomToken } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import type { CreateWebhookInput, ResendInput, WebhookInput } from '../inputs'
import { sendAgain, stopListening, writeWebhook } from '../store/webhook-store'
import { type ConnectionProblem, mayConnect } from './manage-tokens'
import { isAddressAllowed } from './post-signed'

/** A listener with a secret of its own, shown once: with it the other side checks that a call is ours. */
export async function createWebhook(officer: Officer, { tokenId, url, events }: z.output<typeof CreateWebhookInput>): Promise<Result<{ id: string; url: string; secret: string }, ConnectionProblem | { code: 'address-refused' } | { code: 'token-ended' }>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  if (!isAddressAllowed(new URL(url))) return fail({ code: 'address-refused' })
  const [secret, at] = [`whsec_${randomToken()}`, now()]
  return inCommune(officer, async (tx) => {
    const token = await tx.apiToken.findFirst({ where: { communeId: tx.communeId, id: tokenId }, select: { revokedAt: true, expiresAt: true } })
    if (token === null) return fail({ code: 'not-found' })
    if (token.revokedAt !== null || token.expiresAt <= at) return fail({ code: 'token-ended' })
    const { id } = await writeWebhook(tx, { tokenId, url, secret, events, createdBy: officer.staffId, createdAt: at })
    return ok({ id, url, secret })
  })
}

export async function stopWebhook(officer: Officer, { webhookId }: z.output<typeof WebhookInput>): Promise<Result<{ id: string }, ConnectionProblem>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  return (await inCommune(officer, (tx) => stopListening(tx, webhookId, now()))) ? ok({ id: webhookId }) : fail({ code: 'not-found' })
}

/** What was laid aside goes on its way again. */
export async function resendDelivery(officer: Officer, { deliveryId }: z.output<typeof ResendInput>): Promise<Result<{ id: string }, ConnectionProblem>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  return (await inCommune(officer, (tx) => sendAgain(tx, deliveryId))) ? ok({ id: deliveryId }) : fail({ code: 'not-found' })
}
