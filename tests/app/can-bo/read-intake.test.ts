import { describe, expect, test } from 'vitest'
import { fieldOnScreen, readBirth, readIntake } from '@/app/can-bo/quay/_components/read-intake'
import { nested, ReceiveDossierInput } from '@/lib/dossiers/inputs'
import { z } from 'zod'

const KEY = '019c0000-0000-7000-8000-000000000001'

function screen(fields: Record<string, string>): FormData {
  const form = new FormData()
  const usual = { idempotencyKey: KEY, procedureCode: '1.004873', channel: 'desk', returnChannel: 'desk', 'counter.fullName': 'Phạm Thị Thu Lài', 'counter.idNumber': '019194001412' }
  for (const [name, value] of Object.entries({ ...usual, ...fields })) form.set(name, value)
  return form
}
const received = (fields: Record<string, string>) => ReceiveDossierInput.parse(Object.fromEntries(readIntake(screen(fields))))
const raw = (fields: Record<string, string>) => nested(z.record(z.string(), z.unknown())).parse(Object.fromEntries(readIntake(screen(fields))))

describe('the person at the counter', () => {
  test('is the applicant where nobody else is meant', () => {
    expect(received({ 'counter.birth': '14/6/1994', 'counter.sex': 'female' })).toMatchObject({ applicant: { fullName: 'Phạm Thị Thu Lài', personalId: '019194001412', birth: '1994-06-14', sex: 'female' }, submitter: null })
  })

  test('is the submitter where it is for someone else, with the mandate', () => {
    expect(received({ 'behalf.on': 'on', 'behalf.kind': 'person', 'behalf.fullName': 'Nguyễn Bảo An', 'behalf.mandate': 'Cha của trẻ' })).toMatchObject({
      applicant: { fullName: 'Nguyễn Bảo An', personalId: null }, submitter: { fullName: 'Phạm Thị Thu Lài', mandate: 'Cha của trẻ' },
    })
  })

  test('who left the other fields filled in and unticked the box is alone again', () => {
    expect(received({ 'behalf.fullName': 'Nguyễn Bảo An', 'behalf.mandate': 'Cha của trẻ' }).submitter).toBeNull()
  })

  test.each([['B1234567', 'a passport'], ['123 456 789', 'a former identity card'], ['0100109106-001', 'a tax code']])('%s is %s and is kept as written', (idNumber) => {
    expect(received({ 'counter.idNumber': idNumber }).applicant).toMatchObject({ personalId: null, otherId: idNumber })
  })

  test('a number with a figure too few is not passed for another kind of number', () => {
    expect(() => received({ 'counter.idNumber': '01919400141' })).toThrow('Số định danh có đủ 12 chữ số.')
  })
})

describe('papers and fees', () => {
  test('what is not ticked is not handed in; a free line counts where it was named', () => {
    const { handedIn } = received({
      'handedIn.0.on': 'on', 'handedIn.0.documentKey': 'to-khai', 'handedIn.0.name': 'Tờ khai', 'handedIn.0.originals': '1', 'handedIn.0.copies': '0',
      'handedIn.1.documentKey': 'uy-quyen', 'handedIn.1.name': 'Văn bản ủy quyền', 'handedIn.1.originals': '0',
      'handedIn.2.free': '1', 'handedIn.2.name': 'Đơn viết tay', 'handedIn.2.originals': '1', 'handedIn.3.free': '1', 'handedIn.3.name': ' ',
    })
    expect(handedIn.map(({ name, originals }) => [name, originals])).toEqual([['Tờ khai', 1], ['Đơn viết tay', 1]])
  })

  test('an amount is read as people write it, and an empty one is no fee', () => {
    const lines = { 'fees.0.kind': 'charge', 'fees.0.basis': 'Lệ phí', 'fees.0.amountVnd': '15.000', 'fees.0.state': 'paid', 'fees.1.kind': 'fee', 'fees.1.basis': 'Phí', 'fees.1.amountVnd': '', 'fees.1.state': 'paid' }
    expect(received(lines).fees).toEqual([{ kind: 'charge', basis: 'Lệ phí', amountVnd: 15_000, state: 'paid' }])
  })
})

test('a code of the national portal belongs to that door alone', () => {
  expect(raw({ externalCode: 'H20.31.08-261120-0017' })).toMatchObject({ externalCode: '' })
  expect(received({ channel: 'national-portal', externalCode: 'H20.31.08-261120-0017' })).toMatchObject({ externalCode: 'H20.31.08-261120-0017' })
})

test.each([['14/06/1994', '1994-06-14'], ['14 6 1994', '1994-06-14'], ['6/1994', '1994-06'], ['1956', '1956'], ['31/11/1994', '31/11/1994'], ['hôm qua', 'hôm qua']])('a birth day typed as %s is read as %s', (typed, read) => {
  expect(readBirth(typed)).toBe(read)
})

test.each([
  ['applicant.fullName', false, 'counter.fullName'], ['applicant.fullName', true, 'behalf.fullName'], ['submitter.personalId', true, 'counter.idNumber'],
  ['submitter.mandate', true, 'behalf.mandate'], ['applicant.otherId', false, 'counter.idNumber'], ['externalCode', false, 'externalCode'],
])('a sentence about %s (on behalf: %s) stands under %s', (path, onBehalf, field) => {
  expect(fieldOnScreen(path, onBehalf)).toBe(field)
})
