import { communes } from '@/app/api/v1/_contract/catalogue'
import { serve } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const GET = serve(communes)
