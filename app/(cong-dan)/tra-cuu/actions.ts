'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { forgetTyped, keepTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { TrackInput } from '@/lib/dossiers/inputs'
import { findByCodeAndSecret } from '@/lib/dossiers/use-cases/find-by-code-and-secret'
import { clientAddress } from '@/lib/identity/client-address'
import { dropTrackingGrants, makeTrackingGrant } from '@/lib/identity/tracking-grants'
import { isUnavailable } from '@/lib/platform/faults'
import { passesOriginGate } from '@/lib/platform/origin'
import { addressOf, LOOK_UP } from './_components/tracking-addresses'

/** Code and secret open the dossier for half an hour on this browser. The code that was typed is kept, the secret never. */
export async function trackAction(form: FormData): Promise<void> {
  const request = await headers()
  const goal = form.get('toi') === 'danh-gia' ? 'danh-gia' : 'ho-so'
  const back = (query: Record<string, string>): never => redirect(`/tra-cuu?${new URLSearchParams({ ...query, ...(goal === 'danh-gia' ? { toi: goal } : {}) })}`)
  if (!passesOriginGate(request)) back({ loi: 'foreign-origin' })
  const typed = { code: String(form.get('ma') ?? '').trim(), secret: String(form.get('bi-mat') ?? '').trim() }
  await keepTyped(LOOK_UP, { ma: typed.code.slice(0, 60) })
  const input = TrackInput.safeParse(typed)
  if (!input.success) back({ loi: typed.code === '' && typed.secret === '' ? 'both-empty' : typed.code === '' ? 'code-empty' : typed.secret === '' ? 'secret-empty' : 'no-match' })
  const found = await findByCodeAndSecret({ ...typed, address: clientAddress(request) }).catch((fault: unknown) => (isUnavailable(fault) ? ('unavailable' as const) : Promise.reject(fault)))
  if (found === 'unavailable') return back({ loi: 'unavailable' })
  if (!found.ok) return back({ loi: found.problem.code, ...(found.problem.code === 'too-many-attempts' ? { cho: String(found.problem.waitSeconds) } : {}) })
  await forgetTyped()
  await makeTrackingGrant(found.value)
  redirect(addressOf(found.value.dossierId, goal))
}

/** Leaves nothing open on this browser: for a borrowed phone or the computer of a hall. */
export async function forgetAction(): Promise<void> {
  if (!passesOriginGate(await headers())) redirect('/tra-cuu')
  await dropTrackingGrants()
  redirect('/tra-cuu?da-dong=1')
}
