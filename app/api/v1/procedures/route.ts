import { procedures } from '@/app/api/v1/_contract/catalogue'
import { doorsOf } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE } = doorsOf(procedures)
