import { beforeEach, expect, test, vi } from 'vitest'
import { forgetTyped, keepTyped, keptTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { said } from '@/app/(cong-dan)/_components/said'
import { answersFrom } from '@/app/(cong-dan)/don-vi/[slug]/nop-ho-so/_components/posted-answers'
import { randomToken } from '@/lib/platform/crypto'

/** The browser's jar, which Next hands to the server at each request. */
const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string, { maxAge }: { maxAge?: number }) => void (maxAge === 0 ? jar.delete(name) : jar.set(name, value)),
  }),
}))
beforeEach(() => jar.clear())

test('what was typed waits for its own screen, unreadable in the browser, until it is forgotten', async () => {
  await keepTyped('draft/me', { 'mother-name': 'Trần Thị Út Hiền', 'mother-id': '087194000731' })
  expect(jar.get('mc-typed')).not.toContain('087194000731')
  expect(await keptTyped('draft/me')).toEqual({ 'mother-name': 'Trần Thị Út Hiền', 'mother-id': '087194000731' })
  expect(await keptTyped('draft/cha')).toEqual({})
  await forgetTyped()
  expect(await keptTyped('draft/me')).toEqual({})
})

test('a full screen of long Vietnamese answers fits into one cookie', async () => {
  const answers = Object.fromEntries(Array.from({ length: 7 }, (_unused, index) => [`field-${index}`, `Tổ dân phố số ${index}, đường Nguyễn Đình Chiểu nối dài, phường Bách Quang, tỉnh Thái Nguyên. `.repeat(3)]))
  await keepTyped('draft/me', answers)
  expect(jar.get('mc-typed')!.length).toBeLessThan(3_950)
  expect(await keptTyped('draft/me')).toEqual(answers)
})

test('of more than a cookie holds the longest answer is left out and the others stay', async () => {
  await keepTyped('draft/noi-dung', { request: randomToken(40_000), remark: 'Giao buổi sáng' })
  expect(jar.get('mc-typed')!.length).toBeLessThan(3_950)
  expect(await keptTyped('draft/noi-dung')).toEqual({ remark: 'Giao buổi sáng' })
})

test('a damaged cookie is as none', async () => {
  await keepTyped('draft/me', { a: 'b' })
  jar.set('mc-typed', `${jar.get('mc-typed')!.slice(0, -4)}AAAA`)
  expect(await keptTyped('draft/me')).toEqual({})
})

test('the boxes of a date become one question; files and the framework\'s own fields are no answers', () => {
  const form = new FormData()
  for (const [name, value] of [['child-birth-day', '5'], ['child-birth-month', '11'], ['child-birth-year', '2026'], ['child-name', ' Châu '], ['$ACTION_ID_1', 'x']]) form.append(name!, value!)
  form.append('photo', new Blob(['x']))
  form.append('long', 'a'.repeat(6_000))
  expect(answersFrom(form)).toEqual({ 'child-birth.day': '5', 'child-birth.month': '11', 'child-birth.year': '2026', 'child-name': ' Châu ', long: 'a'.repeat(5_000) })
})

test.each([['not-found', 'Không tìm thấy.'], ['constructor', undefined], ['__proto__', undefined], ['toString', undefined], [undefined, undefined], [['not-found'], undefined]])('%j in an address says %j', (code, sentence) => {
  expect(said({ 'not-found': 'Không tìm thấy.' }, code)).toBe(sentence)
})
