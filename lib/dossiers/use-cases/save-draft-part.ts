import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCitizen } from '@/lib/platform/db'
import { type Answers, answersOfPart, partOf, partsFor } from '@/lib/procedures/domain/application-form'
import { contactFields, returnChannels, suggestedVariant } from '@/lib/procedures/domain/form-people'
import { validatePart } from '@/lib/procedures/domain/form-validation'
import { formById } from '@/lib/procedures/forms/catalogue'
import { versionById } from '@/lib/procedures/store'
import { findDraft, saveDraft } from '../store/draft-store'

/** Where to go after saving: the next screen with something to ask, or null when the questions are done. */
export type SavedPart = { hasProblems: boolean; nextPart: string | null }

/**
 * Keeps the answers of one screen exactly as typed, right or wrong: nothing is lost, and the screen shows what needs mending.
 * The case of the procedure follows from the answers where the form says so (in time, late).
 */
export async function saveDraftPart(citizen: Citizen, input: { communeId: string; draftId: string; part: string; posted: Answers }): Promise<Result<SavedPart, { code: 'not-found' }>> {
  const at = now()
  return inCitizen(citizen.citizenId, async (tx) => {
    const draft = await findDraft(tx, input.communeId, input.draftId, at)
    if (draft === null || draft.dossierId !== null) return fail({ code: 'not-found' })
    const form = formById(draft.formId)
    const part = partOf(form, input.part)
    if (part === null) return fail({ code: 'not-found' })
    const answers = { ...draft.answers, ...answersOfPart(part, input.posted) }
    const visited = [...new Set([...draft.visited, part.slug])]
    const suggested = suggestedVariant(form, answers, localDateOf(at))
    const variant = suggested === null ? undefined : (await versionById(draft.versionId))?.variants.find(({ key }) => key === suggested)
    const returnChannel = returnChannels.find((channel) => channel === answers[contactFields.returnChannel]) ?? draft.returnChannel
    await saveDraft(tx, draft.communeId, draft.id, { answers, visited, returnChannel, ...(variant === undefined ? {} : { variantId: variant.id }) }, at)
    const parts = partsFor(form, answers)
    const next = parts[parts.findIndex(({ slug }) => slug === part.slug) + 1]
    return ok({ hasProblems: validatePart(form, part.slug, answers, localDateOf(at)).length > 0, nextPart: next?.slug ?? null })
  })
}
