import { expect, test } from 'vitest'
import { readReception } from '@/app/can-bo/lien-thong/_components/read-reception'
import { ReceiveElsewhereInput } from '@/lib/interagency/inputs'

const typed = (more: Record<string, string> = {}): FormData => {
  const form = new FormData()
  const fields = {
    idempotencyKey: '01a2028b-27d1-7021-a646-c332377b0c91', solvingCommuneId: '01a2028b-27d1-7021-a646-c332377b0c92', procedureCode: '1.010041', variantKey: 'thong-thuong', 'counter.fullName': 'Nguyễn Thị Liên',
    'counter.idNumber': '019190000123', 'counter.birth': '14/6/1994', 'counter.sex': 'female', 'counter.address': '', 'counter.phone': '', returnPlace: 'solving',
    'handedIn.0.documentKey': 'to-khai', 'handedIn.0.name': 'Tờ khai', 'handedIn.0.originals': '1', 'handedIn.0.copies': '0',
    'handedIn.1.documentKey': 'so-do', 'handedIn.1.name': 'Sơ đồ', 'handedIn.1.originals': '0', 'handedIn.1.copies': '1', ...more,
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
const parsed = (form: FormData) => ReceiveElsewhereInput.parse(Object.fromEntries(readReception(form)))

test('what was ticked was handed in, the rest was not', () => {
  expect(parsed(typed({ 'handedIn.1.on': 'yes' })).handedIn).toMatchObject([{ documentKey: 'so-do', name: 'Sơ đồ', copies: 1 }])
  expect(parsed(typed()).handedIn).toEqual([])
})

test('the person at the counter is the applicant', () => {
  const { applicant, returnPlace, submitter } = parsed(typed())
  expect([applicant, returnPlace, submitter]).toEqual([expect.objectContaining({ fullName: 'Nguyễn Thị Liên', personalId: '019190000123', birth: '1994-06-14', sex: 'female', address: null, phone: null }), 'solving', null])
})

test('a passport is kept as another number', () => {
  expect(parsed(typed({ 'counter.idNumber': 'C1234567' })).applicant).toMatchObject({ personalId: null, otherId: 'C1234567' })
})
