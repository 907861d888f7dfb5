import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Officer, System } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { decideNews, type Intent, type NotificationOutcome } from '../domain/gateway'
import type { HandleNewsInput } from '../inputs'
import { addEntry } from '../store/ledger'
import { endIntent, lockIntent, markHandled, type News, noteNews, noteOutcome } from '../store/intents'
import { lockOwed, settleLines } from '../store/records'
import { addRefund } from '../store/refunds'
import { surplusReason } from '../wording'

/** `replayed`: this event was told before, and nothing happened now. */
export type NewsTaken = { outcome: NotificationOutcome; replayed: boolean }

const gateway: System = { kind: 'system', name: 'gateway' }

/** A gateway tells what became of a payment. However often it tells one event, it counts once. Whoever calls has seen that it is authentic. */
export const receiveNews = (provider: string, communeId: string, news: News): Promise<NewsTaken> => inCommune(gateway, communeId, (tx) => receiveNewsIn(tx, provider, news, now()))

export async function receiveNewsIn(tx: Tx, provider: string, news: News, at: Date): Promise<NewsTaken> {
  const before = await noteNews(tx, provider, news, at)
  if (before !== null) return { outcome: before, replayed: true }
  const intent = await lockIntent(tx, news.intentId)
  const owed = intent === null ? [] : await lockOwed(tx, intent.dossierId)
  // A line whose amount was corrected in the meantime is another debt than the one that was paid.
  const same = new Map(owed.map((line) => [line.paymentId, line.amountVnd]))
  const fitting = new Set(intent?.lines.filter(({ paymentId, amountVnd }) => same.get(paymentId) === amountVnd).map(({ paymentId }) => paymentId))
  const outcome = decideNews(intent, news, fitting)
  if (intent !== null) await follow(tx, intent, outcome, { provider, news, owed: owed.filter(({ paymentId }) => fitting.has(paymentId)), at })
  await noteOutcome(tx, provider, news.eventId, outcome)
  return { outcome, replayed: false }
}

type Facts = { provider: string; news: News; owed: Awaited<ReturnType<typeof lockOwed>>; at: Date }

async function follow(tx: Tx, intent: Intent, outcome: NotificationOutcome, { provider, news, owed, at }: Facts): Promise<void> {
  const { dossierId } = intent
  const cause = `news:${provider}:${news.eventId}`
  switch (outcome) {
    case 'applied': {
      const paid = new Set(intent.lines.map(({ paymentId }) => paymentId))
      await settleLines(tx, { dossierId, lines: owed.filter(({ paymentId }) => paid.has(paymentId)), method: 'gateway', collectorId: null, reference: news.reference, cause, at })
      await endIntent(tx, intent.id, 'paid', at)
      return
    }
    case 'refused':
      await endIntent(tx, intent.id, 'refused', at)
      return
    case 'paid-twice':
    case 'amount-differs': {
      // The money is here and nobody owes it: it stands in the ledger, and goes back.
      if (news.amountVnd === 0) return
      const entryId = await addEntry(tx, { direction: 'in', method: 'gateway', amountVnd: news.amountVnd, dossierId, collectorId: null, lines: [], reference: news.reference, cause, at })
      await addRefund(tx, { id: uuidv7(), dossierId, entryId, amountVnd: news.amountVnd, reason: surplusReason[outcome], method: 'transfer', cause, proposedBy: null, at })
      if (intent.state === 'started') await endIntent(tx, intent.id, 'returned', at)
      return
    }
    case 'too-late':
    case 'unknown-intent':
      return
  }
}

/** Somebody looked into news that fits nothing, and says what was done. */
export const handleNews = (officer: Officer, { provider, eventId, note }: z.output<typeof HandleNewsInput>): Promise<Result<true, { code: 'forbidden' } | { code: 'already-handled' }>> =>
  inCommune(officer, async (tx) => {
    if (!may(officer, 'payment.collect', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
    return (await markHandled(tx, { provider, eventId, note, by: officer.staffId, at: now() })) ? ok(true) : fail({ code: 'already-handled' })
  })
