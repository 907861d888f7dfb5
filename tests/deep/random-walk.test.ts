import { expect, test } from 'vitest'
import { actions } from '@/lib/dossiers/domain/transitions'
import { useDatabase } from '@/tests/support/database'
import { seedOfToday, walkAndCheck } from '@/tests/support/walk/run'

const database = useDatabase()

test('a thousand dossiers walk thirty turns each, do everything the table knows, and everything holds afterwards', async () => {
  const walked = await walkAndCheck(database, seedOfToday(), { slots: 1_000, turns: 30, days: 40, everyDays: 1, shrinkFor: 5 * 60_000 })
  expect(actions.filter((action) => !walked.done.has(action))).toEqual([])
})
