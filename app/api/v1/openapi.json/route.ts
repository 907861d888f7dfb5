import { openApiDocument } from '@/app/api/v1/_contract/openapi'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'
export const GET = (): Response => Response.json(openApiDocument(env.publicUrl))
