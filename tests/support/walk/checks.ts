import type pg from 'pg'
import { firstBrokenLink } from '@/lib/audit/domain/chain'
import { chainHead, chainLinks } from '@/lib/audit/queries/chain-links'
import { numberGaps } from '@/lib/dossiers/queries/number-check'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { visitor, type System } from '@/lib/identity/domain/actor'
import { addDays, daysBetween, instantAt, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { brokenCarryOver, brokenIdentities, figuresOf, type Figures } from '@/lib/reports/domain/settlement'
import { momentOf } from '@/lib/reports/queries/facts'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { readStories } from '@/tests/lib/reports/random-stories'
import { slowFacts } from '@/tests/lib/reports/slow-reference'
import { brokenInvariants } from '@/tests/support/filing'
import type { Cast } from './cast'

const looker: System = { kind: 'system', name: 'test' }

/** Everything that must hold after any walk; throws with the first thing that does not. */
export async function checkWalk(owner: pg.Client, casts: readonly Cast[], firstDay: LocalDate, until: Date, everyDays: number): Promise<void> {
  expectNone('invariants', Object.entries(await brokenInvariants(owner)))
  expectNone('due moments moved too late', await movedTooLate(owner))
  expectNone('late dossiers that became on time', await lateNoMore(owner))
  for (const cast of casts) {
    await inCommune(looker, cast.communeId, async (tx) => {
      expectNone(`${cast.slug}: rows that are not what their events make of them`, (await disagreements(tx)).found)
      expectNone(`${cast.slug}: numbers`, await numberGaps(tx))
      const broken = firstBrokenLink(await chainLinks(tx), await chainHead(tx), [])
      if (broken !== null) throw new Error(`${cast.slug}: the chain is broken: ${JSON.stringify(broken)}`)
    })
    await checkFigures(cast, firstDay, until, everyDays)
  }
}

function expectNone(what: string, found: readonly unknown[]): void {
  if (found.length > 0) throw new Error(`${what}: ${JSON.stringify(found.slice(0, 3))}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`)
}

/** Each change of a due moment, against the moment before it; a pause moves it by when its beginning was recorded. */
async function movedTooLate(owner: pg.Client): Promise<unknown[]> {
  const { rows } = await owner.query(`
    select e.dossier_id, e.type, e.recorded_at, e.before, e.due_at
    from (select *, lag(due_at) over (partition by dossier_id order by seq) as before from dossier_event) e
    where e.before is not null and e.due_at is distinct from e.before
      and coalesce((select max(p.recorded_at) from dossier_pause p where p.dossier_id = e.dossier_id and p.until = e.occurred_at), e.recorded_at) >= e.before`)
  return rows
}

/** A result after its due moment (by the day, or by the minute for hours and half days) that is not called overdue, and the other way round. */
async function lateNoMore(owner: pg.Client): Promise<unknown[]> {
  const { rows } = await owner.query(`
    select code, resolved_at, due_at, timeliness from (
      select d.*, case when d.time_limit ->> 'unit' in ('half-day', 'working-hour', 'clock-hour') then date_trunc('minute', d.resolved_at) > date_trunc('minute', d.due_at)
        else (d.resolved_at at time zone 'Asia/Ho_Chi_Minh')::date > (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date end as late
      from dossier d where d.resolved_at is not null and d.due_at is not null) r
    where late is distinct from (timeliness = 'overdue') or due_at < first_due_at`)
  return rows
}

/** Each day of the walk as a period: the identities hold, it says what the slow reference says, and passes on what it left open. */
async function checkFigures(cast: Cast, firstDay: LocalDate, until: Date, everyDays: number): Promise<void> {
  const stories = await inCommune(visitor, cast.communeId, readStories)
  const now = instantAt(addDays(localDateOf(until), 2), '08:00')
  let before: Figures | null = null
  for (let day = 0; day <= daysBetween(firstDay, localDateOf(until)) + 1; day += everyDays) {
    const period = { from: addDays(firstDay, day), to: addDays(firstDay, day + everyDays) }
    const { commune: _commune, from: _from, to: _to, asOf: _asOf, ...figures } = (await atTime(now, () => settlementReport(visitor, { commune: cast.slug, ...period })))!.total
    expectNone(`${cast.slug} ${period.from}: identities`, brokenIdentities(figures))
    const slow = figuresOf(slowFacts(stories, momentOf(period, now)).map((fact) => ({ ...fact, count: 1 })))
    if (JSON.stringify(slow) !== JSON.stringify(figures)) throw new Error(`${cast.slug} ${period.from}: the report differs from its slow reference: ${JSON.stringify({ figures, slow })}`)
    if (before !== null) expectNone(`${cast.slug} ${period.from}: carried over`, brokenCarryOver(before, figures))
    before = figures
  }
}
