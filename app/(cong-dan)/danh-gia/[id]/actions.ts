'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { forgetTyped, keepTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { requireViewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { ratingQuestions } from '@/lib/feedback/domain/rating'
import { RateDossierInput } from '@/lib/feedback/inputs'
import { rateDossier } from '@/lib/feedback/use-cases/rate-dossier'
import { passesOriginGate } from '@/lib/platform/origin'

/** One answer for each dossier; what was chosen is kept until it has gone. */
export async function rateAction(id: string, form: FormData): Promise<void> {
  const here = `/danh-gia/${id}`
  if (!passesOriginGate(await headers())) redirect(here)
  const { dossier, owner } = await requireViewer(id)
  const text = (name: string): string => String(form.get(name) ?? '')
  const chosen = ratingQuestions.map((question) => [question, text(question)] as const).filter(([, answer]) => answer !== '')
  await keepTyped(`${id}/danh-gia`, { diem: text('diem'), 'gop-y': text('gop-y').slice(0, 2000), ...Object.fromEntries(chosen) })
  const input = RateDossierInput.safeParse({ score: text('diem') === '' ? undefined : text('diem'), answers: Object.fromEntries(chosen), comment: text('gop-y') })
  if (!input.success) redirect(`${here}?loi=${input.error.issues[0]?.path[0] === 'comment' ? 'comment' : 'score'}`)
  const rated = await rateDossier(owner ?? 'holder-of-secret', dossier, input.data)
  if (rated.ok) await forgetTyped()
  redirect(rated.ok ? here : `${here}?loi=${rated.problem.code}`)
}
