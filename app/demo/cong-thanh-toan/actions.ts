'use server'

import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { Decision, decideOrder } from '@/lib/payments/providers/local-gateway'
import { passesOriginGate } from '@/lib/platform/origin'

/** The payer decided at the bank of the demonstration. */
export async function decideAction(token: string, form: FormData): Promise<void> {
  const here = `/demo/cong-thanh-toan?don=${encodeURIComponent(token)}`
  const decision = Decision.safeParse(form.get('decision'))
  if (!decision.success || !passesOriginGate(await headers())) redirect(here)
  if (!(await decideOrder(token, decision.data)).ok) notFound()
  redirect(`${here}&xong=1`)
}
