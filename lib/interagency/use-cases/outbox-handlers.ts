import 'server-only'
import type { OutboxHandler } from '@/lib/platform/outbox'
import { carryLetter } from './carry-letter'
import { deliverWebhook } from './deliver-webhook'
import { tellListeners } from './tell-listeners'

/** What the outbox asks of the exchange, by kind. */
export const exchangeHandlers: Readonly<Record<string, OutboxHandler>> = { letter: carryLetter, 'dossier-event': tellListeners, webhook: deliverWebhook }
