import { lookup } from '@/app/api/v1/_contract/dossiers'
import { serve } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const POST = serve(lookup)
