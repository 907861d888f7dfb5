import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstBrokenLink, type Head, type Link } from '@/lib/audit/domain/chain'
import { localDate } from '@/lib/kernel/local-date'

type Told = { seq: number; said: string; previousHash: string; hash: string }
const hashOf = ({ seq, said, previousHash }: Omit<Told, 'hash'>): string => createHash('sha256').update(`${previousHash}|${seq}|${said}`).digest('hex')

function told(length: number): Told[] {
  const chain: Told[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const link = { seq, said: `event ${seq}`, previousHash: chain.at(-1)?.hash ?? '' }
    chain.push({ ...link, hash: hashOf(link) })
  }
  return chain
}
const links = (chain: readonly Told[]): Link[] => chain.map((link) => ({ seq: link.seq, previousHash: link.previousHash, hash: link.hash, recomputed: hashOf(link) }))
const headOf = (chain: readonly Told[]): Head | null => (chain.length === 0 ? null : { seq: chain.at(-1)!.seq, hash: chain.at(-1)!.hash })
/** Every hash anew from a link on: what an owner of the database can do. */
const rewritten = (chain: readonly Told[], from: number): Told[] =>
  chain.reduce<Told[]>((done, link) => {
    const anew = link.seq < from ? link : { ...link, previousHash: done.at(-1)?.hash ?? '' }
    return [...done, { ...anew, hash: link.seq < from ? link.hash : hashOf(anew) }]
  }, [])

const chainAndPlace = fc.integer({ min: 2, max: 40 }).chain((length) => fc.tuple(fc.constant(told(length)), fc.integer({ min: 1, max: length })))

describe('a chain', () => {
  test('as it was written is whole, also empty, also with seals of earlier days', () => {
    fc.assert(fc.property(chainAndPlace, ([chain, sealed]) => {
      const seal = { seq: sealed, hash: chain[sealed - 1]!.hash, on: localDate('2026-11-20') }
      expect(firstBrokenLink(links(chain), headOf(chain), [seal])).toBeNull()
    }))
    expect(firstBrokenLink([], null, [])).toBeNull()
  })

  test('names the link that was changed, and no earlier one', () => {
    fc.assert(fc.property(chainAndPlace, ([chain, place]) => {
      const changed = chain.map((link) => (link.seq === place ? { ...link, said: 'something else' } : link))
      expect(firstBrokenLink(links(changed), headOf(chain), [])).toEqual({ seq: place, why: 'changed' })
    }))
  })

  test('names the link that was taken out, whether the rest was renumbered or not', () => {
    fc.assert(fc.property(chainAndPlace, ([chain, place]) => {
      const left = chain.filter(({ seq }) => seq !== place)
      const why = place === chain.length ? 'tail-cut' : 'missing'
      expect(firstBrokenLink(links(left), headOf(chain), [])).toEqual({ seq: place, why })
      const renumbered = left.map((link, index) => ({ ...link, seq: index + 1 }))
      if (place < chain.length) expect(firstBrokenLink(links(renumbered), headOf(renumbered), [])).toEqual({ seq: place, why: 'missing' })
    }))
  })

  test('names the first of two links that changed places', () => {
    fc.assert(fc.property(chainAndPlace, ([chain, place]) => {
      if (place === chain.length) return
      const [one, other] = [chain[place - 1]!, chain[place]!]
      const swapped = chain.map((link) => (link.seq === place ? { ...other, seq: place } : link.seq === place + 1 ? { ...one, seq: place + 1 } : link))
      expect(firstBrokenLink(links(swapped), headOf(chain), [])).toEqual({ seq: place, why: 'reordered' })
    }))
  })

  test('rewritten from a link on, head included, is whole to itself and broken to a seal', () => {
    fc.assert(fc.property(chainAndPlace, ([chain, place]) => {
      const forged = rewritten(chain.map((link) => (link.seq === place ? { ...link, said: 'something else' } : link)), place)
      expect(firstBrokenLink(links(forged), headOf(forged), [])).toBeNull()
      const seal = { ...headOf(chain)!, on: localDate('2026-11-20') }
      expect(firstBrokenLink(links(forged), headOf(forged), [seal])).toEqual({ seq: chain.length, why: 'seal', sealedOn: '2026-11-20' })
    }))
  })

  test('cut short together with its head is found by a seal', () => {
    const chain = told(9)
    const cut = chain.slice(0, 5)
    expect(firstBrokenLink(links(cut), headOf(cut), [{ ...headOf(chain)!, on: localDate('2026-11-20') }])).toEqual({ seq: 6, why: 'tail-cut' })
    expect(firstBrokenLink(links(cut), headOf(chain), [])).toEqual({ seq: 6, why: 'tail-cut' })
    expect(firstBrokenLink(links(chain), headOf(cut), [])).toEqual({ seq: 9, why: 'head' })
  })
})
