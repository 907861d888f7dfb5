import { doorsOf } from '@/app/api/v1/_contract/endpoint'
import { status } from '@/app/api/v1/_contract/exchange'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE } = doorsOf(status)
