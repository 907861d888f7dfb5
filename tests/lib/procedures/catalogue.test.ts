import { describe, expect, test } from 'vitest'
import { extendedLimit, type TimeLimit } from '@/lib/calendar/domain/time-limit'
import { permissions } from '@/lib/identity/domain/permissions'
import { must } from '@/lib/kernel/result'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { lifeEvents, mostUsedProcedures } from '@/lib/procedures/domain/life-events'
import { lawChannels, limitFor, type ProcedureVariant } from '@/lib/procedures/domain/procedure'
import { formById } from '@/lib/procedures/forms/catalogue'
import { ProcedureSeed } from '@/lib/procedures/inputs'
import { procedureCatalogue, procedureFields } from '@/prisma/seed/procedures/catalogue'

const catalogue = procedureCatalogue()
const byCode = new Map(catalogue.map((procedure) => [procedure.code, procedure]))
const versionOf = (code: string) => byCode.get(code)?.versions[0] ?? expect.unreachable(code)
const variantOf = (code: string, key = 'thong-thuong'): ProcedureVariant => versionOf(code).variants.find((one) => one.key === key) ?? expect.unreachable(`${code} ${key}`)
const variants = catalogue.flatMap(({ code, versions }) => versions.flatMap((version) => version.variants.map((variant) => ({ code, variant }))))

const days = (value: number, cutOff?: string): TimeLimit => ({ unit: 'working-day', value, ...(cutOff === undefined ? {} : { cutOff }) })
const calendarDays = (value: number): TimeLimit => ({ unit: 'calendar-day', value })
const sameDay: TimeLimit = { unit: 'same-day', cutOff: '15:00' }

test('the catalogue holds 94 procedures in 25 fields, each once and each in its field', () => {
  expect(catalogue).toHaveLength(94)
  expect(byCode.size).toBe(94)
  expect(procedureFields()).toHaveLength(25)
  expect(new Set(catalogue.map(({ field }) => field))).toEqual(new Set(procedureFields().map(({ slug }) => slug)))
})

test('a file that says what nobody knows is refused', () => {
  const seed = { code: '1.000000', field: 'ho-tich', popularity: 0, versions: [] }
  expect(ProcedureSeed.safeParse(seed).success).toBe(false)
  expect(ProcedureSeed.safeParse({ ...seed, code: '1.0' }).success).toBe(false)
})

