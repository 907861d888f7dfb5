import { returnPath } from '@/lib/identity/domain/return-path'
import { env } from '@/lib/platform/env'
import { passesOriginGate } from '@/lib/platform/origin'
import { CHOSEN_COMMUNE } from '@/lib/units/queries/chosen-commune'
import { communeBySlug } from '@/lib/units/queries/communes'

const YEAR = 365 * 24 * 60 * 60

/** Remembers the commune that a visitor picked, and goes on. A plain form, so that it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const form = await request.formData()
  const commune = await communeBySlug(String(form.get('xa') ?? ''))
  const to = returnPath(String(form.get('tiep') ?? ''), '/')
  const headers = new Headers({ location: commune === null ? '/chon-xa' : to })
  const secure = env.publicUrl.startsWith('https:') ? '; Secure' : ''
  if (commune !== null) headers.append('set-cookie', `${CHOSEN_COMMUNE}=${commune.slug}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${secure}`)
  return new Response(null, { status: 303, headers })
}
