import 'server-only'
import { z } from 'zod'
import type { LocalDate } from '@/lib/kernel/local-date'
import { fromDateColumn } from '@/lib/dossiers/store/rows'
import type { Officer } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { apiScopes, type ApiScope } from '../domain/api'
import type { PartnerKind } from '../domain/partner'
import type { WebhookEvent } from '../domain/webhook'
import { mayConnect } from '../use-cases/manage-tokens'

export type TokenView = { id: string; name: string; hint: string; scopes: readonly ApiScope[]; createdAt: Date; expiresAt: Date; lastUsedAt: Date | null; state: 'standing' | 'expired' | 'revoked' }
export type WebhookView = { id: string; url: string; events: readonly WebhookEvent[]; tokenName: string; isStopped: boolean; waiting: number }
export type DeadDelivery = { id: string; url: string; event: WebhookEvent; code: string; createdAt: Date; deadAt: Date; attempts: number; lastStatus: number | null; lastError: string | null }
export type PartnerRow = { id: string; kind: PartnerKind; name: string; agencies: readonly string[]; validFrom: LocalDate; validTo: LocalDate | null }
export type Connections = { tokens: readonly TokenView[]; webhooks: readonly WebhookView[]; dead: readonly DeadDelivery[]; moreDead: boolean; partners: readonly PartnerRow[] }

const SHOWN = 50
const Waiting = z.array(z.object({ id: z.uuid(), count: z.int() }))

/** Everything that links this commune to others, for its administrator. Null for everybody else. */
export async function connections(officer: Officer): Promise<Connections | null> {
  if (!mayConnect(officer)) return null
  const at = now()
  return inCommune(officer, async (tx) => {
    const key = { communeId: tx.communeId }
    const tokens = await tx.apiToken.findMany({ where: key, orderBy: [{ revokedAt: { sort: 'asc', nulls: 'first' } }, { id: 'desc' }], take: SHOWN })
    const hooks = await tx.webhook.findMany({ where: key, orderBy: [{ stoppedAt: { sort: 'asc', nulls: 'first' } }, { id: 'desc' }], take: SHOWN })
    const waiting = Waiting.parse(await tx.$queryRaw`select webhook_id as id, count(*)::int as count from webhook_delivery where commune_id = ${tx.communeId}::uuid and state = 'pending' group by webhook_id`)
    const dead = await tx.webhookDelivery.findMany({ where: { ...key, state: 'dead' }, orderBy: [{ deadAt: 'desc' }, { id: 'asc' }], take: SHOWN + 1 })
    const partners = await tx.partnerUnit.findMany({ where: key, orderBy: [{ validTo: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }], take: 200 })
    return {
      tokens: tokens.map((token) => ({ ...token, scopes: apiScopes.filter((scope) => token.scopes.includes(scope)), state: token.revokedAt !== null ? 'revoked' : token.expiresAt <= at ? 'expired' : 'standing' })),
      webhooks: hooks.map(({ id, url, events, tokenId, stoppedAt }) => ({ id, url, events: events as WebhookEvent[], tokenName: tokens.find((token) => token.id === tokenId)?.name ?? '', isStopped: stoppedAt !== null, waiting: waiting.find((each) => each.id === id)?.count ?? 0 })),
      dead: dead.slice(0, SHOWN).map((row) => ({ ...row, event: row.event as WebhookEvent, deadAt: row.deadAt!, url: hooks.find(({ id }) => id === row.webhookId)?.url ?? '', code: codeIn(row.body) })),
      moreDead: dead.length > SHOWN,
      partners: partners.map(({ id, kind, name, agencies, validFrom, validTo }) => ({ id, kind: kind as PartnerKind, name, agencies, validFrom: fromDateColumn(validFrom), validTo: validTo === null ? null : fromDateColumn(validTo) })),
    }
  })
}

const codeIn = (body: string): string => (JSON.parse(body) as { dossier: { code: string } }).dossier.code
