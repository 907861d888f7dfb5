import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/calendar/store'
import { allows } from '@/lib/dossiers/domain/available-actions'
import type { Dossier } from '@/lib/dossiers/domain/dossier'
import { type Action, actions } from '@/lib/dossiers/domain/transitions'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { acceptDossierIn } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologiseIn } from '@/lib/dossiers/use-cases/apologise'
import { appraiseStepIn } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStepIn } from '@/lib/dossiers/use-cases/approve-step'
import { assignDossierIn } from '@/lib/dossiers/use-cases/assign-dossier'
import { discontinueDossier, discontinueDossierIn } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { handBackIn } from '@/lib/dossiers/use-cases/hand-back'
import { refuseDossier, refuseDossierIn } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestSupplement, requestSupplementIn } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult, returnResultIn } from '@/lib/dossiers/use-cases/return-result'
import { sealStepIn } from '@/lib/dossiers/use-cases/seal-step'
import { settleStepIn } from '@/lib/dossiers/use-cases/settle-step'
import { supplySupplementIn } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossierIn } from '@/lib/dossiers/use-cases/take-dossier'
import { voidDossier, voidDossierIn } from '@/lib/dossiers/use-cases/void-dossier'
import { withdrawDossier, withdrawDossierIn } from '@/lib/dossiers/use-cases/withdraw-dossier'
import type { Citizen, Officer } from '@/lib/identity/domain/actor'
import { roles, type Role } from '@/lib/identity/domain/permissions'
import { addDays, localDateOf } from '@/lib/kernel/local-date'
import { must, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
let owner: Citizen
let stranger: Citizen

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  owner = await aCitizen(database.owner)
  stranger = await aCitizen(database.owner)
})

const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

/** A dossier in each state of the table. */
const states: Record<string, () => Promise<string>> = {
  submitted: async () => (await submitted(owner, people.desk.communeId)).dossierId,
  'submitted, waiting for its applicant': async () => {
    const { dossierId } = await submitted(owner, people.desk.communeId)
    must(await requestSupplement(people.desk, { dossierId, missing, reason: 'Thiếu', deadlineOn: null }))
    return dossierId
  },
  received: async () => (await aDossier(people, 'received')).dossierId,
  'at the step of settling': async () => (await aDossier(people, 'taken')).dossierId,
  'at the step of appraisal': async () => (await aDossier(people, 'settled')).dossierId,
  'at the step of approval': async () => (await aDossier(people, 'appraised')).dossierId,
  'at the step of sealing': async () => (await aDossier(people, 'approved')).dossierId,
  paused: async () => {
    const { dossierId } = await aDossier(people, 'taken')
    must(await requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null }))
    return dossierId
  },
  resolved: async () => (await aDossier(people, 'resolved')).dossierId,
  returned: async () => {
    const { dossierId } = await aDossier(people, 'resolved')
    must(await returnResult(people.desk, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'slip-qr' }))
    return dossierId
  },
  refused: async () => {
    const { dossierId } = await submitted(owner, people.desk.communeId)
    must(await refuseDossier(people.desk, { dossierId, reason: 'not-competent', text: 'Nộp tại Công an xã' }))
    return dossierId
  },
  withdrawn: async () => {
    const { dossierId } = await aDossier(people, 'received')
    must(await withdrawDossier(people.desk, { dossierId, reason: null }))
    return dossierId
  },
  discontinued: async () => {
    const { dossierId } = await aDossier(people, 'taken')
    must(await discontinueDossier(people.leader, { dossierId, cause: 'by-law', reason: 'Theo Điều 7' }))
    return dossierId
  },
  voided: async () => {
    const { dossierId } = await aDossier(people, 'received')
    must(await voidDossier(people.director, { dossierId, reason: 'Nhập nhầm' }))
    return dossierId
  },
}

