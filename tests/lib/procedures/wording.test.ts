import { describe, expect, test } from 'vitest'
import { procedureCatalogue } from '@/prisma/seed/procedures/catalogue'
import { type FilingChannel, verifiableParts } from '@/lib/procedures/domain/procedure'
import { feeInShort, fieldProblemLink, fieldProblemSentence, unverifiedLabel } from '@/lib/procedures/wording'

const catalogue = procedureCatalogue()
const feesOf = (code: string, variant = 0) => catalogue.find((procedure) => procedure.code === code)?.versions[0]?.variants[variant]?.fees ?? expect.unreachable(code)

describe('money in one line', () => {
  test.each<[string, number, FilingChannel, string]>([
    ['2.000815', 0, 'desk', '2.000 đ/trang'],
    ['2.000635', 0, 'online', '8.000 đ/bản'],
    ['1.001193', 0, 'online', 'Không mất tiền'],
    ['1.001193', 1, 'online', 'Theo mức của tỉnh'],
    ['1.004194', 0, 'online', '7.000 đ khi nộp trực tuyến'],
    ['1.004194', 0, 'desk', '15.000 đ'],
    ['1.004194', 1, 'online', '5.000 đ/người khi nộp trực tuyến'],
    ['1.004222', 0, 'national-portal', '10.000 đ'],
    ['1.013225', 0, 'desk', 'Theo mức của tỉnh'],
    ['1.014027', 0, 'desk', 'Không mất tiền'],
    ['2.001263', 0, 'desk', '400.000 đ'],
  ])('%s, case %i, %s: %s', (code, variant, channel, words) => {
    expect(feeInShort(feesOf(code, variant), channel).replaceAll('\u00a0', ' ')).toBe(words)
  })
  test('what the province sets is never shown as free', () => {
    for (const { versions } of catalogue) {
      for (const { fees } of versions[0]!.variants) {
        if (fees.some(({ amountVnd, onRequest }) => amountVnd === null && !onRequest)) expect(feeInShort(fees)).not.toBe('Không mất tiền')
      }
    }
  })
})

test('each part that may lack a source has a name', () => {
  expect(Object.keys(unverifiedLabel).sort()).toEqual([...verifiableParts].sort())
})

test('a link in the summary of errors has no full stop and no second sentence', () => {
  const problem = { field: 'x', label: 'Ngày sinh', code: 'day-range', day: 29, month: 2, year: 2025, days: 28 } as const
  expect(fieldProblemSentence(problem)).toBe('Năm 2025 không nhuận, tháng 2 chỉ có 28 ngày. Xem lại ngày hoặc năm.')
  expect(fieldProblemLink(problem)).toBe('Năm 2025 không nhuận, tháng 2 chỉ có 28 ngày')
  expect(fieldProblemLink({ field: 'x', label: 'Số định danh', code: 'personal-id-length', digits: 11 })).toBe('Số định danh có 12 chữ số')
})

test('nothing a citizen reads shouts or blames', () => {
  const read = catalogue.flatMap(({ versions }) => versions.flatMap(({ content, variants }) => [
    content.plainName, content.conditions ?? '', ...content.results, ...content.steps.map(({ name }) => name),
    ...variants.flatMap(({ name, limitNote, fees, documents }) => [name, limitNote, ...fees.map(({ wording }) => wording), ...documents.flatMap((document) => [document.name, document.plainName ?? '', document.condition ?? '', document.note ?? ''])]),
  ]))
  for (const text of read) {
    expect(text).not.toMatch(/!|…$|TNXP|\bCSDL\b/)
    expect(text).toBe(text.normalize('NFC'))
  }
})
