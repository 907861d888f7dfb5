import { health } from '@/app/api/v1/_contract/health'
import { doorsOf } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE } = doorsOf(health)