describe('limits of the catalogue, converted by hand from the words of the source', () => {
  test.each<[string, string, string, TimeLimit | null]>([
    ['1.001193', 'dung-han', 'desk', sameDay],
    ['1.000894', 'thong-thuong', 'desk', sameDay],
    ['1.004859', 'thay-doi-cai-chinh', 'desk', days(3)],
    ['1.004859', 'bo-sung', 'desk', sameDay],
    ['1.004873', 'ket-hon', 'online', days(3)],
    ['2.000806', 'thong-thuong', 'desk', days(5)],
    ['2.000779', 'thong-thuong', 'desk', calendarDays(10)],
    ['1.013225', 'nha-o-rieng-le', 'desk', days(7)],
    ['1.013225', 'cong-trinh', 'desk', days(10)],
    ['1.013232', 'cong-trinh', 'desk', days(10)],
    ['2.000815', 'thong-thuong', 'desk', sameDay],
    ['2.000815', 'so-luong-lon', 'desk', days(2)],
    ['2.000575', 'cap-lai', 'desk', days(1)],
    ['2.000575', 'cap-doi', 'desk', days(3)],
    ['1.012812', 'thong-thuong', 'desk', calendarDays(30)],
    ['1.012812', 'vung-kho-khan', 'desk', calendarDays(40)],
    ['1.013967', 'vung-kho-khan', 'desk', calendarDays(60)],
    ['1.013133', 'thong-thuong', 'desk', days(1)],
    ['1.013133', 'thong-thuong', 'online', { unit: 'working-hour', value: 2 }],
    ['1.013133', 'thong-thuong', 'national-portal', { unit: 'working-hour', value: 2 }],
    ['1.010824', 'tro-cap-mot-lan', 'desk', calendarDays(19)],
    ['1.010824', 'tro-cap-tuat', 'desk', calendarDays(24)],
    ['2.002913', 'nguoi-co-cong', 'online', days(18, '15:00')],
    ['2.002913', 'bao-tro-xa-hoi', 'online', days(6, '15:00')],
    ['2.002913', 'bao-tro-xa-hoi-80-tuoi', 'online', days(11, '15:00')],
    ['2.002913', 'bao-hiem-xa-hoi', 'online', days(9, '15:00')],
    ['3.000722', 'thong-thuong', 'online', days(3, '15:00')],
    ['1.011606', 'thong-thuong', 'desk', null],
    ['2.002308', 'dang-huong-bhyt', 'desk', null],
  ])('%s %s, %s', (code, variant, channel, limit) => {
    expect(limitFor(variantOf(code, variant), channel as 'desk')).toEqual(limit)
  })

  test.each<[string, string, TimeLimit]>([
    ['1.000656', 'dung-han', days(3)],
    ['1.000689', 'thong-thuong', days(8)],
    ['1.000894', 'thong-thuong', days(5)],
    ['1.001022', 'thong-thuong', days(8)],
    ['1.001193', 'dung-han', days(3, '15:00')],
    ['1.001766', 'thong-thuong', days(3)],
    ['1.004746', 'thong-thuong', calendarDays(25)],
    ['1.004772', 'thong-thuong', calendarDays(25)],
    ['1.004859', 'thay-doi-cai-chinh', days(6)],
    ['2.000554', 'thong-thuong', days(8)],
    ['1.010041', 'thong-thuong', days(3)],
    ['3.000722', 'thong-thuong', days(5)],
  ])('%s %s with a verification', (code, variant, limit) => {
    const { limits, verificationExtension } = variantOf(code, variant)
    expect(must(extendedLimit(limits.every!, verificationExtension!))).toEqual(limit)
  })

  test('where the longer time is a case of its own, a partner’s part, or in doubt, no verification lengthens the whole', () => {
    for (const code of ['2.000806', '2.000815', '1.012812', '1.013967', '2.002913']) {
      expect(versionOf(code).variants.every(({ verificationExtension }) => verificationExtension === null)).toBe(true)
    }
    expect(variantOf('1.004859', 'bo-sung').verificationExtension).toBeNull()
    expect(variantOf('2.002913', 'nguoi-co-cong').legs[0]).toMatchObject({ limit: { unit: 'clock-hour', value: 24 }, verificationLimit: days(3) })
    expect(versionOf('2.000806').content.statusNote).toContain('10 ngày làm việc')
  })

  test('every extension can be counted', () => {
    for (const { code, variant } of variants) {
      if (variant.verificationExtension === null) continue
      expect(variant.verificationNote, code).not.toBeNull()
      for (const channel of lawChannels) {
        const limit = limitFor(variant, channel)
        if (limit !== null) expect(extendedLimit(limit, variant.verificationExtension).ok, code).toBe(true)
      }
    }
  })
})

