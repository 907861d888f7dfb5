import { describe, expect, test } from 'vitest'
import { availableActions } from '@/lib/dossiers/domain/available-actions'
import type { Dossier, Step } from '@/lib/dossiers/domain/dossier'
import { actions } from '@/lib/dossiers/domain/transitions'
import type { Officer } from '@/lib/identity/domain/actor'
import { roles, type Role } from '@/lib/identity/domain/permissions'
import { localDate } from '@/lib/kernel/local-date'

const at = new Date('2026-11-20T02:00:00Z')
const steps: Step[] = [
  { position: 0, key: 'settle', role: 'case-officer', unitKey: 'justice', name: 'Thẩm tra', internalHours: 8, skippable: false },
  { position: 1, key: 'appraise', role: 'department-head', unitKey: 'justice', name: 'Thẩm định', internalHours: 4, skippable: false },
  { position: 2, key: 'approve', role: 'leader', unitKey: 'committee', name: 'Ký', internalHours: 4, skippable: false },
  { position: 3, key: 'seal', role: 'records-clerk', unitKey: 'clerks', name: 'Vào số', internalHours: 1, skippable: false },
]
const due = { firstDueAt: at, dueAt: at, dueOn: localDate('2026-11-20'), calendarRevision: 1 }
const reception = { receivedAt: at, receivedById: null, countFrom: null, due, registerNumber: 1 }
const common = {
  id: 'd', communeId: 'c', code: 'X', version: 1, awaiting: 'none', channel: 'desk', returnChannel: 'desk', procedure: { code: '1', versionId: 'v', variantId: 'w', name: 'n', fieldSlug: 'f' },
  limit: { unit: 'working-day', value: 3 }, steps, pauses: [], assigneeId: null, citizenIds: [], submittedAt: null, acceptBy: null, promisedAt: null,
  verificationExtension: { mode: 'added', limit: { unit: 'working-day', value: 5 } }, extendedAt: null, apologyDraftedAt: null, correctionProposedAt: null, reopenedAsId: null,
} as const
const running = { clock: { state: 'running' } } as const
const stopped = { clock: { state: 'stopped', at } } as const
const atStep = (position: number): Dossier => ({ ...common, ...running, stage: 'in-progress', reception, step: { position, since: at } })
const states: Record<string, Dossier> = {
  submitted: { ...common, clock: { state: 'not-started' }, stage: 'submitted', submittedAt: at, acceptBy: at },
  'submitted, supplement awaited': { ...common, clock: { state: 'not-started' }, awaiting: 'supplement', stage: 'submitted', submittedAt: at, acceptBy: at },
  received: { ...common, ...running, stage: 'received', reception },
  settle: atStep(0),
  appraise: atStep(1),
  approve: atStep(2),
  seal: atStep(3),
  'received, an apology drafted and a correction proposed': { ...common, ...running, stage: 'received', reception, apologyDraftedAt: at, correctionProposedAt: at },
  paused: { ...common, clock: { state: 'paused', reason: 'supplement', since: at }, awaiting: 'supplement', stage: 'in-progress', reception, step: { position: 0, since: at } },
  resolved: { ...common, ...stopped, stage: 'resolved', reception, resolvedAt: at, timeliness: 'early' },
  'resolved, to go by post': { ...common, ...stopped, stage: 'resolved', returnChannel: 'post', reception, resolvedAt: at, timeliness: 'early' },
  'resolved, with the post': { ...common, ...stopped, stage: 'resolved', returnChannel: 'post', delivery: 'posted', reception, resolvedAt: at, timeliness: 'early' },
  returned: { ...common, ...stopped, stage: 'returned', reception, resolvedAt: at, timeliness: 'early', returnedAt: at },
  refused: { ...common, ...stopped, stage: 'refused', endedAt: at },
  withdrawn: { ...common, ...stopped, stage: 'withdrawn', reception, endedAt: at },
  discontinued: { ...common, ...stopped, stage: 'discontinued', reception, endedAt: at },
  voided: { ...common, ...stopped, stage: 'voided', reception, endedAt: at },
}

