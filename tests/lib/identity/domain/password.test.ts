import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPassword, spellPassword } from '@/lib/identity/domain/password'

const familiar = ['Xã Tân Quới', 'ltbnga', 'Lê Thị Bích Nga']
const codeOf = (typed: string): string => {
  const checked = checkPassword(typed, familiar)
  return checked.ok ? 'accepted' : checked.problem.code
}

describe('a password that someone who knows the office would try', () => {
  test.each([
    'Ubnd2026', 'UBND@2026', 'ubndxa123', 'Matkhau@123', 'm@tkh4u2026', 'Mật khẩu 123', 'P@ssw0rd', 'Password123!', 'Admin@123',
    'Tanquoi2026', 'TânQuới@2026', 'xatanquoi', 'Xã Tân Quới 1', 'ltbnga2026', 'BichNga1990', 'motcua123', 'Một Cửa 2026', 'Congan113',
    '12345678', '87654321', '11111111', 'abcdefgh', 'qwertyuiop', '1qaz2wsx', 'abcabcabc', '20112026', '0912345678', '15081990', 'Vietnam@2026', 'anhyeuem520',
  ])('%s is refused', (typed) => expect(codeOf(typed)).toBe('password-guessable'))
})

test.each(['cá rô kho tộ gừng', 'ghế mây bảy chân', 'trAu-leo-cot-dien', 'k7Rm2vXq', 'mưa rào trên mái tôn', 'x'.repeat(3) + 'Kp9wZt4Lb'])('%s is accepted', (typed) => {
  expect(codeOf(typed)).toBe('accepted')
})

test('eight characters are asked for, and counted as people count them', () => {
  expect(codeOf('k7Rm2vX')).toBe('password-short')
  expect(codeOf('đũgỗvàơé'.normalize('NFD'))).toBe('accepted')
})

test('64 and 128 characters are allowed, 129 are not', () => {
  const long = (length: number): string => Array.from({ length }, (_, at) => 'bgkmxzwj'[(at * 5 + (at >> 3)) % 8]).join('')
  expect([64, 128, 129].map((length) => codeOf(long(length)))).toEqual(['accepted', 'accepted', 'password-long'])
})

test('nothing is asked about capitals, figures or signs', () => {
  expect(codeOf('chuonvaybohoa')).toBe('accepted')
})

test('the two ways in which keyboards compose Vietnamese letters are one password', () => {
  expect(spellPassword('cá rô kho tộ'.normalize('NFD'))).toBe(spellPassword('cá rô kho tộ'))
})

test('a year, capitals and signs at its ends never turn a refused password into an accepted one', () => {
  fc.assert(
    fc.property(fc.constantFrom('ubnd', 'matkhau', 'tanquoi', 'password', 'motcua', 'congan', 'ltbnga'), fc.integer({ min: 1950, max: 2039 }), fc.constantFrom('', '!', '@', '#', '.', '_'), fc.boolean(), (word, year, sign, upper) => {
      expect(codeOf(`${upper ? word.toUpperCase() : word}${sign}${year}${sign}`)).not.toBe('accepted')
    }),
  )
})
