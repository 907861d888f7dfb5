import { expect, test } from 'vitest'
import { actions } from '@/lib/dossiers/domain/transitions'
import { useDatabase } from '@/tests/support/database'
import { seedOfToday, walkAndCheck } from '@/tests/support/walk/run'

const database = useDatabase()

test('fifty dossiers walk through weeks of nights, holidays and pauses, and everything holds afterwards', { timeout: 300_000 }, async () => {
  const walked = await walkAndCheck(database, seedOfToday(), { slots: 50, turns: 20, days: 14, everyDays: 1, shrinkFor: 60_000 })
  expect(walked.refused).toBeGreaterThan(100)
  // One walk of this size does not meet every action; that each can be done is shown elsewhere, here that the walk is a walk.
  expect(walked.done.size).toBeGreaterThan(actions.length / 2)
})
