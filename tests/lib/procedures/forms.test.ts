import { describe, expect, test } from 'vitest'
import { type Answers, type ApplicationForm, type Field, fieldsOfPart, type FormPart, partsFor } from '@/lib/procedures/domain/application-form'
import { contactFields } from '@/lib/procedures/domain/form-people'
import { applicationForms, formById, formOf } from '@/lib/procedures/forms/catalogue'
import { ethnicGroups } from '@/lib/procedures/forms/ethnic-groups'
import { procedureCatalogue } from '@/prisma/seed/procedures/catalogue'

const optionsOf = (field: Field): string[] =>
  field.kind === 'choice' || field.kind === 'select' ? field.options.map(({ value }) => value) : field.kind === 'yes-no' ? ['yes', 'no'] : []
const fieldsIn = (form: ApplicationForm): Field[] => form.parts.flatMap(({ fields }) => fields)

/** Every mixture of the answers that a part depends on. */
function mixtures(form: ApplicationForm, part: FormPart): Answers[] {
  const asked = [...new Set(part.fields.flatMap(({ when }) => when ?? []).map(({ field }) => field))]
  return asked.reduce<Answers[]>((all, name) => {
    const field = fieldsIn(form).find((one) => one.name === name)
    return all.flatMap((answers) => (field === undefined ? [] : optionsOf(field)).map((value) => ({ ...answers, [name]: value })))
  }, [{}])
}

describe.each(applicationForms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  test('asks at most seven things on one screen, whatever was answered before', () => {
    for (const part of form.parts) {
      for (const answers of mixtures(form, part)) expect(fieldsOfPart(part, answers).length, part.slug).toBeLessThanOrEqual(7)
    }
  })
  test('asks each thing once, under its own name', () => {
    const names = fieldsIn(form).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(form.parts.map(({ slug }) => slug)).size).toBe(form.parts.length)
  })
  test('makes a question depend only on answers that were given before, and can be given', () => {
    const fields = fieldsIn(form)
    for (const [at, field] of fields.entries()) {
      for (const { field: name, is } of field.when ?? []) {
        const other = fields.slice(0, at).find((one) => one.name === name)
        expect(other, `${field.name} after ${name}`).toBeDefined()
        expect(optionsOf(other!)).toEqual(expect.arrayContaining([...is]))
      }
    }
  })
  test('says why wherever it asks for ethnicity or religion', () => {
    for (const { label, why } of fieldsIn(form)) if (/dân tộc|tôn giáo/i.test(label)) expect(why, label).toBeTruthy()
  })
  test('knows where to find the people it names', () => {
    const names = new Set(fieldsIn(form).map(({ name }) => name))
    for (const { name, personalId, birth, sex, address, when } of [...form.applicant, ...form.filledBy]) {
      for (const field of [name, personalId, birth, sex, address, ...(when ?? []).map(({ field }) => field)]) if (field !== undefined) expect(names).toContain(field)
    }
    for (const name of [contactFields.phone, contactFields.email, contactFields.returnChannel]) expect(names).toContain(name)
    expect(form.applicant.at(-1)?.when, 'somebody is the applicant whatever was answered').toBeUndefined()
  })
  test('points to cases that the procedure has', () => {
    const rule = form.variantRule
    if (rule === undefined) return
    const wanted = rule.kind === 'by-days' ? [rule.within, rule.after] : Object.values(rule.variants)
    const keys = procedureCatalogue().filter(({ code }) => form.procedures.includes(code)).flatMap(({ versions }) => versions[0]!.variants.map(({ key }) => key))
    expect(keys).toEqual(expect.arrayContaining(wanted))
  })
  test('titles are questions, and the words are whole', () => {
    for (const part of form.parts) {
      expect(part.title).toMatch(/^\p{Lu}.*\?$/u)
      for (const text of [part.title, part.section, part.why ?? '', ...part.fields.flatMap(({ label, hint, why }) => [label, hint ?? '', why ?? ''])]) {
        expect(text, text).toBe(text.normalize('NFC').trim())
        expect(text, text).not.toMatch(/!|không hợp lệ/)
      }
      for (const { label } of part.fields) expect(label).not.toMatch(/[.:]$/)
    }
  })
  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(form))).toEqual(form)
  })
  test('ends with how to reach the citizen, and asks where to only where something is sent', () => {
    expect(form.parts.at(-1)?.slug).toBe('nhan-ket-qua')
    const channels = fieldsIn(form).filter(({ name }) => name === contactFields.returnChannel).flatMap(optionsOf)
    expect(fieldsIn(form).some(({ name }) => name === contactFields.returnAddress)).toBe(channels.includes('post'))
  })
})

test('procedures without a form of their own get the general one', () => {
  expect(formOf('1.001193').id).toBe('birth-registration-1')
  expect(formOf('1.012812').id).toBe('general-1')
  expect(() => formById('nothing')).toThrow()
})
test('no procedure has two forms of one version', () => {
  const claims = applicationForms.flatMap(({ procedures, version }) => procedures.map((code) => `${code}@${version}`))
  expect(new Set(claims).size).toBe(claims.length)
})
test('there are 54 peoples and a way out', () => {
  expect(new Set(ethnicGroups.map(({ value }) => value)).size).toBe(55)
})
test('parts that have nothing to ask are not shown', () => {
  const slugs = (answers: Answers) => partsFor(formOf('1.012812'), answers).map(({ slug }) => slug)
  expect(slugs({ 'for-whom': 'self' })).not.toContain('chu-ho-so')
  expect(slugs({ 'for-whom': 'organisation' })).toContain('chu-ho-so')
})
