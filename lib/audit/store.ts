import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type AccessKind, ONE_READING } from './domain/access'

export type Access = { staffId: string; what: AccessKind; reason: string; /** The attachment or paper. */ objectId?: string }

/** Notes that a person opened a citizen's data. Nobody can change or remove the note afterwards. */
export const recordAccess = (tx: Tx, { dossierId, ...access }: Access & { dossierId: string }): Promise<unknown> => recordAccesses(tx, [dossierId], access)

/** The same of many dossiers in one statement. The same thing opened again within one reading is the same note. */
export const recordAccesses = (tx: Tx, dossierIds: readonly string[], { staffId, what, reason, objectId }: Access): Promise<unknown> =>
  tx.$executeRaw`insert into access_log (commune_id, dossier_id, staff_id, what, reason, object_id)
    select ${tx.communeId}::uuid, d, ${staffId}::uuid, ${what}, ${reason}, ${objectId ?? null}::uuid from unnest(${[...new Set(dossierIds)]}::uuid[]) d
    where not exists (select from access_log a where a.commune_id = ${tx.communeId}::uuid and a.dossier_id = d and a.staff_id = ${staffId}::uuid and a.what = ${what} and a.reason = ${reason}
      and a.object_id is not distinct from ${objectId ?? null}::uuid and a.at > mc_now() - make_interval(mins => ${ONE_READING}))`
