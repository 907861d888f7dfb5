import { CALENDAR_SPAN } from '@/lib/calendar/domain/national-holidays'
import type { ScheduleLine } from '@/lib/calendar/domain/schedule-list'
import { calendarYear } from '@/lib/calendar/queries/calendar-year'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { communeById } from '@/lib/units/queries/communes'
import { yearOf } from './addresses'

/** A year of the officer's commune as a file to keep. */
export async function scheduleFile(request: Request, extension: string, type: string, write: (year: { lines: ScheduleLine[]; place: string }) => string): Promise<Response> {
  const officer = await requireOfficer()
  const commune = await communeById(officer.communeId)
  const year = yearOf(new URL(request.url).searchParams.get('nam') ?? undefined, localDateOf(now()), { first: Number(CALENDAR_SPAN.from.slice(0, 4)), last: Number(CALENDAR_SPAN.to.slice(0, 4)) })
  const { lines } = await calendarYear(officer.communeId, year)
  return new Response(write({ lines, place: commune?.name ?? '' }), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="lich-lam-viec-${commune?.slug ?? 'xa'}-${year}.${extension}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
