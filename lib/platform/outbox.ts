import 'server-only'
import { z } from 'zod'
import { now } from './clock'
import { inCommune, type Tx } from './db'
import { log, maskText } from './log'

/** What must be sent or done after its cause is committed. The key makes one cause one row: queueing twice is once. */
export type OutboxItem = { key: string; kind: string; payload: Record<string, string | number | boolean | null> }

/** A row as its handler gets it. The key goes out with what is sent, so that sending twice arrives once. */
export type OutboxJob = { communeId: string; outboxId: string; key: string; kind: string; payload: unknown }
/** Put off: nothing went wrong, the row waits until then and its job comes back. */
export type PutOff = { until: Date }
export type OutboxHandler = (job: OutboxJob) => Promise<void | PutOff>

const worker = { kind: 'system', name: 'worker' } as const

/** Rows in the transaction of their cause; a trigger wakes the worker when it commits. Payloads hold ids, never personal data. */
export async function queue(tx: Tx, items: readonly OutboxItem[]): Promise<void> {
  for (const { key, kind, payload } of items) {
    await tx.$executeRaw`insert into outbox (commune_id, key, kind, payload)
      values (${tx.communeId}::uuid, ${key}, ${kind}, ${JSON.stringify(payload)}::jsonb) on conflict (commune_id, key) do nothing`
  }
}

export const OutboxRef = z.object({ communeId: z.uuid(), outboxId: z.uuid() })

/**
 * Does what one row asks, unless it was done. Every job happens at least once; its handler sees to it that it counts once.
 * A fault is noted on the row and thrown on, so that the queue tries again later.
 */
export async function deliver({ communeId, outboxId }: z.output<typeof OutboxRef>, handlers: Readonly<Record<string, OutboxHandler>>): Promise<void> {
  const row = await inCommune(worker, communeId, (tx) => tx.outbox.findFirst({ where: { communeId, id: outboxId } }))
  if (row === null || row.doneAt !== null) return
  const handler = handlers[row.kind]
  try {
    if (handler === undefined) throw new Error(`Nobody handles "${row.kind}"`)
    const putOff = await handler({ communeId, outboxId, key: row.key, kind: row.kind, payload: row.payload })
    if (putOff !== undefined) return void (await note(communeId, outboxId, { availableAt: putOff.until, lastError: null }))
  } catch (fault) {
    await note(communeId, outboxId, { attempts: { increment: 1 }, lastError: maskText(String(fault)).slice(0, 500) })
    log.warn({ error: fault, outboxId, kind: row.kind, attempts: row.attempts + 1 }, 'outbox row failed, it will be tried again')
    throw fault
  }
  await note(communeId, outboxId, { attempts: { increment: 1 }, doneAt: now(), lastError: null })
}

type Noted = { attempts?: { increment: number }; availableAt?: Date; doneAt?: Date; lastError: string | null }
const note = (communeId: string, id: string, data: Noted) => inCommune(worker, communeId, (tx) => tx.outbox.updateMany({ where: { communeId, id }, data }))
