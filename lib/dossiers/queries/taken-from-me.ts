import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'

/** A step that a colleague took over from this officer. */
export type TakenFromMe = { code: string; by: string; at: Date; reason: string | null }

const Row = z.object({ code: z.string(), full_name: z.string().nullable(), occurred_at: z.date(), text: z.string().nullable() })
/** Whoever was away for a week still reads it. @unit milliseconds */
const RECENT = 7 * 86_400_000

/** What colleagues took over from this officer in the last days: both sides know of it. */
export async function takenFromMe(officer: Officer): Promise<TakenFromMe[]> {
  const rows = await inCommune(officer, (tx) => tx.$queryRaw`
    select d.code, m.full_name, e.occurred_at, n.text
    from dossier_event e
    join dossier d on d.commune_id = e.commune_id and d.id = e.dossier_id
    left join staff_member m on m.commune_id = e.commune_id and m.id = e.actor_id
    left join dossier_note n on n.commune_id = e.commune_id and n.event_id = e.id
    where e.commune_id = ${tx.communeId}::uuid and e.type = 'step-taken-over' and e.payload ->> 'fromId' = ${officer.staffId} and e.occurred_at > ${new Date(now().getTime() - RECENT)}::timestamptz
    order by e.occurred_at desc limit 5`)
  return z.array(Row).parse(rows).map(({ code, full_name, occurred_at, text }) => ({ code, by: full_name ?? '', at: occurred_at, reason: text }))
}
