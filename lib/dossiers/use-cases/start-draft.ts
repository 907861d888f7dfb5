import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCitizen } from '@/lib/platform/db'
import { initialAnswers, partsFor } from '@/lib/procedures/domain/application-form'
import { prefill } from '@/lib/procedures/domain/form-people'
import { formById } from '@/lib/procedures/forms/catalogue'
import { createDraft } from '../store/draft-store'
import { caseOf, type ProcedureProblem } from '../store/procedure-facts'

type Problem = ProcedureProblem | { code: 'not-online' }

/** Begins a filing with the form that is in force today. `variantKey`: the case chosen on the procedure's page; null: the first. */
export async function startDraft(citizen: Citizen & { contact?: string }, input: { communeId: string; procedureCode: string; variantKey: string | null }): Promise<Result<{ draftId: string; firstPart: string }, Problem>> {
  const at = now()
  const { communeId, procedureCode } = input
  const under = await caseOf(communeId, procedureCode, input.variantKey, at)
  if (!under.ok) return under
  const { version, variant } = under.value
  if (!version.content.channels.includes('online')) return fail({ code: 'not-online' })
  const form = formById(version.formId)
  const initial = initialAnswers(form)
  const answers = { ...initial, ...prefill(form, initial, contactOf(citizen.contact ?? '')) }
  const draft = { communeId, citizenId: citizen.citizenId, procedureCode, versionId: version.id, variantId: variant.id, formId: version.formId, answers, returnChannel: 'desk' as const }
  const draftId = await inCitizen(citizen.citizenId, (tx) => createDraft(tx, draft, at))
  return ok({ draftId, firstPart: partsFor(form, answers)[0]!.slug })
}

/** What answered the one-time code need not be typed again. */
const contactOf = (contact: string): { phone?: string; email?: string } => (contact === '' ? {} : contact.includes('@') ? { email: contact } : { phone: contact })
