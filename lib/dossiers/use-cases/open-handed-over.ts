import 'server-only'
import type { z } from 'zod'
import { takeAttempt } from '@/lib/identity/attempts'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { spellCode } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import { applicantOf, type FormPeople } from '@/lib/procedures/domain/form-people'
import { type SummarySection, summaryOf } from '@/lib/procedures/domain/form-summary'
import { formById } from '@/lib/procedures/forms/catalogue'
import type { OpenHandedOverInput } from '../inputs'
import { findHandedOver } from '../store/draft-store'
import { handOverHash } from './prepare-dossier'

/** Everything the counter need not type again. */
export type HandedOver = {
  draftId: string
  procedureCode: string
  variantId: string
  people: FormPeople
  /** The answers with their questions, numbers in full: the citizen stands at the counter. */
  sections: readonly SummarySection[]
  files: readonly { id: string; documentKey: string | null; name: string }[]
}
type Problem = { code: 'forbidden'; action: 'accept' } | { code: 'hand-over-unknown' } | { code: 'too-many-attempts'; waitSeconds: number }

/** Guesses at hand-over codes by one officer. Eight characters are a million million codes; twenty guesses find none. */
const guesses = { name: 'hand-over', points: 20, minutes: 10 }

export async function openHandedOver(officer: Officer, input: z.output<typeof OpenHandedOverInput>): Promise<Result<HandedOver, Problem>> {
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) return fail({ code: 'forbidden', action: 'accept' })
  const waitSeconds = await takeAttempt(guesses, officer.staffId)
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })
  return inCommune(officer, async (tx) => {
    const draft = await findHandedOver(tx, handOverHash(spellCode(input.code)), now())
    if (draft === null || draft.dossierId !== null) return fail({ code: 'hand-over-unknown' })
    const form = formById(draft.formId)
    const files = await tx.attachment.findMany({ where: { communeId: tx.communeId, draftId: draft.id, removedAt: null }, select: { id: true, documentKey: true, name: true }, orderBy: { id: 'asc' } })
    const { id: draftId, procedureCode, variantId, answers } = draft
    return ok({ draftId, procedureCode, variantId, people: applicantOf(form, answers), sections: summaryOf(form, answers, { masked: false }), files })
  })
}
