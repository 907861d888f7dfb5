import { dropCookie, readCookie } from '@/lib/identity/cookies'
import { openOfficerToken } from '@/lib/identity/session-token'
import { signOutOfficer } from '@/lib/identity/use-cases/end-sessions'
import { passesOriginGate } from '@/lib/platform/origin'

/** Signs an officer out: the session row ends, so that a copied cookie is worth nothing. */
export async function POST(request: Request): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const token = await openOfficerToken(await readCookie('mc-officer'))
  if (token !== null) await signOutOfficer(token)
  await dropCookie('mc-officer')
  return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap?da-thoat=1' } })
}
