import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import type { Head, Link } from '../domain/chain'

const LinkRow = z.object({ seq: z.bigint().transform(Number), previous_hash: z.string(), hash: z.string(), recomputed: z.string() })
const PAGE = 5_000

/** Every link of the commune's chain with the hash that its content gives now, computed by the database. */
export async function chainLinks(tx: Tx): Promise<Link[]> {
  const links: Link[] = []
  for (let after = -1; ; after = links.at(-1)!.seq) {
    const rows = await tx.$queryRaw`select seq, previous_hash, hash, mc_event_hash(e) as recomputed from dossier_event e
      where commune_id = ${tx.communeId}::uuid and seq > ${after} order by seq limit ${PAGE}`
    const page = z.array(LinkRow).parse(rows)
    links.push(...page.map(({ seq, previous_hash, hash, recomputed }) => ({ seq, previousHash: previous_hash, hash, recomputed })))
    if (page.length < PAGE) return links
  }
}

/** What the database holds as the last link; null before the first event. */
export async function chainHead(tx: Tx): Promise<Head | null> {
  const head = await tx.eventChainHead.findUnique({ where: { communeId: tx.communeId } })
  return head === null ? null : { seq: Number(head.seq), hash: head.hash }
}
