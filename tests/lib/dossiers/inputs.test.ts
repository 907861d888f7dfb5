import { expect, test } from 'vitest'
import { z } from 'zod'
import { nested } from '@/lib/dossiers/inputs'

/** As a use case would receive it: a form whose fields are named by path. */
const Form = nested(z.object({ applicant: z.object({ fullName: z.string() }), papers: z.array(z.object({ name: z.string() })).optional() }))

test('fields named by path become objects and lists', () => {
  expect(Form.parse({ 'applicant.fullName': 'Lò Văn Pán', 'papers.1.name': 'b', 'papers.0.name': 'a' })).toEqual({ applicant: { fullName: 'Lò Văn Pán' }, papers: [{ name: 'a' }, { name: 'b' }] })
})

test('what the input does not know is left out', () => {
  expect(Form.parse({ 'applicant.fullName': 'Lò Văn Pán', 'applicant.roles': 'leader', stage: 'returned' })).toEqual({ applicant: { fullName: 'Lò Văn Pán' } })
})

test.each(['__proto__.x', 'constructor.prototype.x', 'applicant.__proto__.x', 'toString.x', 'applicant.hasOwnProperty.x', 'valueOf.call.x', 'prototype.x'])(
  'a field named %s reaches no object of the language',
  (name) => {
    const inherited = [Object.prototype, Object.prototype.toString, Object.prototype.hasOwnProperty, Object.prototype.valueOf.call, Object] as unknown as Record<string, unknown>[]
    Form.safeParse({ 'applicant.fullName': 'Lò Văn Pán', [name]: 'reached' })
    const reached = inherited.filter((object) => Object.hasOwn(object, 'x'))
    for (const object of reached) delete object.x
    expect(reached).toEqual([])
  },
)

test.each([[{ applicant: 'text', 'applicant.fullName': 'Lò Văn Pán' }], [{ 'applicant.fullName.x': 'a', 'applicant.fullName': 'Lò Văn Pán' }], [{ 'papers.0': 'text', 'papers.0.name': 'a', applicant: '' }]])(
  'names that contradict each other are an answer, never a fault: %j',
  (flat) => {
    expect(() => Form.safeParse(flat)).not.toThrow()
  },
)
