import type pg from 'pg'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import { exchangeHandlers } from '@/lib/interagency/use-cases/outbox-handlers'
import { addDays, instantAt, localDateOf } from '@/lib/kernel/local-date'
import { atTime } from '@/lib/platform/clock'
import { deliver, type OutboxHandler } from '@/lib/platform/outbox'

/** How many papers are really drawn: each is the same work, and slow. */
const DRAWN = 2
/** Every so many rows are done by two workers at once, and once more afterwards. */
const TWICE = 8

/** Does what the outbox of a commune asks, and what that asks in its turn; answers what was not done, or done twice. */
export async function deliverAll(owner: pg.Client, communeId: string, until: Date): Promise<string[]> {
  let drawn = 0
  const counted = (kind: string, handler: OutboxHandler): OutboxHandler => async (job) => {
    if (kind === 'render-paper' && (drawn += 1) > DRAWN) return
    return handler(job)
  }
  const handlers = Object.fromEntries(Object.entries({ ...outboxHandlers, ...exchangeHandlers }).map(([kind, handler]) => [kind, counted(kind, handler)]))
  const morning = instantAt(addDays(localDateOf(until), 1), '10:00')
  for (let round = 0; round < 5; round += 1) {
    const { rows } = await owner.query<{ commune_id: string; id: string }>('select commune_id, id from outbox where commune_id = $1 and done_at is null order by created_at, id', [communeId])
    if (rows.length === 0) break
    const queue = rows.map(({ commune_id, id }) => ({ communeId: commune_id, outboxId: id }))
    await Promise.all(Array.from({ length: 6 }, async () => {
      for (let ref = queue.shift(); ref !== undefined; ref = queue.shift()) {
        const job = ref
        const work = () => atTime(new Date(morning.getTime() + round * 86_400_000), () => deliver(job, handlers))
        if (queue.length % TWICE > 0) await work()
        else await Promise.all([work(), work()]).then(work)
      }
    }))
  }
  const wrong: Record<string, string> = {
    'never done': `select kind || ' ' || coalesce(last_error, '') as what from outbox where commune_id = $1 and done_at is null`,
    'a message written twice': `select template || ' ' || key as what from message where commune_id = $1 group by commune_id, template, key having count(*) > 1`,
    'a message that the outbox never asked for': `select m.template || ' ' || m.key as what from message m where m.commune_id = $1 and m.dossier_id is not null and not exists (select from outbox o where o.commune_id = m.commune_id and o.kind = 'message' and o.payload ->> 'dossierId' = m.dossier_id::text)`,
  }
  const found: string[] = []
  for (const [name, sql] of Object.entries(wrong)) for (const { what } of (await owner.query<{ what: string }>(sql, [communeId])).rows) found.push(`${name}: ${what}`)
  return found
}
