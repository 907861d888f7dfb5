import 'server-only'
import { runMigrations } from 'graphile-worker'

/** Makes or updates the tables of the job queue. A part of migrating: only the owner of the database may do it. */
export const prepareJobQueue = (ownerUrl: string): Promise<void> => runMigrations({ connectionString: ownerUrl })

/** Outbox rows that wait longer than this have lost their job: written before the queue existed, or restored. @unit minutes */
export const STRANDED_AFTER = 5

/**
 * Gives rows that wait longer than $1 minutes a job again, across communes; run by the worker as the owner of the queue.
 * A row whose job is still there keeps that one.
 */
export const WAKE_STRANDED = `
  select count(graphile_worker.add_job('outbox', json_build_object('communeId', commune_id, 'outboxId', id),
    job_key => 'outbox:' || id, job_key_mode => 'preserve_run_at', max_attempts => 25))::int as woken
  from outbox where done_at is null and attempts = 0 and available_at <= clock_timestamp() - make_interval(mins => $1)`
