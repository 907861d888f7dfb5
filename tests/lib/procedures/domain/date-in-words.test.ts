import { expect, test } from 'vitest'
import { localDate } from '@/lib/kernel/local-date'
import { dateInWords } from '@/lib/procedures/domain/date-in-words'

test.each([
  ['2026-11-05', 'Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu'],
  ['1994-06-14', 'Ngày mười bốn tháng sáu năm một nghìn chín trăm chín mươi tư'],
  ['2000-01-01', 'Ngày mùng một tháng một năm hai nghìn'],
  ['2005-04-10', 'Ngày mùng mười tháng tư năm hai nghìn không trăm linh năm'],
  ['1941-12-21', 'Ngày hai mươi mốt tháng mười hai năm một nghìn chín trăm bốn mươi mốt'],
  ['2015-02-15', 'Ngày mười lăm tháng hai năm hai nghìn không trăm mười lăm'],
  ['1924-05-24', 'Ngày hai mươi tư tháng năm năm một nghìn chín trăm hai mươi tư'],
  ['1955-10-31', 'Ngày ba mươi mốt tháng mười năm một nghìn chín trăm năm mươi lăm'],
])('%s is "%s"', (day, words) => {
  expect(dateInWords(localDate(day))).toBe(words)
})
