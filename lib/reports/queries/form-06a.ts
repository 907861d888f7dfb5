import 'server-only'
import type { Actor } from '@/lib/identity/domain/actor'
import { brokenFormIdentities, brokenTotals } from '../domain/form-06a'
import type { BrokenIdentity } from '../domain/identities'
import { previousPeriod, type Period } from '../domain/period'
import { brokenCarryOver } from '../domain/settlement'
import { settlementReport, type GroupedReport } from './settlement-report'

export type FormSheet = { report: GroupedReport; previous: Period; /** Open at the end of the previous period. */ leftBefore: number; broken: { of: string; problem: BrokenIdentity }[] }

/** How many kinds of identities the sheet is checked by: four of each row, the totals, and what the last period left. */
export const CHECKS = 6

/** Form II.06a of a commune by field, checked before it is shown. Null where no such commune is served here. */
export async function formSheet(actor: Actor, commune: string, period: Period): Promise<FormSheet | null> {
  const previous = previousPeriod(period)
  const [report, before] = await Promise.all([settlementReport(actor, { commune, ...period, by: 'field' }), settlementReport(actor, { commune, ...previous })])
  if (report === null || before === null) return null
  const rows = [...report.groups, { name: 'Tổng số', form: report.form }]
  return {
    report,
    previous,
    leftBefore: before.total.pending.total,
    broken: [
      ...rows.flatMap(({ name, form }) => brokenFormIdentities(form).map((problem) => ({ of: name, problem }))),
      ...[...brokenTotals(report.groups.map(({ form }) => form), report.form), ...brokenCarryOver(before.total, report.total)].map((problem) => ({ of: 'Tổng số', problem })),
    ],
  }
}
