import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, freePlace, leaderWish, sealWish } from '@/lib/signatures/domain/place'

const A4 = { width: 595, height: 842 }
const mark = { width: 168, height: 46 }
const line = (x: number, y: number, width = 100): Box => ({ x, y, width, height: 14 })
const overlaps = (one: Box, other: Box): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

describe('where a mark stands', () => {
  test('never over anything, never off the sheet, wherever writing stands', () => {
    const boxes = fc.array(fc.record({ x: fc.integer({ min: 0, max: 560 }), y: fc.integer({ min: 0, max: 820 }), width: fc.integer({ min: 1, max: 300 }), height: fc.integer({ min: 1, max: 120 }) }), { maxLength: 40 })
    fc.assert(fc.property(boxes, (taken) => {
      const place = freePlace(A4, taken, mark, { x: 430, y: 200 })
      if (place === null) return
      expect(taken.filter((box) => overlaps(box, place))).toEqual([])
      expect(place.x >= 0 && place.y >= 0 && place.x + place.width <= A4.width && place.y + place.height <= A4.height).toBe(true)
    }))
  })

  test('a full page has no place', () => {
    expect(freePlace(A4, [{ x: 0, y: 0, ...A4 }], mark, { x: 300, y: 400 })).toBeNull()
  })

  test('the leader signs above the own name, between it and the position', () => {
    const [position, name] = [line(380, 420), line(390, 320, 90)]
    const place = freePlace(A4, [position, name, line(90, 600, 420)], mark, leaderWish(A4, [position, name], mark))!
    expect(place.y).toBeGreaterThan(name.y + name.height)
    expect(place.y + place.height).toBeLessThan(position.y)
    expect(Math.abs(place.x + place.width / 2 - (name.x + name.width / 2))).toBeLessThan(60)
  })

  test('the seal stands at the left of the leader, without touching', () => {
    const leader = { x: 350, y: 300, ...mark }
    const place = freePlace(A4, [leader], mark, sealWish(A4, leader, mark))!
    expect(place.x + place.width).toBeLessThanOrEqual(leader.x)
    expect(Math.abs(place.y - leader.y)).toBeLessThan(10)
  })
})
