import 'server-only'
import type { z } from 'zod'
import type { Citizen } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { derivedSecret, keyedHash } from '@/lib/platform/crypto'
import { inCitizen } from '@/lib/platform/db'
import { validateForm } from '@/lib/procedures/domain/form-validation'
import { formById } from '@/lib/procedures/forms/catalogue'
import type { PrepareDossierInput } from '../inputs'
import { findDraft, noteHandOver } from '../store/draft-store'

/** Eight characters, grouped by four for reading aloud. */
export type HandOver = { code: string; expiresAt: Date }
type Problem = { code: 'draft-not-found' } | { code: 'already-filed' } | { code: 'form-incomplete'; parts: readonly string[] }

/** The code of a draft is always the same: whoever wrote it down yesterday need not write another one down today. */
const handOverCode = (draftId: string): string => derivedSecret('hand-over', draftId, 8)
export const handOverHash = (code: string): string => keyedHash(`hand-over\0${code}`)

/** Where the commune does not receive online: a code with which the counter takes over what the citizen typed. */
export async function prepareDossier(citizen: Citizen, { communeId, draftId }: z.output<typeof PrepareDossierInput>): Promise<Result<HandOver, Problem>> {
  const at = now()
  return inCitizen(citizen.citizenId, async (tx) => {
    const draft = await findDraft(tx, communeId, draftId, at)
    if (draft === null) return fail({ code: 'draft-not-found' })
    if (draft.dossierId !== null) return fail({ code: 'already-filed' })
    const amiss = validateForm(formById(draft.formId), draft.answers, localDateOf(at))
    if (amiss.length > 0) return fail({ code: 'form-incomplete', parts: amiss.map(({ slug }) => slug) })
    const code = handOverCode(draftId)
    await noteHandOver(tx, communeId, draftId, handOverHash(code), at)
    return ok({ code: `${code.slice(0, 4)} ${code.slice(4)}`, expiresAt: draft.expiresAt })
  })
}
