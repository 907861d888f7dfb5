'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { forgetTyped, keepTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { ownersOnly } from '@/app/(cong-dan)/tra-cuu/_components/owners-only'
import { SupplyOnlineInput, WithdrawOwnDossierInput } from '@/lib/dossiers/inputs'
import { supplementInHand } from '@/lib/dossiers/queries/supplement-in-hand'
import { supplyOnline } from '@/lib/dossiers/use-cases/supply-supplement'
import { withdrawOwnDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { isUnavailable } from '@/lib/platform/faults'
import { passesOriginGate } from '@/lib/platform/origin'

const UNAVAILABLE = { ok: false, problem: { code: 'unavailable' } } as const
const answerOrUnavailable = <T>(work: Promise<T>): Promise<T | typeof UNAVAILABLE> => work.catch((fault: unknown) => (isUnavailable(fault) ? UNAVAILABLE : Promise.reject(fault)))

async function ownerFrom(id: string, page: string) {
  const here = `/tra-cuu/ho-so/${id}`
  if (!passesOriginGate(await headers())) redirect(here)
  const { owner, dossier } = await ownersOnly(id, page)
  return { here, owner: owner ?? redirect(`${here}/${page}`), dossier }
}

/** The citizen takes the dossier back. Pressing twice finds it withdrawn and says so. */
export async function withdrawAction(id: string, form: FormData): Promise<void> {
  const { here, owner, dossier } = await ownerFrom(id, 'rut')
  const input = WithdrawOwnDossierInput.safeParse({ ...dossier, reason: form.get('ly-do') })
  const done = input.success ? await answerOrUnavailable(withdrawOwnDossier(owner, input.data)) : UNAVAILABLE
  redirect(done.ok || ('stage' in done.problem && done.problem.stage === 'withdrawn') ? `${here}?xong=rut` : `${here}/rut?loi=${done.problem.code}`)
}

/** The citizen's answer to a request: complete, or with a word about what is still missing. */
export async function supplyAction(id: string, form: FormData): Promise<void> {
  const { here, owner, dossier } = await ownerFrom(id, 'bo-sung')
  const note = String(form.get('loi-nhan') ?? '').trim()
  await keepTyped(`${id}/bo-sung`, { 'loi-nhan': note.slice(0, 1000) })
  const asked = await answerOrUnavailable(supplementInHand(owner, dossier).then((value) => ({ ok: true as const, value })))
  if (!asked.ok) redirect(`${here}/bo-sung?loi=unavailable`)
  if (note === '' && asked.value?.items.some(({ files }) => files.length === 0)) redirect(`${here}/bo-sung?loi=items-missing`)
  const input = SupplyOnlineInput.safeParse({ ...dossier, note })
  if (!input.success) redirect(`${here}/bo-sung?loi=note-too-long`)
  const done = await answerOrUnavailable(supplyOnline(owner, input.data))
  if (done.ok) await forgetTyped()
  redirect(done.ok || done.problem.code === 'nothing-asked' ? `${here}?xong=bo-sung` : `${here}/bo-sung?loi=${done.problem.code}`)
}
