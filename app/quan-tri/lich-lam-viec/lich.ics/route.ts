import { writeIcs } from '@/lib/calendar/inputs/schedule-ics'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { scheduleFile } from '../_components/schedule-file'

export const dynamic = 'force-dynamic'

/** The year's schedule for phones and mail programs. */
export const GET = (request: Request): Promise<Response> =>
  scheduleFile(request, 'ics', 'text/calendar; charset=utf-8', ({ lines, place }) => writeIcs(lines, { place, host: new URL(env.publicUrl).hostname, stamp: now() }))
