/** Groups of events that a listener may ask for. */
export const webhookEvents = ['received', 'supplement', 'progress', 'legs', 'result', 'ended'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Which group an event of the story belongs to; an event nobody outside has use for is progress. */
export function webhookEventOf(type: string): WebhookEvent {
  if (type === 'dossier-submitted' || type === 'dossier-received') return 'received'
  if (type.startsWith('supplement-')) return 'supplement'
  if (type.startsWith('leg-')) return 'legs'
  if (type === 'dossier-resolved' || type === 'result-returned') return 'result'
  return ['dossier-refused', 'dossier-withdrawn', 'dossier-discontinued', 'dossier-voided'].includes(type) ? 'ended' : 'progress'
}

/** Tries before a delivery is laid aside; the queue waits longer after each, about three hours in all. */
export const MOST_ATTEMPTS = 10

/** What is signed: the second at which it was sent, a dot, the body. Whoever receives refuses what is older than some minutes. */
export const signedText = (sentAt: Date, body: string): string => `${secondOf(sentAt)}.${body}`
export const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000)
