import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { instantAt } from '@/lib/kernel/local-date'
import { inCommune } from '@/lib/platform/db'
import type { Period } from '../domain/period'

/** Results that the same person settled and signed, as the rule of a commune with a single clerk allows. `codes`: the first of them. */
export type SameHand = { count: number; codes: string[] }

const Row = z.object({ code: z.string(), all: z.int() })
const SHOWN = 50

/** Signed within the period by whoever had prepared them. */
export async function sameHand(officer: Officer, { from, to }: Period): Promise<SameHand> {
  if (!may(officer, 'figures.read', { communeId: officer.communeId })) return { count: 0, codes: [] }
  const rows = z.array(Row).parse(await inCommune(officer, (tx) => tx.$queryRaw`
    select d.code, count(*) over ()::int as all from dossier_result r join dossier d on d.commune_id = r.commune_id and d.id = r.dossier_id
    where r.commune_id = ${tx.communeId}::uuid and r.signed_by = r.prepared_by and r.signed_at >= ${instantAt(from, '00:00')}::timestamptz and r.signed_at < ${instantAt(to, '00:00')}::timestamptz
    order by r.signed_at, d.code limit ${SHOWN}`))
  return { count: rows[0]?.all ?? 0, codes: rows.map(({ code }) => code) }
}
