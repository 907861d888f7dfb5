import { readCookie } from '@/lib/identity/cookies'
import { homeOf } from '@/lib/identity/domain/home'
import { SwitchPostInput } from '@/lib/identity/inputs'
import { currentOfficer } from '@/lib/identity/queries/current-officer'
import { openOfficerToken } from '@/lib/identity/session-token'
import { setOfficerCookie } from '@/lib/identity/use-cases/sign-in-officer'
import { switchPost } from '@/lib/identity/use-cases/switch-post'
import { passesOriginGate } from '@/lib/platform/origin'

/** Goes on at another post of the same account (`staffId`): another commune, or other roles. */
export async function POST(request: Request): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const typed = SwitchPostInput.safeParse(Object.fromEntries(await request.formData()))
  const officer = await currentOfficer()
  const token = await openOfficerToken(await readCookie('mc-officer'))
  if (officer === null || token === null) return goTo('/can-bo/dang-nhap')
  if (!typed.success) return goTo('/can-bo')
  const next = await switchPost(officer, typed.data.staffId, token)
  if (!next.ok) return goTo('/can-bo')
  await setOfficerCookie(next.value.token)
  return goTo(homeOf(next.value.post.roles))
}

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } })
