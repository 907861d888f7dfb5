import { expect, test } from 'vitest'
import { actions } from '@/lib/dossiers/domain/transitions'
import { useDatabase } from '@/tests/support/database'
import { seedOfToday, walkAndCheck } from '@/tests/support/walk/run'

const database = useDatabase()

/** `WALK_DOSSIERS=1000` walks the long way (a quarter of an hour), `WALK_SEED` another one. */
const DOSSIERS = Number(process.env.WALK_DOSSIERS ?? 200)

test('two hundred dossiers walk thirty turns each, do what the table knows, and everything holds afterwards', async () => {
  const walked = await walkAndCheck(database, seedOfToday(), { slots: DOSSIERS, turns: 30, days: 40, everyDays: 1, shrinkFor: 5 * 60_000 })
  // The rarest deed of all needs a parcel that the post sends back; a shorter walk may not meet it.
  expect(actions.filter((action) => !walked.done.has(action) && action !== 'take-back-parcel')).toEqual([])
})
