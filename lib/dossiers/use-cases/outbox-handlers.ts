import 'server-only'
import { z } from 'zod'
import { fetchNumber } from '@/lib/documents/use-cases/number-paper'
import type { System } from '@/lib/identity/domain/actor'
import { notifyHouse } from '@/lib/payments/providers/local-gateway'
import type { OutboxHandler } from '@/lib/platform/outbox'
import { deliverMessage } from './deliver-message'
import { prerenderPaper } from './paper-pdf'
import { deliverDigest, deliverWarning } from './remind-by-letter'
import { resumeAfterPayment } from './settle-payment'

const worker: System = { kind: 'system', name: 'worker' }
const PaperPayload = z.object({ paperId: z.uuid() })

/** Who does what the outbox asks, by kind. */
export const outboxHandlers: Readonly<Record<string, OutboxHandler>> = {
  'demo-bank-notifies': notifyHouse,
  'payment-settled': (job) => resumeAfterPayment(worker, job),
  message: (job) => deliverMessage(worker, job),
  'officer-digest': (job) => deliverDigest(worker, job),
  'officer-warning': (job) => deliverWarning(worker, job),
  'render-paper': ({ communeId, payload }) => prerenderPaper(worker, communeId, PaperPayload.parse(payload).paperId),
  'number-paper': ({ communeId, payload, key }) => fetchNumber(worker, communeId, { paperId: PaperPayload.parse(payload).paperId, key }),
}
