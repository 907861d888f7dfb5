import 'server-only'
import { takeInAtDesk, type TakeInProblem } from '@/lib/documents/use-cases/take-in-file'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { checkAttached } from '@/lib/signatures/use-cases/check-attached'
import { allows, type NotNow, type NotYourTurn } from '../domain/available-actions'
import { currentStep, isOpen, subjectOf } from '../domain/dossier'
import { findDossier } from '../store/dossier-store'

type Problem = TakeInProblem | { code: 'not-found' } | { code: 'forbidden' } | NotNow | NotYourTurn
type Given = { dossierId: string; documentKey: string | null; name: string }

/**
 * The file of the result, before it is laid before whoever signs, or the scan of what was signed by pen, before the clerk seals. A
 * PDF that came signed is looked at here and once: who signed it, and whether it was changed since.
 */
export async function attachResult(officer: Officer, { dossierId, name }: Omit<Given, 'documentKey'>, bytes: Uint8Array): Promise<Result<{ id: string }, Problem>> {
  const dossier = await inCommune(officer, (tx) => findDossier(tx, { id: dossierId }))
  if (dossier === null) return fail({ code: 'not-found' })
  const allowed = allows(officer, dossier, currentStep(dossier)?.key === 'seal' ? 'seal' : 'settle')
  if (!allowed.ok) return allowed
  const taken = await takeInAtDesk(officer, { dossierId, documentKey: null, name, kind: 'result' }, bytes)
  if (taken.ok) await checkAttached(officer, taken.value.id, bytes)
  return taken
}

/** A paper scanned at the counter, for a dossier that is still somebody's work. */
export async function attachScan(officer: Officer, given: Given, bytes: Uint8Array): Promise<Result<{ id: string }, Problem>> {
  const dossier = await inCommune(officer, (tx) => findDossier(tx, { id: given.dossierId }))
  if (dossier === null || !isOpen(dossier)) return fail({ code: 'not-found' })
  return may(officer, 'dossier.receive', subjectOf(dossier)) ? takeInAtDesk(officer, { ...given, kind: 'paper' }, bytes) : fail({ code: 'forbidden' })
}
