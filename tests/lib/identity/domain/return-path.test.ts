import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath } from '@/lib/identity/domain/return-path'

test.each(['/', '/can-bo', '/can-bo/ho-so/Z99.01-261120-0017?tab=giay-to', '/thu-tuc?q=khai%20sinh', '/don-vi/tan-quoi/nop-ho-so/1.001193#phan-2', '/tra-cuu?tiep=//evil.vn'])(
  '%s is a page of ours',
  (path) => expect(returnPath(path, '/nha')).toBe(path),
)

test.each([
  '//evil.vn', '///evil.vn', '/\\evil.vn', '\\\\evil.vn', 'https:evil.vn', 'https://evil.vn', 'HTTPS://evil.vn/can-bo', 'javascript:alert(1)', 'data:text/html,x',
  '%2F%2Fevil.vn', '/%2Fevil.vn', '/%2f%2fevil.vn', '/%5Cevil.vn', '/\t/evil.vn', '/\n/evil.vn', '\t//evil.vn', ' //evil.vn', '/%09/evil.vn', '/..//evil.vn', '/.//evil.vn',
  '@evil.vn', 'evil.vn', '', '/%E0%A4%A', `/${'a'.repeat(700)}`,
])('%j leads home instead', (path) => expect(returnPath(path, '/nha')).toBe('/nha'))

test.each(['/dang-nhap', '/dang-nhap?tiep=/x', '/can-bo/dang-nhap/ma', '/can-bo/dang-xuat', '/dang-xuat'])('%s would go round in circles', (path) => {
  expect(returnPath(path, '/nha')).toBe('/nha')
})

test('nothing asked for leads home', () => {
  expect([returnPath(null, '/nha'), returnPath(undefined, '/nha')]).toEqual(['/nha', '/nha'])
})

test('whatever is asked for, a browser stays on our host', () => {
  const piece = fc.constantFrom('/', '\\', '%2f', '%5c', '.', '..', '@', ':', '?', '#', '\t', ' ', 'evil.vn', 'https:', 'a')
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))), (typed) => {
      expect(new URL(returnPath(typed, '/nha'), 'https://mot-cua.vn').origin).toBe('https://mot-cua.vn')
    }),
    { numRuns: 2000 },
  )
})
