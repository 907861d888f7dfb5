import { expect, test } from 'vitest'
import { emptyIntake, missingPapers, newKey, nextForSame, personFromCard, showBirth } from '@/app/can-bo/quay/_components/intake-state'
import type { IntakePaper } from '@/app/can-bo/quay/_components/intake-types'
import { parseIdCardQr } from '@/lib/identity/domain/id-card-qr'
import type { PartialDate } from '@/lib/identity/domain/partial-date'
import { IdempotencyKey } from '@/lib/dossiers/inputs'
import { must } from '@/lib/kernel/result'

const paper = (key: string, more: Partial<IntakePaper> = {}): IntakePaper => ({ key, name: key, need: 'hand-in', required: true, condition: null, originals: 1, copies: 0, insteadOf: null, ...more })
const on = { on: true, originals: 1, copies: 0 }

test('a paper is missing where it is required, kept, not ticked and not replaced', () => {
  const papers = [paper('form'), paper('card', { need: 'present' }), paper('proof'), paper('affidavit', { required: false, insteadOf: 'proof' })]
  expect(missingPapers(papers, {}).map(({ key }) => key)).toEqual(['form', 'proof'])
  expect(missingPapers(papers, { form: on, affidavit: on })).toEqual([])
  expect(missingPapers(papers, { form: { ...on, on: false }, proof: on }).map(({ key }) => key)).toEqual(['form'])
})

test('a clean scan needs no second look, one whose letters were lost does', () => {
  const clean = personFromCard(must(parseIdCardQr('019194001412||Phạm Thị Thu Lài|14061994|Nữ|Tổ dân phố Làng Vai, Bách Quang, Thái Nguyên|20072021')), '0912000326')
  expect(clean).toMatchObject({ person: { fullName: 'Phạm Thị Thu Lài', idNumber: '019194001412', birth: '14/06/1994', sex: 'female', phone: '0912000326' }, trust: { fullName: 'sure', address: 'sure' } })
  const lossy = personFromCard(must(parseIdCardQr('019194001412||Pham Thi Thu Lai|14061994|Nu|To dan pho Lang Vai|20072021')), '')
  expect(lossy.trust).toMatchObject({ fullName: 'check', sex: 'check', address: 'check', idNumber: 'sure' })
})

test.each([['1994-06-14', '14/06/1994'], ['1994-06', '06/1994'], ['1956', '1956']])('%s is shown as %s', (birth, shown) => {
  expect(showBirth(birth as PartialDate)).toBe(shown)
})

test('the next matter of the same person keeps who it is, and has a key of its own', () => {
  const first = { ...emptyIntake(newKey()), person: { ...emptyIntake('').person, fullName: 'Phạm Thị Thu Lài' }, procedureCode: '1.004873', given: { form: on } }
  const second = nextForSame(first, newKey())
  expect(second).toMatchObject({ person: { fullName: 'Phạm Thị Thu Lài' }, procedureCode: null, given: {} })
  expect(second.idempotencyKey).not.toBe(first.idempotencyKey)
  expect(IdempotencyKey.safeParse(second.idempotencyKey).success).toBe(true)
})
