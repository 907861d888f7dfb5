// A process of its own that walks dossiers of one commune for so many turns and prints each deed once it is committed, before the next.
// Whoever started it may kill it, or the database, at any moment.
import pg from 'pg'
import { disconnect } from '@/lib/platform/db'
import { isUnavailable } from '@/lib/platform/faults'
import { localDateOf } from '@/lib/kernel/local-date'
import { randomFrom } from '@/tests/lib/reports/random-stories'
import { castOf } from './cast'
import { type Turn, turnFrom } from './script'
import { nothingYet, takeTurn, type Walker } from './walk'

const [slug = '', seed = '', turns = ''] = process.argv.slice(2)
const SLOTS = 4
const random = randomFrom(Number(seed))
const owner = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL })
owner.on('error', () => undefined)
await owner.connect()
const cast = await castOf(owner, slug, localDateOf(new Date()))
// What the walker before left open goes on.
const { rows } = await owner.query<{ id: string }>(`select id from dossier where commune_id = $1 and stage in ('submitted', 'received', 'in-progress', 'resolved') order by id desc limit ${SLOTS}`, [cast.communeId])
await owner.end().catch(() => undefined)
const walked = nothingYet(new Date())
let left = Number(turns)

/** Never the turns that look at every row of the commune, or change its calendar: others are at work beside. */
const quietTurn = (): Turn => {
  const turn = turnFrom(random)
  const [first, second, , ...rest] = turn.how
  return { ...turn, what: turn.what % 98, how: [first!, second!, 1, ...rest] }
}

async function walkOn(dossierId: string | null): Promise<void> {
  const walker: Walker = { slot: { commune: 0, begins: 0, turns: [] }, at: new Date(), turn: 0, dossierId, dueAt: null }
  while ((left -= 1) >= 0) {
    try {
      const committed = await takeTurn(walker, quietTurn(), cast, walked)
      if (committed !== null) process.stdout.write(`${committed.id} ${committed.version}\n`)
    } catch (fault) {
      // Whoever got no answer looks again and goes on from what is there; anything else is a fault of ours and ends the process.
      if (!isUnavailable(fault)) throw fault
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

await Promise.all(Array.from({ length: SLOTS }, (_unused, index) => walkOn(rows[index]?.id ?? null)))
await disconnect()
process.exit(0)
