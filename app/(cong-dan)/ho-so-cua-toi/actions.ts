'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { discardDraft } from '@/lib/dossiers/use-cases/discard-draft'
import { requireCitizen } from '@/lib/identity/queries/current-citizen'
import { passesOriginGate } from '@/lib/platform/origin'

/** Throws a draft away. Pressing twice finds it gone, which is what was wanted. */
export async function discardAction(communeId: string, draftId: string): Promise<void> {
  if (!passesOriginGate(await headers())) redirect('/ho-so-cua-toi')
  const citizen = await requireCitizen('/ho-so-cua-toi')
  await discardDraft(citizen, { communeId, draftId })
  redirect('/ho-so-cua-toi')
}
