import { expect, test } from 'vitest'
import { atTime, now, simulatedNow } from '@/lib/platform/clock'

const noon = new Date('2026-11-20T05:00:00Z')

test('a simulated instant holds through everything that is awaited, and only there', async () => {
  await atTime(noon, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(now()).toEqual(noon)
    expect(simulatedNow()).toEqual(noon)
  })
  expect(simulatedNow()).toBeNull()
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000)
})

test('two simulated times at once do not touch each other', async () => {
  const later = new Date('2027-01-01T00:00:00Z')
  const seen = await Promise.all([noon, later].map((time) => atTime(time, async () => (await Promise.resolve(), now()))))
  expect(seen).toEqual([noon, later])
})

test('a simulated clock may move on, and nobody who changes a date changes the clock', () => {
  let minute = 0
  atTime(() => new Date(noon.getTime() + minute * 60_000), () => {
    minute = 2
    expect(now()).toEqual(new Date('2026-11-20T05:02:00Z'))
  })
  atTime(noon, () => {
    now().setFullYear(1999)
    expect(now()).toEqual(noon)
  })
})
