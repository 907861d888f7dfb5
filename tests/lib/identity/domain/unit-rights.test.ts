import { describe, expect, test } from 'vitest'
import type { Officer, StandIn } from '@/lib/identity/domain/actor'
import { actsFor, may, type Permission, type Role, type Subject } from '@/lib/identity/domain/permissions'

const officer = (unitKey: string, roles: Role[], standsInFor: StandIn[] = []): Officer => ({ kind: 'officer', accountId: 'a', staffId: 'me', communeId: 'c', unitId: 'u', unitKey, roles, name: 'n', title: 't', standsInFor })
const step = (unitKey: string | null, stepRole: Role, more: Partial<Subject> = {}): Subject => ({ communeId: 'c', assigneeId: null, unitKey, stepRole, handedOnById: null, ...more })
const absent = (unitKey: string, roles: Role[]): StandIn => ({ staffId: 'absent', name: 'A', unitKey, roles })

describe('the unit of a step', () => {
  const own: Permission[] = ['dossier.take', 'dossier.settle', 'dossier.request-supplement']
  test.each(own)('%s: a case officer does it in the own unit, one of another department does not', (permission) => {
    const subject = step('justice', 'case-officer')
    expect(may(officer('justice', ['case-officer']), permission, subject)).toBe(true)
    expect(may(officer('economy', ['case-officer']), permission, subject)).toBe(false)
    expect(may(officer('economy', ['department-head']), permission, subject)).toBe(false)
  })

  test('binds heads where they appraise, hand back, assign, share out and skip', () => {
    for (const permission of ['dossier.appraise', 'dossier.hand-back', 'dossier.assign', 'dossier.assign-fairly', 'dossier.skip-step'] as const) {
      expect(may(officer('justice', ['department-head']), permission, step('justice', 'department-head')), permission).toBe(true)
      expect(may(officer('economy', ['department-head']), permission, step('justice', 'department-head')), permission).toBe(false)
    }
  })

  test('binds neither leaders nor clerks nor the desk: they serve the whole commune', () => {
    expect(may(officer('committee', ['leader']), 'dossier.approve', step('anything', 'leader'))).toBe(true)
    expect(may(officer('one-stop-desk', ['records-clerk']), 'dossier.seal', step('clerks', 'records-clerk'))).toBe(true)
    expect(may(officer('one-stop-desk', ['desk-officer']), 'dossier.request-supplement', step('justice', 'case-officer'))).toBe(true)
    expect(may(officer('one-stop-desk', ['centre-director']), 'dossier.assign', step('justice', 'case-officer'))).toBe(true)
  })

  test('is not asked where nobody names one: a button for lists', () => expect(may(officer('economy', ['case-officer']), 'dossier.take', { communeId: 'c' })).toBe(true))
  test('never matches where a dossier has no unit', () => expect(may(officer('economy', ['case-officer']), 'dossier.take', step(null, 'case-officer'))).toBe(false))
})

describe('taking over', () => {
  const held = step('justice', 'case-officer', { assigneeId: 'colleague' })
  test('is for colleagues of the same unit and role, from somebody else', () => {
    expect(may(officer('justice', ['case-officer']), 'dossier.take-over', held)).toBe(true)
    expect(may(officer('economy', ['case-officer']), 'dossier.take-over', held)).toBe(false)
    expect(may(officer('justice', ['department-head']), 'dossier.take-over', held)).toBe(false)
    expect(may(officer('justice', ['case-officer']), 'dossier.take-over', { ...held, assigneeId: 'me' })).toBe(false)
    expect(may(officer('justice', ['case-officer']), 'dossier.take-over', { ...held, assigneeId: null })).toBe(false)
  })
  test('is needed to settle what a colleague holds', () => expect(may(officer('justice', ['case-officer']), 'dossier.settle', held)).toBe(false))
})

test('only whoever finished a step takes it back', () => {
  expect(may(officer('justice', ['case-officer']), 'dossier.recall', step('justice', 'department-head', { handedOnById: 'me' }))).toBe(true)
  expect(may(officer('justice', ['case-officer']), 'dossier.recall', step('justice', 'department-head', { handedOnById: 'colleague' }))).toBe(false)
})

describe('standing in', () => {
  test('lends the unit, the role and the turn of the absent colleague, and says for whom', () => {
    const desk = officer('one-stop-desk', ['desk-officer'], [absent('justice', ['case-officer'])])
    const theirs = step('justice', 'case-officer', { assigneeId: 'absent' })
    expect([may(desk, 'dossier.settle', theirs), actsFor(desk, 'dossier.settle', theirs)]).toEqual([true, 'absent'])
    expect(may(desk, 'dossier.settle', step('economy', 'case-officer'))).toBe(false)
    expect(may(desk, 'dossier.settle', step('justice', 'case-officer', { assigneeId: 'third' }))).toBe(false)
  })

  test('is not needed where the own right suffices', () => {
    const colleague = officer('justice', ['case-officer'], [absent('justice', ['case-officer'])])
    expect(actsFor(colleague, 'dossier.settle', step('justice', 'case-officer'))).toBeNull()
    expect(actsFor(colleague, 'dossier.settle', step('justice', 'case-officer', { assigneeId: 'absent' }))).toBe('absent')
  })

  test('lends the work of steps and nothing else', () => {
    const clerk = officer('clerks', ['records-clerk'], [absent('committee', ['leader'])])
    expect(may(clerk, 'dossier.approve', step('committee', 'leader'))).toBe(true)
    for (const permission of ['dossier.assign', 'dossier.assign-fairly', 'dossier.discontinue', 'dossier.void', 'dossier.recall', 'dossier.skip-step', 'workflow.set-policy', 'absence.record', 'figures.read'] as const) {
      expect(may(clerk, permission, step('committee', 'leader')), permission).toBe(false)
    }
  })

  test('does not cross communes', () => expect(may(officer('clerks', ['records-clerk'], [absent('committee', ['leader'])]), 'dossier.approve', { ...step('committee', 'leader'), communeId: 'other' })).toBe(false))
})

describe('absences', () => {
  test('are entered by oneself, by the head of the unit, by a leader', () => {
    const of = (staffId: string, unitKey: string): Subject => ({ communeId: 'c', staffId, unitKey })
    expect(may(officer('clerks', ['records-clerk']), 'absence.record', of('me', 'clerks'))).toBe(true)
    expect(may(officer('clerks', ['records-clerk']), 'absence.record', of('colleague', 'clerks'))).toBe(false)
    expect(may(officer('justice', ['department-head']), 'absence.record', of('colleague', 'justice'))).toBe(true)
    expect(may(officer('justice', ['department-head']), 'absence.record', of('colleague', 'economy'))).toBe(false)
    expect(may(officer('committee', ['leader']), 'absence.record', of('colleague', 'economy'))).toBe(true)
  })
})
