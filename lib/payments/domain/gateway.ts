import type { EntryLine } from './payment'

/** A payment that somebody began, as it stands when the gateway speaks. */
export type Intent = { id: string; dossierId: string; amountVnd: number; lines: readonly EntryLine[]; state: 'started' | 'paid' | 'refused' | 'returned' }
export type GatewayNews = { status: 'paid' | 'refused'; amountVnd: number }

/** What a notification came to. The last three need a person to look at them. */
export const notificationOutcomes = ['applied', 'refused', 'too-late', 'paid-twice', 'amount-differs', 'unknown-intent'] as const
export type NotificationOutcome = (typeof notificationOutcomes)[number]
export const needsAttention: readonly NotificationOutcome[] = ['paid-twice', 'amount-differs', 'unknown-intent']

/**
 * What news of a gateway means. `owed`: ids of the lines that are still owed now. Money that came for what was paid in
 * between, or in another amount, is written down and goes back; money that fits pays all its lines or none.
 */
export function decideNews(intent: Intent | null, news: GatewayNews, owed: ReadonlySet<string>): NotificationOutcome {
  if (intent === null) return 'unknown-intent'
  if (news.status === 'refused') return intent.state === 'started' ? 'refused' : 'too-late'
  if (intent.state === 'paid' || intent.state === 'returned') return 'paid-twice'
  if (news.amountVnd !== intent.amountVnd) return 'amount-differs'
  return intent.lines.every(({ paymentId }) => owed.has(paymentId)) ? 'applied' : 'paid-twice'
}
