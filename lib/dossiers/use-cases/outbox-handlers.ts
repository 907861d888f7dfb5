import 'server-only'
import { z } from 'zod'
import type { System } from '@/lib/identity/domain/actor'
import type { OutboxHandler } from '@/lib/platform/outbox'
import { deliverMessage } from './deliver-message'
import { prerenderPaper } from './paper-pdf'

const worker: System = { kind: 'system', name: 'worker' }
const PaperPayload = z.object({ paperId: z.uuid() })

/** Who does what the outbox asks, by kind. */
export const outboxHandlers: Readonly<Record<string, OutboxHandler>> = {
  message: (job) => deliverMessage(worker, job),
  'render-paper': ({ communeId, payload }) => prerenderPaper(worker, communeId, PaperPayload.parse(payload).paperId),
}