type Deed = (tx: Tx, actor: Officer, dossierId: string) => Promise<Result<unknown>>
const deeds: Record<Action, Deed> = {
  accept: async (tx, actor, dossierId) => acceptDossierIn(tx, actor, { dossierId }, now(), await calendarOf(actor.communeId)),
  refuse: (tx, actor, dossierId) => refuseDossierIn(tx, actor, { dossierId, reason: 'other', text: 'Lý do' }, now()),
  'request-intake-supplement': (tx, actor, dossierId) => requestSupplementIn(tx, actor, { dossierId, missing, reason: 'Thiếu', deadlineOn: null }, now()),
  'request-supplement': (tx, actor, dossierId) => requestSupplementIn(tx, actor, { dossierId, missing, reason: 'Thiếu', deadlineOn: null }, now()),
  'supply-intake-supplement': async (tx, actor, dossierId) => supplySupplementIn(tx, actor, { dossierId, arrivedAt: null, handedIn: [], note: null }, now(), await calendarOf(actor.communeId)),
  'supply-supplement': async (tx, actor, dossierId) => supplySupplementIn(tx, actor, { dossierId, arrivedAt: null, handedIn: [], note: null }, now(), await calendarOf(actor.communeId)),
  take: (tx, actor, dossierId) => takeDossierIn(tx, actor, { dossierId }, now()),
  assign: async (tx, actor, dossierId) => assignDossierIn(tx, actor, { dossierId, staffId: await whoseTurn(tx, dossierId) }, now()),
  settle: (tx, actor, dossierId) => settleStepIn(tx, actor, { dossierId, outcome: 'granted', summary: 'Đủ điều kiện', number: null, attachmentId: null }, now()),
  appraise: (tx, actor, dossierId) => appraiseStepIn(tx, actor, { dossierId, remark: null }, now()),
  approve: (tx, actor, dossierId) => approveStepIn(tx, actor, { dossierId }, now()),
  seal: (tx, actor, dossierId) => sealStepIn(tx, actor, { dossierId, number: '12/XN' }, now()),
  'hand-back': (tx, actor, dossierId) => handBackIn(tx, actor, { dossierId, reason: 'Xem lại' }, now()),
  'return-result': (tx, actor, dossierId) => returnResultIn(tx, actor, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id' }, now()),
  withdraw: (tx, actor, dossierId) => withdrawDossierIn(tx, actor, { dossierId, reason: null }, now()),
  discontinue: (tx, actor, dossierId) => discontinueDossierIn(tx, actor, { dossierId, cause: 'by-law', reason: 'Theo quy định' }, now()),
  apologise: (tx, actor, dossierId) => apologiseIn(tx, actor, { dossierId, reason: 'Mưa lũ', promisedOn: addDays(localDateOf(now()), 60) }, now()),
  void: (tx, actor, dossierId) => voidDossierIn(tx, actor, { dossierId, reason: 'Nhập nhầm' }, now()),
}

/** What one use case serves under two names of the table. */
const twin: Partial<Record<Action, Action>> = {
  'request-intake-supplement': 'request-supplement', 'request-supplement': 'request-intake-supplement', 'supply-intake-supplement': 'supply-supplement', 'supply-supplement': 'supply-intake-supplement',
}

async function whoseTurn(tx: Tx, dossierId: string): Promise<string> {
  const dossier = await findDossier(tx, { id: dossierId })
  const role = dossier?.stage === 'in-progress' ? dossier.steps[dossier.step.position]?.role : 'case-officer'
  return { 'case-officer': people.caseOfficer, 'department-head': people.head, leader: people.leader, 'records-clerk': people.clerk }[role ?? 'case-officer'].staffId
}

/** Someone who has this one role, and nobody who had a hand in the dossier before. */
const actorOf = (role: Role): Officer => withRoles(role === 'case-officer' ? people.caseOfficer : role === 'leader' ? people.viceLeader : { ...people.director, staffId: people.otherDesk.staffId }, role)

/** Every row that says anything about the dossier. */
const everything = async (tx: Tx, dossierId: string) =>
  tx.$queryRaw`select (select to_jsonb(d) from dossier d where d.commune_id = ${tx.communeId}::uuid and d.id = ${dossierId}::uuid) as row,
    (select count(*)::int from dossier_event e where e.commune_id = ${tx.communeId}::uuid) as events, (select count(*)::int from outbox o where o.commune_id = ${tx.communeId}::uuid) as outbox,
    (select count(*)::int from official_paper p where p.commune_id = ${tx.communeId}::uuid) as papers, (select coalesce(sum(last), 0)::int from number_series n where n.commune_id = ${tx.communeId}::uuid) as numbers,
    (select count(*)::int from supplement_request r where r.commune_id = ${tx.communeId}::uuid) as requests, (select to_jsonb(r) from dossier_result r where r.commune_id = ${tx.communeId}::uuid and r.dossier_id = ${dossierId}::uuid) as result,
    (select count(*)::int from dossier_pause p where p.commune_id = ${tx.communeId}::uuid) as pauses`

class UndoAll extends Error {}

/** Tries every action as one actor; what was allowed is undone before the next. */
async function tryEverything(tx: Tx, dossier: Dossier, actor: Officer): Promise<string[]> {
  const before = await everything(tx, dossier.id)
  const wrong: string[] = []
  for (const action of actions) {
    const expected = [action, twin[action]].some((name) => name !== undefined && allows(actor, dossier, name).ok)
    await tx.$executeRaw`savepoint one_deed`
    const answer = await deeds[action](tx, actor, dossier.id)
    if (answer.ok !== expected) wrong.push(`${actor.roles.join()} ${action}: ${JSON.stringify(answer.ok ? 'done' : answer.problem)}`)
    // A refusal is left as it is: whatever it wrote would show at the end.
    if (answer.ok) await tx.$executeRaw`rollback to savepoint one_deed`
  }
  expect(await everything(tx, dossier.id), `a refusal to ${actor.roles.join()} changed something`).toEqual(before)
  return wrong
}

describe.each(Object.keys(states))('a dossier %s', (state) => {
  test('lets each role do exactly what the table says, and a refusal changes nothing', async () => {
    const dossierId = await states[state]!()
    const wrong: string[] = []
    const all = inCommune(people.desk, async (tx) => {
      const dossier = (await findDossier(tx, { id: dossierId }))!
      for (const role of roles) wrong.push(...(await tryEverything(tx, dossier, actorOf(role))))
      throw new UndoAll()
    })
    await expect(all).rejects.toThrow(UndoAll)
    expect(wrong).toEqual([])
  })

  test('lets its applicant withdraw and supplement where the table says, and a stranger nothing', async () => {
    const dossierId = await states[state]!()
    const all = inCommune(owner, people.desk.communeId, async (tx) => {
      const dossier = (await findDossier(tx, { id: dossierId }))!
      const calendar = await calendarOf(tx.communeId)
      for (const citizen of [owner, stranger]) {
        await tx.$executeRaw`savepoint one_deed`
        expect((await withdrawDossierIn(tx, citizen, { dossierId, reason: null }, now())).ok).toBe(allows(citizen, dossier, 'withdraw').ok)
        await tx.$executeRaw`rollback to savepoint one_deed`
        const may = allows(citizen, dossier, 'supply-intake-supplement').ok || allows(citizen, dossier, 'supply-supplement').ok
        expect((await supplySupplementIn(tx, citizen, { dossierId, arrivedAt: null, handedIn: [], note: null }, now(), calendar)).ok).toBe(may)
        await tx.$executeRaw`rollback to savepoint one_deed`
      }
      expect(actions.filter((action) => allows(stranger, dossier, action).ok)).toEqual([])
      throw new UndoAll()
    })
    await expect(all).rejects.toThrow(UndoAll)
  })
})

test('an officer of another commune finds nothing, whatever the role', async () => {
  const dossierId = await states.received!()
  const elsewhere = await peopleOf(database.owner, 'my-an')
  for (const role of roles) {
    const answer = await inCommune(elsewhere.desk, (tx) => takeDossierIn(tx, withRoles(elsewhere.desk, role), { dossierId }, now()))
    expect(answer).toEqual({ ok: false, problem: { code: 'not-found' } })
  }
})
