import { computedHolidays } from '@/lib/calendar/domain/national-holidays'
import { scheduleLines } from '@/lib/calendar/domain/schedule-list'
import { writeCsv } from '@/lib/calendar/inputs/schedule-csv'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

/** A table to fill in: the days off of next year as the rules give them, to be put right by the notice. */
export async function GET(): Promise<Response> {
  await requireOfficer()
  const year = Number(localDateOf(now()).slice(0, 4)) + 1
  const lines = scheduleLines(computedHolidays(year).map((entry, at) => ({ id: String(at), rule: 'day', entry: { ...entry, source: '', provisional: false } })), year)
  return new Response(writeCsv(lines), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="lich-nghi-${year}-mau.csv"`, 'cache-control': 'no-store' } })
}
