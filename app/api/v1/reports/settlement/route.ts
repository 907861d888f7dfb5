import { settlement } from '@/app/api/v1/_contract/reports'
import { serve } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const GET = serve(settlement)
