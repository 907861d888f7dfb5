import 'server-only'
import { takeInAtDesk, type TakeInProblem } from '@/lib/documents/use-cases/take-in-file'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { allows, type NotNow, type NotYourTurn } from '../domain/available-actions'
import { isOpen, subjectOf } from '../domain/dossier'
import { findDossier } from '../store/dossier-store'

type Problem = TakeInProblem | { code: 'not-found' } | { code: 'forbidden' } | NotNow | NotYourTurn
type Given = { dossierId: string; documentKey: string | null; name: string }

/** The file of the result, before it is laid before whoever signs; `settleStep` names it. */
export async function attachResult(officer: Officer, { dossierId, name }: Omit<Given, 'documentKey'>, bytes: Uint8Array): Promise<Result<{ id: string }, Problem>> {
  const dossier = await inCommune(officer, (tx) => findDossier(tx, { id: dossierId }))
  if (dossier === null) return fail({ code: 'not-found' })
  const allowed = allows(officer, dossier, 'settle')
  return allowed.ok ? takeInAtDesk(officer, { dossierId, documentKey: null, name, kind: 'result' }, bytes) : allowed
}

/** A paper scanned at the counter, for a dossier that is still somebody's work. */
export async function attachScan(officer: Officer, given: Given, bytes: Uint8Array): Promise<Result<{ id: string }, Problem>> {
  const dossier = await inCommune(officer, (tx) => findDossier(tx, { id: given.dossierId }))
  if (dossier === null || !isOpen(dossier)) return fail({ code: 'not-found' })
  return may(officer, 'dossier.receive', subjectOf(dossier)) ? takeInAtDesk(officer, { ...given, kind: 'paper' }, bytes) : fail({ code: 'forbidden' })
}
