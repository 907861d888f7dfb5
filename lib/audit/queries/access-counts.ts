import 'server-only'
import { z } from 'zod'
import { visitor } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { inCommune } from '@/lib/platform/db'

const Counts = z.tuple([z.object({ officers: z.int(), times: z.int() })])

/** How many officers opened a dossier and how often: for whoever holds its secret. Names are for its own people alone. */
export const accessCounts = ({ communeId, dossierId }: TrackingGrant): Promise<{ officers: number; times: number }> =>
  inCommune(visitor, communeId, async (tx) => {
    const rows = await tx.$queryRaw`select count(distinct staff_id)::int as officers, count(*)::int as times from access_log where commune_id = ${communeId}::uuid and dossier_id = ${dossierId}::uuid`
    return Counts.parse(rows)[0]
  })
