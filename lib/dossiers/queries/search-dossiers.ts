import 'server-only'
import { z } from 'zod'
import { recordAccesses } from '@/lib/audit/store'
import { usualReason } from '@/lib/audit/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { readPersonalId } from '@/lib/identity/domain/person'
import { fold } from '@/lib/kernel/fold'
import { keyedHash } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import type { Stage } from '../domain/dossier'

export type SearchRow = { id: string; code: string; stage: Stage; procedureName: string; applicantName: string; receivedAt: Date | null; submittedAt: Date | null; returnedAt: Date | null; dueAt: Date | null }

const Row = z.object({
  id: z.uuid(), code: z.string(), stage: z.string(), procedure_name: z.string(), applicant_name: z.string().nullable(),
  received_at: z.date().nullable(), submitted_at: z.date().nullable(), returned_at: z.date().nullable(), due_at: z.date().nullable(),
})

/** By code, any part of a name without marks, or the whole personal number. Nothing typed finds nothing. */
export async function searchDossiers(officer: Officer, typed: string, size = 20): Promise<SearchRow[]> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return []
  const id = readPersonalId(typed)
  const words = id.ok ? [] : fold(typed).split(' ').filter((word) => word !== '').slice(0, 8)
  const idHash = id.ok ? keyedHash(id.value) : null
  if (words.length === 0 && idHash === null) return []
  const rows = await inCommune(officer, async (tx) => {
    const found = z.array(Row).parse(await tx.$queryRaw`
    select d.id, d.code, d.stage, d.procedure_name, p.full_name as applicant_name, d.received_at, d.submitted_at, d.returned_at, d.due_at
    from mc_search_dossiers(${words}::text[], ${idHash}::text, ${size}::int) f
    join dossier d on d.commune_id = ${tx.communeId}::uuid and d.id = f.dossier_id
    left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
    order by d.created_at desc, d.id desc`)
    // Whoever knows a person's number learns what that person has filed: each of these dossiers says so to its people.
    if (idHash !== null) await recordAccesses(tx, found.map(({ id: dossierId }) => dossierId), { staffId: officer.staffId, what: 'search', reason: usualReason })
    return found
  })
  return rows.map((row) => ({
    id: row.id, code: row.code, stage: row.stage as Stage, procedureName: row.procedure_name, applicantName: row.applicant_name ?? '',
    receivedAt: row.received_at, submittedAt: row.submitted_at, returnedAt: row.returned_at, dueAt: row.due_at,
  }))
}
