import { describe, expect, test } from 'vitest'
import { cellNames } from '@/lib/reports/domain/facts'
import { Cursor, readCell, readSlice, readTypedReport, SettlementQuestion } from '@/lib/reports/inputs'
import { cellSlug } from '@/lib/reports/wording'

describe('addresses of figures', () => {
  test.each(cellNames)('%s is found again by the name it has in an address', (cell) => {
    expect(readCell({ o: cellSlug[cell] })).toBe(cell)
  })

  test('no two cells share a name', () => {
    expect(new Set(Object.values(cellSlug)).size).toBe(cellNames.length)
  })

  test('an unknown cell, and slices that are no names, are left out', () => {
    expect(readCell({ o: 'moi-thu' })).toBeNull()
    expect(readSlice({ 'linh-vuc': 'ho-tich', 'don-vi': `x' or 1=1`, han: '2026-02-30' })).toEqual({ fieldSlug: 'ho-tich' })
  })

  test('the next page is found by a key, and nothing else is taken for one', () => {
    expect(Cursor.parse('-98233654321.5_0198f6a2-0000-7000-8000-000000000001')).toEqual({ key: -98233654321.5, id: '0198f6a2-0000-7000-8000-000000000001' })
    expect(Cursor.safeParse('1; drop').success).toBe(false)
  })
})

describe('figures typed into the check', () => {
  test('are read with and without dots; what is empty is not judged, what is no number says how to mend it', () => {
    expect(readTypedReport({ nhan: '6.047', 'da-xong': ' 6035 ', 'dang-lam': 'mười hai', 'qua-han': '' })).toEqual({
      typed: { received: '6.047', settled: '6035', pending: 'mười hai' },
      report: { received: 6047, settled: 6035 },
      errors: { pending: 'Nhập số hồ sơ bằng chữ số, ví dụ 6.047' },
    })
  })
})

describe('the question of the API', () => {
  const asked = { commune: 'my-an', from: '2012-01-01', to: '2012-07-01' }

  test('is a commune and a period', () => {
    expect(SettlementQuestion.parse(asked)).toEqual({ ...asked, by: 'none' })
  })

  test.each([
    [{ ...asked, to: '2012-01-01' }, 'to phải sau from: kỳ gồm các ngày từ from đến trước to.'],
    [{ ...asked, from: '2012-02-30' }, 'Ngày viết theo mẫu 2026-11-25, và phải có trong lịch.'],
    [{ ...asked, from: '1990-01-01' }, 'Kỳ dài nhất là 10 năm.'],
    [{ ...asked, by: 'person' }, 'by là none, field, unit, channel hoặc month.'],
  ])('%o is answered with what to change', (question, sentence) => {
    expect(SettlementQuestion.safeParse(question).error?.issues[0]?.message).toBe(sentence)
  })
})
