import { z } from 'zod'
import { may } from '@/lib/identity/domain/permissions'
import { currentOfficer } from '@/lib/identity/queries/current-officer'
import { ProcedureCode } from '@/lib/procedures/inputs'
import { intakeFacts } from '../_components/intake-facts'

const Query = z.object({ ma: ProcedureCode, kenh: z.enum(['desk', 'post', 'national-portal']).catch('desk') })

/** Papers, fees and the day of one procedure for the counter's screen, as of now. */
export async function GET(request: Request): Promise<Response> {
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 401 })
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const facts = query.success && may(officer, 'dossier.receive', { communeId: officer.communeId }) ? await intakeFacts(officer, query.data.ma, query.data.kenh) : null
  return facts === null ? new Response(null, { status: 404 }) : Response.json(facts, { headers: { 'cache-control': 'private, no-store' } })
}
