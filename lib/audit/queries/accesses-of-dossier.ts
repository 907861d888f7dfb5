import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { type AccessKind, accessKinds } from '../domain/access'

const Row = z.object({ id: z.uuid(), at: z.date(), what: z.enum(accessKinds), reason: z.string(), full_name: z.string().nullable(), title: z.string().nullable() })

/** Who opened it, when and why. The name of an officer in office is public; the citizen may ask about any line. */
export type Access = { id: string; at: Date; what: AccessKind; reason: string; name: string; title: string | null }

/** Who opened a dossier, the latest first. For its applicant and submitter, and for whoever answers them. */
export async function accessesOfDossier(tx: Tx, dossierId: string): Promise<Access[]> {
  const rows = await tx.$queryRaw`select a.id, a.at, a.what, a.reason, s.full_name, s.title from access_log a
    left join staff_member s on s.commune_id = a.commune_id and s.id = a.staff_id
    where a.commune_id = ${tx.communeId}::uuid and a.dossier_id = ${dossierId}::uuid order by a.at desc, a.id desc limit 200`
  return z.array(Row).parse(rows).map(({ full_name, ...row }) => ({ ...row, name: full_name ?? 'Cán bộ đã thôi việc' }))
}
