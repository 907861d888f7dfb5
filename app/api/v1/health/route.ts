import { health } from '@/app/api/v1/_contract/health'
import { serve } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const GET = serve(health)
