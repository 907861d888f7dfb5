import 'server-only'
import { env } from '@/lib/platform/env'
import type { MessageFailure } from '../domain/failure'
import type { MessageChannel } from '../domain/message'
import { demonstration } from './demonstration'
import { httpGateway } from './http-gateway'
import { smtp } from './smtp'

export type Outgoing = { key: string; channel: MessageChannel; address: string; subject: string; body: string }
/** `refused`: for good, trying again would change nothing. */
export type Handed = { outcome: 'accepted' } | { outcome: 'refused'; failure: MessageFailure }

/**
 * A way out of the house. `send` hands a message over and may be called twice with the same key: a provider that knows keys delivers
 * it once. It throws where it could not be handed over now; the worker comes back later.
 */
export type MessageProvider = { name: string; send: (message: Outgoing) => Promise<Handed> }

const made = new Map<string, MessageProvider>()

/** The provider of a channel, or null where this installation has none. A demonstration has one for every channel, and it sends nothing. */
export function providerOf(channel: MessageChannel): MessageProvider | null {
  if (env.mode === 'demo') return demonstration
  const { smtpUrl, mailFrom, smsGateway, zaloGateway } = env.messages
  switch (channel) {
    case 'email': return smtpUrl === null || mailFrom === null ? null : kept(`smtp ${smtpUrl} ${mailFrom}`, () => smtp(smtpUrl, mailFrom))
    case 'sms': return smsGateway === null ? null : kept(`sms ${smsGateway.url}`, () => httpGateway('sms', smsGateway))
    case 'zalo': return zaloGateway === null ? null : kept(`zalo ${zaloGateway.url}`, () => httpGateway('zalo', zaloGateway))
  }
}

/** One for the life of the process: a mail server is spoken to over connections that stay open. */
function kept(name: string, make: () => MessageProvider): MessageProvider {
  const known = made.get(name) ?? make()
  made.set(name, known)
  return known
}

export const canSend = (channel: MessageChannel): boolean => providerOf(channel) !== null
/** Can a one-time code reach anybody at all? */
export const hasGateway = (): boolean => canSend('sms') || canSend('email')
