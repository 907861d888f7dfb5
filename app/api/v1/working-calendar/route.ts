import { workingCalendar } from '@/app/api/v1/_contract/calendar'
import { doorsOf } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE } = doorsOf(workingCalendar)
