import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { der, NotAsn1, octets, oid, oidOf, readDer, sequence, setOf, timeOf } from '@/lib/signatures/cms/der'

describe('ASN.1', () => {
  test.each(['1.2.840.113549.1.7.2', '2.5.4.3', '2.16.840.1.101.3.4.2.1', '1.2.840.113549.1.9.16.2.47'])('%s is read as it was written', (name) => {
    expect(oidOf(readDer(oid(name)))).toBe(name)
  })

  test('bytes of any length are read as they were written, whatever follows them', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70_000 }), fc.uint8Array({ maxLength: 20 }), (bytes, padding) => {
      const node = readDer(Buffer.concat([sequence(octets(bytes)), padding]))
      expect(Buffer.from(node.children[0]!.body).equals(Buffer.from(bytes))).toBe(true)
    }), { numRuns: 50 })
  })

  test('an indefinite length is read like a definite one', () => {
    const indefinite = Buffer.concat([Buffer.from([0x30, 0x80]), octets(Buffer.from('a')), octets(Buffer.from('b')), Buffer.from([0, 0])])
    expect(readDer(indefinite).children.map(({ body }) => body.toString())).toEqual(['a', 'b'])
  })

  test('the members of a set stand in the order of their encodings', () => {
    expect(setOf(octets(Buffer.from('b')), octets(Buffer.from('a'))).equals(setOf(octets(Buffer.from('a')), octets(Buffer.from('b'))))).toBe(true)
  })

  test.each([
    ['years from 50 on are of the last century', der(0x17, Buffer.from('500101000000Z')), '1950-01-01T00:00:00.000Z'],
    ['years before are of this one', der(0x17, Buffer.from('491231235959Z')), '2049-12-31T23:59:59.000Z'],
    ['four figures speak for themselves', der(0x18, Buffer.from('20510203040506Z')), '2051-02-03T04:05:06.000Z'],
    ['a month that does not exist is no time', der(0x17, Buffer.from('261399000000Z')), undefined],
  ])('%s', (_what, bytes, expected) => {
    expect(timeOf(readDer(bytes))?.toISOString()).toBe(expected)
  })

  test('whatever is sent in, the answer is an element or NotAsn1, and it comes at once', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        readDer(Buffer.from(bytes))
      } catch (fault) {
        expect(fault).toBeInstanceOf(NotAsn1)
      }
    }))
    const deep = Array.from({ length: 200 }).reduce<Buffer>((inner) => sequence(inner), Buffer.from([5, 0]))
    expect(() => readDer(deep)).toThrow(NotAsn1)
  })
})
