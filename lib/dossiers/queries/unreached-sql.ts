import 'server-only'
import { Prisma } from '@/lib/platform/db'

/** Did the last message about dossier `d` fail to reach its people? What was said in another message went with that one. */
export const unreachedSql = Prisma.sql`coalesce((select m.state in ('failed', 'no-gateway') from message m
  where m.commune_id = d.commune_id and m.dossier_id = d.id and m.state <> 'merged' order by m.created_at desc, m.id desc limit 1), false)`
