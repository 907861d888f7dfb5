'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { requireViewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { StartPaymentInput } from '@/lib/payments/inputs'
import { startPayment } from '@/lib/payments/use-cases/start-payment'
import { isUnavailable } from '@/lib/platform/faults'
import { passesOriginGate } from '@/lib/platform/origin'

const UNAVAILABLE = { ok: false, problem: { code: 'unavailable' } } as const

/** Begins a payment and goes to the gateway. Pressed twice, it is one payment. */
export async function payAction(id: string, form: FormData): Promise<void> {
  const here = `/tra-cuu/ho-so/${id}/thanh-toan`
  if (!passesOriginGate(await headers())) redirect(here)
  const { dossier } = await requireViewer(id)
  const input = StartPaymentInput.safeParse({ ...dossier, key: form.get('key') })
  const begun = input.success ? await startPayment(dossier, input.data).catch((fault: unknown) => (isUnavailable(fault) ? UNAVAILABLE : Promise.reject(fault))) : UNAVAILABLE
  redirect(begun.ok ? begun.value.gatewayUrl : `${here}?loi=${begun.problem.code}`)
}