const desk = ['desk-officer', 'centre-director'] as const
const officers = ['case-officer', 'department-head'] as const
/** Written out by hand: who may do what in each state. A change of the table must be made here as well, and thought about. */
const law: Record<string, Partial<Record<(typeof actions)[number], readonly Role[]>>> = {
  submitted: { accept: desk, refuse: desk, 'request-intake-supplement': [...desk, 'case-officer', 'department-head'], withdraw: desk },
  'submitted, supplement awaited': { refuse: desk, 'supply-intake-supplement': desk, withdraw: desk },
  received: {
    'request-supplement': [...desk, 'case-officer', 'department-head'], take: ['case-officer', 'department-head'], assign: ['department-head', 'centre-director', 'leader'],
    withdraw: desk, discontinue: ['leader'], void: ['centre-director', 'leader'], 'extend-verification': officers, 'draft-apology': officers, 'propose-correction': [...desk, ...officers], 'request-payment': [...desk, ...officers],
  },
  'received, an apology drafted and a correction proposed': {
    'request-supplement': [...desk, ...officers], take: officers, assign: ['department-head', 'centre-director', 'leader'], withdraw: desk, discontinue: ['leader'], void: ['centre-director', 'leader'],
    'extend-verification': officers, 'draft-apology': officers, apologise: ['leader'], 'approve-correction': ['leader'], 'decline-correction': ['leader'], 'request-payment': [...desk, ...officers],
  },
  settle: inProgress({ settle: ['case-officer', 'department-head'] }, { first: true }),
  appraise: inProgress({ appraise: ['department-head'] }),
  approve: inProgress({ approve: ['leader'] }, { elsewhere: true }),
  seal: inProgress({ seal: ['records-clerk'] }, { elsewhere: true, signed: true }),
  paused: { 'supply-supplement': desk, assign: ['department-head', 'centre-director', 'leader'], withdraw: desk, discontinue: ['leader'], 'draft-apology': officers },
  resolved: { 'return-result': desk },
  'resolved, to go by post': { 'return-result': desk, 'post-result': desk },
  'resolved, with the post': { 'confirm-delivery': desk, 'take-back-parcel': desk },
  returned: { reopen: ['centre-director', 'leader'] }, refused: {}, withdrawn: {}, discontinued: {}, voided: {},
}

/** `elsewhere`: the step at hand belongs to another unit than the officer's own. `signed`: a decision stands. */
function inProgress(own: Partial<Record<(typeof actions)[number], readonly Role[]>>, { first = false, elsewhere = false, signed = false } = {}) {
  const head = elsewhere ? [] : (['department-head'] as const)
  return {
    'request-supplement': elsewhere ? desk : [...desk, ...officers], assign: [...head, 'centre-director', 'leader'] as const,
    discontinue: ['leader'] as const, 'draft-apology': officers, 'request-payment': [...desk, ...officers], ...own, ...(signed ? {} : { withdraw: desk, 'extend-verification': officers, 'propose-correction': [...desk, ...officers] }),
    ...(first ? {} : { 'hand-back': [...head, 'leader', 'records-clerk'] as const }),
  }
}

const someone = (role: Role): Officer => ({ kind: 'officer', accountId: 'a', staffId: 's', communeId: 'c', unitId: 'u', unitKey: 'justice', roles: [role], name: 'n', title: 't' })

describe.each(Object.keys(states))('in the state "%s"', (state) => {
  test.each(roles)('a %s has exactly these buttons', (role) => {
    const expected = actions.filter((action) => law[state]![action]?.includes(role))
    expect(availableActions(someone(role), states[state]!)).toEqual(expected)
  })
})

test('the turn of someone else is not mine', () => {
  const taken = { ...atStep(0), assigneeId: 'other' }
  expect(availableActions(someone('case-officer'), taken)).not.toContain('settle')
  expect(availableActions(someone('case-officer'), { ...taken, assigneeId: 's' })).toContain('settle')
})

test('an apology is drafted, then signed, once, and only where a day was promised that leaves time for it', () => {
  const drafted = { ...atStep(0), apologyDraftedAt: at }
  expect(availableActions(someone('leader'), atStep(0))).not.toContain('apologise')
  expect(availableActions(someone('leader'), drafted)).toContain('apologise')
  for (const never of [{ promisedAt: at }, { reception: { ...reception, due: null } }, { limit: { unit: 'same-day' } }, { limit: { unit: 'working-hour', value: 4 } }, { limit: { unit: 'half-day', value: 1 } }, { limit: { unit: 'clock-hour', value: 24 } }]) {
    expect(availableActions(someone('leader'), { ...drafted, ...never } as Dossier)).not.toContain('apologise')
    expect(availableActions(someone('case-officer'), { ...drafted, ...never } as Dossier)).not.toContain('draft-apology')
  }
})

test('a verification extends once, where the procedure gives time for it and a day was promised', () => {
  for (const never of [{ extendedAt: at }, { verificationExtension: null }, { reception: { ...reception, due: null } }]) {
    expect(availableActions(someone('case-officer'), { ...atStep(0), ...never } as Dossier)).not.toContain('extend-verification')
  }
})

test('a returned dossier is reopened once', () => {
  expect(availableActions(someone('leader'), { ...states.returned!, reopenedAsId: 'other' })).not.toContain('reopen')
})

test('nobody acts in another commune', () => {
  for (const role of roles) for (const dossier of Object.values(states)) expect(availableActions({ ...someone(role), communeId: 'other' }, dossier)).toEqual([])
})
