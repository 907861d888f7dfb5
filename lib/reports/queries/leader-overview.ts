import 'server-only'
import { may } from '@/lib/identity/domain/permissions'
import type { Officer } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { communeById } from '@/lib/units/queries/communes'
import { lastDay, monthsUpTo, previousPeriod, sameLastYear, type Period } from '../domain/period'
import { onTimeRate, type Figures } from '../domain/settlement'
import { dossiersBehind, type Behind } from './dossiers-behind'
import { dueNext, type DueNext } from './due-next'
import { settledByMonth } from './settled-by-month'
import { settlementReport, type GroupedReport, type ReportGroup } from './settlement-report'

export type Comparison = 'previous' | 'last-year'

/** All that the first screen of a leader shows: every figure in it opens. */
export type LeaderOverview = {
  asOf: Date
  live: boolean
  report: GroupedReport
  compared: { period: Period; figures: Figures; fields: ReadonlyMap<string, ReportGroup> }
  /** The on-time rate of twelve months up to the last one of the period; null: nothing settled. */
  months: { period: Period; rate: number | null }[]
  /** The dossiers that are late now, or were at the end of the period: the longest first, as many as the screen holds. */
  late: Behind
  /** Only where the period runs today. */
  next: DueNext | null
}

const LATE_ROWS = 5

export async function leaderOverview(officer: Officer, period: Period, comparison: Comparison): Promise<Result<LeaderOverview, { code: 'forbidden' }>> {
  if (!may(officer, 'figures.read', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const commune = (await communeById(officer.communeId))!
  const at = now()
  const today = localDateOf(at)
  const [running, before] = [period.from <= today && today < period.to, comparison === 'previous' ? previousPeriod(period) : sameLastYear(period)]
  const twelve = monthsUpTo(running ? today : lastDay(period), 12)
  const [report, compared, months, late, next] = await Promise.all([
    settlementReport(officer, { commune: commune.slug, ...period, by: 'field' }),
    settlementReport(officer, { commune: commune.slug, ...before, by: 'field' }),
    settledByMonth(officer, officer.communeId, twelve),
    dossiersBehind(officer, { period, cell: 'pending-overdue', size: LATE_ROWS }),
    running ? dueNext(officer) : null,
  ])
  if (!late.ok) return late
  return ok({
    asOf: at,
    live: running,
    report: report!,
    compared: { period: before, figures: compared!.total, fields: new Map(compared!.groups.map((group) => [group.key, group])) },
    months: twelve.map((month, index) => ({ period: month, rate: onTimeRate(months[index]!) })),
    late: late.value,
    next,
  })
}
