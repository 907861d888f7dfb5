import { dropCookie, readCookie } from '@/lib/identity/cookies'
import { dropTrackingGrants } from '@/lib/identity/tracking-grants'
import { signOutCitizen } from '@/lib/identity/use-cases/verify-code'
import { passesOriginGate } from '@/lib/platform/origin'

/** Signs a citizen out and forgets what this browser was allowed to follow: the next person at it sees nothing. */
export async function POST(request: Request): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const token = await readCookie('mc-citizen')
  if (token !== undefined) await signOutCitizen(token)
  await dropCookie('mc-citizen')
  await dropTrackingGrants()
  return new Response(null, { status: 303, headers: { location: '/dang-nhap?da-thoat=1' } })
}
