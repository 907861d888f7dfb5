import 'server-only'
import type { z } from 'zod'
import { recordAccess as write } from '@/lib/audit/store'
import type { AccessKind } from '@/lib/audit/domain/access'
import { usualReason } from '@/lib/audit/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { showPersonalId } from '@/lib/identity/domain/person'
import { phone as showPhone } from '@/lib/kernel/format'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { decryptField } from '@/lib/platform/crypto'
import { inCommune, type Tx } from '@/lib/platform/db'
import { subjectOf } from '../domain/dossier'
import type { RecordAccessInput } from '../inputs'
import { findDossier } from '../store/dossier-store'

type Problem = { code: 'not-found' } | { code: 'forbidden' }

/** Notes that this officer opened something of a dossier. The citizen reads the note; nobody can take it back. */
export const recordAccess = (officer: Officer, access: { dossierId: string; what: AccessKind; reason?: string }): Promise<Result<true, Problem>> =>
  inCommune(officer, async (tx) => {
    const dossier = await findDossier(tx, { id: access.dossierId })
    if (dossier === null) return fail({ code: 'not-found' })
    if (!may(officer, 'dossier.read', subjectOf(dossier))) return fail({ code: 'forbidden' })
    await write(tx, { dossierId: dossier.id, staffId: officer.staffId, what: access.what, reason: access.reason ?? usualReason })
    return ok(true)
  })

export type Unmasked = { part: 'applicant' | 'submitter'; personalId: string | null; phone: string | null; email: string | null }

/** Shows numbers in full, once the reason is noted: note and answer are one transaction. */
export const unmaskPersonalId = (officer: Officer, { dossierId, reason }: z.output<typeof RecordAccessInput>): Promise<Result<Unmasked[], Problem>> =>
  inCommune(officer, async (tx) => {
    const dossier = await findDossier(tx, { id: dossierId })
    if (dossier === null) return fail({ code: 'not-found' })
    if (!may(officer, 'dossier.read-personal-id', subjectOf(dossier))) return fail({ code: 'forbidden' })
    await write(tx, { dossierId, staffId: officer.staffId, what: 'personal-id', reason })
    return ok(await numbersOf(tx, dossierId))
  })

async function numbersOf(tx: Tx, dossierId: string): Promise<Unmasked[]> {
  const parties = await tx.dossierParty.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { part: 'asc' } })
  const open = (sealed: string | null): string | null => (sealed === null ? null : decryptField(sealed))
  return parties.map(({ part, personalId, phone, email }) => {
    const [id, number] = [open(personalId), open(phone)]
    return { part: part as Unmasked['part'], personalId: id === null ? null : /^\d{12}$/.test(id) ? showPersonalId(id) : id, phone: number === null ? null : showPhone(number), email: open(email) }
  })
}
