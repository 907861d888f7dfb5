import 'server-only'
import { env } from '@/lib/platform/env'
import type { MessageChannel } from './domain/message'

export type Outgoing = { key: string; channel: MessageChannel; address: string; subject: string; body: string }

/**
 * The way out of the house. `send` hands a message over and may be called twice with the same key: a provider that
 * knows keys delivers it once. It throws where the message could not be handed over; the worker comes back later.
 */
export type MessageProvider = { name: string; send: (message: Outgoing) => Promise<void> }

/** A demonstration writes messages down and sends none: they stand on its outbox page. */
const demonstration: MessageProvider = { name: 'demo', send: () => Promise.resolve() }

/** A production installation without a gateway keeps its messages as queued instead of pretending. */
const none: MessageProvider = { name: 'none', send: () => Promise.reject(new NoGateway()) }

export class NoGateway extends Error {
  constructor() {
    super('No message gateway is configured')
  }
}

export const provider = (): MessageProvider => (env.mode === 'demo' ? demonstration : none)
