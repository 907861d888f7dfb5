import { expect, test } from 'vitest'
import { paperForms, paperNumber } from '@/lib/documents/domain/official-paper'

test.each([
  ['receipt-slip', '412/TTPVHCC'],
  ['supplement-request', '412/PBS-TTPVHCC'],
  ['refusal', '412/PTC-TTPVHCC'],
  ['apology', '412/PXL'],
  ['discontinuation', '412/TB-TTPVHCC'],
  ['control-sheet', '412/PKS-TTPVHCC'],
  ['dossier-register', '412/STD-TTPVHCC'],
  ['result-cover', '412/PTKQ-TTPVHCC'],
] as const)('number 412 of a centre on a %s reads %s', (form, number) => {
  expect(paperNumber(form, 412, 'service-centre')).toBe(number)
})

test('a desk without a centre signs as BPTNTKQ', () => {
  expect(paperNumber('receipt-slip', 12, 'one-stop-desk')).toBe('12/BPTNTKQ')
  expect(paperNumber('refusal', 12, 'one-stop-desk')).toBe('12/PTC-BPTNTKQ')
})

test('a number under ten has a zero before it', () => {
  expect(paperNumber('apology', 4, 'service-centre')).toBe('04/PXL')
})

test('a paper without a number yet leaves room for a pen', () => {
  expect(paperNumber('apology', null, 'service-centre')).toMatch(/^\u00a0{10}\/PXL$/)
})

test('there are the seven forms of the circular and the cover of a result', () => {
  expect(paperForms).toHaveLength(8)
})
