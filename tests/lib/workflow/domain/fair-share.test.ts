import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fairest, type Load, shareOut, type Task } from '@/lib/workflow/domain/fair-share'

const at = new Date('2026-11-23T02:00:00Z')
const load = (staffId: string, openMinutes: number, lastGivenAt: string | null = null): Load => ({ staffId, openMinutes, lastGivenAt: lastGivenAt === null ? null : new Date(lastGivenAt) })
const task = (id: string, minutes: number, candidates: string[]): Task => ({ id, minutes, candidates })

describe('whose turn it is', () => {
  test('is whoever has the least in hand', () => expect(fairest([load('a', 480), load('b', 60), load('c', 120)])?.staffId).toBe('b'))
  test('is, among equals, who waited longest for something new', () => expect(fairest([load('a', 60, '2026-11-23T01:00:00Z'), load('b', 60, '2026-11-20T01:00:00Z')])?.staffId).toBe('b'))
  test('is, among equals, first who never got anything', () => expect(fairest([load('a', 60, '2026-11-20T01:00:00Z'), load('b', 60)])?.staffId).toBe('b'))
  test('is decided by the id where even that is equal, whatever the order of the list', () => {
    expect(fairest([load('b', 60), load('a', 60)])?.staffId).toBe('a')
    expect(fairest([load('a', 60), load('b', 60)])?.staffId).toBe('a')
  })
  test('is nobody’s where there is nobody', () => expect(fairest([])).toBeNull())
})

describe('sharing out', () => {
  test('counts what was just given before it gives the next', () => {
    const { given, loads } = shareOut([task('1', 240, ['a', 'b']), task('2', 60, ['a', 'b']), task('3', 60, ['a', 'b'])], [load('a', 0), load('b', 30)], at)
    expect(given.map(({ staffId }) => staffId)).toEqual(['a', 'b', 'b'])
    expect(loads.map(({ openMinutes }) => openMinutes)).toEqual([240, 150])
  })

  test('leaves what nobody may have, and gives the rest', () => {
    const shares = shareOut([task('1', 60, []), task('2', 60, ['a'])], [load('a', 0)], at)
    expect(shares).toMatchObject({ left: ['1'], given: [{ taskId: '2', staffId: 'a' }] })
  })

  const people = fc.uniqueArray(fc.record({ staffId: fc.string({ minLength: 1, maxLength: 3 }), openMinutes: fc.integer({ min: 0, max: 3000 }), lastGivenAt: fc.option(fc.date({ min: new Date(0), max: at, noInvalidDate: true })) }), { minLength: 1, maxLength: 6, selector: ({ staffId }) => staffId })
  const minutes = fc.array(fc.integer({ min: 30, max: 960 }), { maxLength: 25 })

  test('gives every task to exactly one of its candidates, and loads grow by exactly what was given', () => {
    fc.assert(fc.property(people, minutes, (all, each) => {
      const ids = all.map(({ staffId }) => staffId)
      const tasks = each.map((size, index) => task(String(index), size, ids.filter((_, at) => (index + at) % 3 !== 0)))
      const { given, left, loads } = shareOut(tasks, all, at)
      expect([...given.map(({ taskId }) => taskId), ...left].toSorted()).toEqual(tasks.map(({ id }) => id).toSorted())
      for (const { taskId, staffId } of given) expect(tasks[Number(taskId)]!.candidates).toContain(staffId)
      for (const person of all) {
        const got = given.filter(({ staffId }) => staffId === person.staffId).reduce((sum, { taskId }) => sum + each[Number(taskId)]!, 0)
        expect(loads.find(({ staffId }) => staffId === person.staffId)!.openMinutes).toBe(person.openMinutes + got)
      }
    }))
  })

  test('nobody who got something ends up further ahead of a colleague than one task', () => {
    fc.assert(fc.property(people, minutes, (all, each) => {
      const ids = all.map(({ staffId }) => staffId)
      const { given, loads } = shareOut(each.map((size, index) => task(String(index), size, ids)), all, at)
      const least = Math.min(...loads.map(({ openMinutes }) => openMinutes))
      for (const staffId of new Set(given.map((one) => one.staffId))) {
        expect(loads.find((one) => one.staffId === staffId)!.openMinutes - least).toBeLessThanOrEqual(Math.max(...each))
      }
    }))
  })

  test('does not depend on the order in which people are listed', () => {
    fc.assert(fc.property(people, minutes, (all, each) => {
      const tasks = each.map((size, index) => task(String(index), size, all.map(({ staffId }) => staffId)))
      const turned = tasks.map((one) => ({ ...one, candidates: one.candidates.toReversed() }))
      expect(shareOut(tasks, all, at).given).toEqual(shareOut(turned, all.toReversed(), at).given)
    }))
  })
})
