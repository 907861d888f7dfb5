import { Logger, type LogLevel, run } from 'graphile-worker'
import { retentionPlan } from '@/lib/archive/use-cases/retention'
import { sealHead } from '@/lib/audit/use-cases/seal-head'
import { remindCommune } from '@/lib/dossiers/use-cases/remind-commune'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import type { System } from '@/lib/identity/domain/actor'
import { exchangeHandlers } from '@/lib/interagency/use-cases/outbox-handlers'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { prepareJobQueue, STRANDED_AFTER, WAKE_STRANDED } from '@/lib/platform/job-queue'
import { log } from '@/lib/platform/log'
import { deliver, OutboxRef } from '@/lib/platform/outbox'
import { activeCommunes } from '@/lib/units/queries/communes'

/**
 * Does what is asked after the commit: sends, renders, seals. The queue's tables belong to the owner; what a job does to data
 * it does as the application, in the scope of its commune. Several workers may run beside each other.
 */
const worker: System = { kind: 'system', name: 'worker' }
const ownerUrl = env.ownerDatabaseUrl
if (ownerUrl === null) throw new Error('The worker needs OWNER_DATABASE_URL (npm start gives it)')

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const satisfies Record<`${LogLevel}`, string>
const logger = new Logger(() => (level, message) => log[levels[level]]({ part: 'worker' }, message))

await prepareJobQueue(ownerUrl)
const runner = await run({
  connectionString: ownerUrl,
  logger,
  concurrency: 4,
  maxPoolSize: 6,
  noHandleSignals: true,
  crontab: '*/5 * * * * wake-stranded\n7,52 * * * * seal\n30 1 1 * * retention-notice\n*/10 * * * * remind',
  taskList: {
    outbox: (payload) => deliver(OutboxRef.parse(payload), { ...outboxHandlers, ...exchangeHandlers }),
    'wake-stranded': async (_payload, { query }) => {
      await query(WAKE_STRANDED, [STRANDED_AFTER])
    },
    'wake-stranded-now': async (_payload, { query }) => {
      await query(WAKE_STRANDED, [0])
    },
    // Each has keys of its own: two workers at once, or one after a pause, ask for the same rows.
    remind: async () => {
      for (const { id } of await activeCommunes()) await remindCommune(worker, id)
    },
    // The first of each month: what a person should look at and then apply with `npm run retention`. Erases nothing.
    'retention-notice': async () => {
      for (const { id, slug } of await activeCommunes()) {
        for (const { fieldSlug, dossiers, held, rule } of await retentionPlan(worker, id)) log.info({ commune: slug, fieldSlug, dossiers, held, years: rule.years, source: rule.source }, 'dossiers past their retention')
      }
    },
    seal: async () => {
      for (const { id } of await activeCommunes()) await sealHead(worker, id)
    },
  },
})

// What was written while no worker ran need not wait for the clock.
await runner.addJob('wake-stranded-now', {}, { jobKey: 'wake-stranded-now' })

// Jobs under way are finished; what is left waits in the queue for the next worker.
const stop = async (): Promise<void> => {
  await runner.stop().catch((fault: unknown) => log.warn({ error: fault }, 'worker did not stop in order'))
  await disconnect()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
process.once('disconnect', () => void stop())
await runner.promise