describe('each record', () => {
  test('says where it comes from and what of it has no source', () => {
    for (const { code, versions } of catalogue) {
      for (const { content, unverified, effectiveFrom } of versions) {
        expect(content.sources.length, code).toBeGreaterThan(0)
        expect(effectiveFrom <= '2026-11-22', code).toBe(true)
        if (code === '2.002913' || code === '3.000722') expect(effectiveFrom).toBe('2026-09-01')
        else expect(unverified, code).toContain('effectiveFrom')
      }
    }
  })

  test('has one key for each case and each paper, and replaces only papers it asks for', () => {
    for (const { code, versions } of catalogue) {
      for (const version of versions) expect(new Set(version.variants.map(({ key }) => key)).size, code).toBe(version.variants.length)
    }
    for (const { code, variant } of variants) {
      const keys = variant.documents.map(({ key }) => key)
      expect(new Set(keys).size, `${code} ${variant.key}`).toBe(keys.length)
      for (const { insteadOf } of variant.documents) if (insteadOf !== null) expect(keys, code).toContain(insteadOf)
    }
  })

  test('asks for something in every channel it is open to, and for one application form at most once', () => {
    for (const { code, versions } of catalogue) {
      for (const { content, variants: cases } of versions) {
        for (const variant of cases) {
          for (const channel of content.channels) {
            const checklist = checklistFor(variant, channel)
            expect(checklist.length, `${code} ${channel}`).toBeGreaterThan(0)
            const keys = checklist.map(({ document }) => document.key)
            expect(keys.includes('to-khai') && keys.includes('mau-dien-tu'), `${code} ${channel}`).toBe(false)
          }
        }
      }
    }
  })

  test('asks for a copy or an original of whatever is handed in', () => {
    for (const { code, variant } of variants) {
      for (const { key, originals, copies } of variant.documents) expect(originals + copies, `${code} ${key}`).toBeGreaterThan(0)
    }
  })

  test('gives an amount, or says who sets it', () => {
    for (const { code, variant } of variants) {
      for (const { amountVnd, wording } of variant.fees) {
        if (amountVnd === null) expect(wording, code).toMatch(/HĐND|từng thủ tục/)
        else if (amountVnd > 0) expect(wording.replaceAll('.', ''), code).toContain(String(amountVnd))
      }
    }
  })

  test('has a form and a process', () => {
    for (const { code, formId, process } of catalogue) {
      expect(formById(formId).id, code).toBe(formId)
      expect(process.steps.at(0)?.key, code).toBe('settle')
      expect(process.steps.at(-1), code).toMatchObject({ key: 'return', role: 'desk-officer', unit: 'one-stop-desk', internalHours: null })
    }
  })
})

describe('processes', () => {
  test('copies, signatures and extracts are settled on the spot, nothing that takes days is', () => {
    const onTheSpot = catalogue.filter(({ process }) => process.settledOnTheSpot)
    expect(onTheSpot.map(({ code }) => code).sort()).toEqual(['2.000635', '2.000815', '2.000884', '2.000942', '2.000992', '2.001008'])
    for (const { versions } of onTheSpot) expect(versions[0]?.variants[0]?.limits.every).toEqual(sameDay)
  })

  test('the steps fit into the tightest limit', () => {
    const hours = { 'working-day': 8, 'calendar-day': 40 / 7, 'same-day': 8, 'half-day': 4, 'working-hour': 1, 'clock-hour': 1 / 3 }
    for (const { code, versions, process } of catalogue) {
      const limits = versions[0]!.variants.flatMap(({ limits: { every, ...own } }) => [every, ...Object.values(own)]).filter((limit) => limit != null)
      const taken = process.steps.reduce((sum, { internalHours }) => sum + (internalHours ?? 0), 0)
      const tightest = Math.min(...limits.map((limit) => hours[limit.unit] * ('value' in limit ? limit.value : 1)))
      if (limits.length === 0) expect(taken, code).toBe(0)
      else expect(taken, code).toBeLessThanOrEqual(tightest)
    }
  })

  test('who signs differs from who drafts', () => {
    for (const { process, code } of catalogue) {
      const roleOf = (key: string) => process.steps.find((step) => step.key === key)?.role
      expect(roleOf('approve'), code).toBe('leader')
      expect(roleOf('settle'), code).toBe('case-officer')
    }
    expect(permissions['dossier.receive'].roles).toContain('desk-officer')
  })

  test.each([['ho-tich', 'justice'], ['cu-tru', 'police'], ['xay-dung', 'economy'], ['bao-tro-xa-hoi', 'culture-society'], ['nghia-vu-quan-su', 'military']])('the field %s is settled by %s', (field, unit) => {
    for (const { process } of catalogue.filter((procedure) => procedure.field === field)) expect(process.steps[0]?.unit).toBe(unit)
  })
})

describe('the home page', () => {
  test('has eight events that lead to procedures of the catalogue', () => {
    expect(lifeEvents).toHaveLength(8)
    for (const { procedures } of lifeEvents) for (const code of procedures) expect(byCode.has(code), code).toBe(true)
    expect(new Set(lifeEvents.map(({ slug }) => slug)).size).toBe(8)
  })
  test('lists the most used', () => {
    for (const code of mostUsedProcedures) expect(byCode.get(code)?.popularity, code).toBeGreaterThanOrEqual(90)
  })
})
