import { dueDate } from '@/app/api/v1/_contract/calendar'
import { serve } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const GET = serve(dueDate)
