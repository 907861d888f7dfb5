import { describe, expect, test } from 'vitest'
import { localDate } from '@/lib/kernel/local-date'
import { checklistFor, missingFrom } from '@/lib/procedures/domain/checklist'
import { type RequiredDocument, versionOn } from '@/lib/procedures/domain/procedure'

const aPaper = (key: string, parts: Partial<RequiredDocument> = {}): RequiredDocument => ({
  key, name: key, plainName: null, kind: 'paper', originals: 1, copies: 0, required: true, condition: null, note: null, template: null, presentOnly: false, channels: null, insteadOf: null, ...parts,
})
const form = aPaper('to-khai', { kind: 'application-form', channels: ['desk', 'post'] })
const electronicForm = aPaper('mau-dien-tu', { kind: 'application-form', channels: ['online'] })
const certificate = aPaper('giay-chung-sinh')
const witness = aPaper('nguoi-lam-chung', { required: false, condition: 'Khi không có Giấy chứng sinh', insteadOf: 'giay-chung-sinh' })
const idCard = aPaper('giay-to-tuy-than', { presentOnly: true })
const birth = { documents: [form, electronicForm, certificate, witness, idCard] }
const list = (channel: 'online' | 'desk' | 'post' | 'national-portal') => checklistFor(birth, channel).map(({ document, need }) => `${document.key}: ${need}`)

describe('the checklist', () => {
  test('takes the paper form at the desk and by post, the electronic one online', () => {
    expect(list('desk')).toEqual(['to-khai: hand-in', 'giay-chung-sinh: hand-in', 'nguoi-lam-chung: hand-in', 'giay-to-tuy-than: present'])
    expect(list('post')).toEqual(list('desk'))
    expect(list('online')).toEqual(['mau-dien-tu: answer', 'giay-chung-sinh: hand-in', 'nguoi-lam-chung: hand-in', 'giay-to-tuy-than: present'])
    expect(list('national-portal')).toEqual(list('online'))
  })
  test('a form without an electronic twin is answered online all the same', () => {
    expect(checklistFor({ documents: [aPaper('to-khai', { kind: 'application-form' })] }, 'online')[0]?.need).toBe('answer')
  })
})

describe('what is missing', () => {
  const missing = (channel: 'online' | 'desk', ...given: string[]) => missingFrom(checklistFor(birth, channel), new Set(given)).map(({ key }) => key)
  test('is what is required and not there', () => {
    expect(missing('desk')).toEqual(['to-khai', 'giay-chung-sinh'])
    expect(missing('desk', 'to-khai', 'giay-chung-sinh')).toEqual([])
  })
  test('is never what is answered in questions or only shown', () => {
    expect(missing('online')).toEqual(['giay-chung-sinh'])
  })
  test('a paper in its stead does as well', () => {
    expect(missing('online', 'nguoi-lam-chung')).toEqual([])
  })
})

describe('the version of a day', () => {
  const old = { name: 'old', effectiveFrom: localDate('2020-01-01'), effectiveTo: localDate('2026-04-15') }
  const now = { name: 'now', effectiveFrom: localDate('2026-04-15'), effectiveTo: null }
  test.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'old'],
    ['2026-04-14', 'old'],
    ['2026-04-15', 'now'],
    ['2030-01-01', 'now'],
  ])('on %s is %s', (day, name) => {
    expect(versionOn([now, old], localDate(day))?.name).toBe(name)
  })
  test('on the day it ends, an old version no longer holds', () => {
    expect(versionOn([old], localDate('2026-04-14'))?.name).toBe('old')
    expect(versionOn([old], localDate('2026-04-15'))).toBeNull()
  })
  test('of two in force the later one counts', () => {
    expect(versionOn([{ ...old, effectiveTo: null }, now], localDate('2026-05-01'))?.name).toBe('now')
  })
})
