import { writeCsv } from '@/lib/calendar/inputs/schedule-csv'
import { scheduleFile } from '../_components/schedule-file'

export const dynamic = 'force-dynamic'

/** The year's schedule as a table, which may be changed and read in again. */
export const GET = (request: Request): Promise<Response> => scheduleFile(request, 'csv', 'text/csv; charset=utf-8', ({ lines }) => writeCsv(lines))
