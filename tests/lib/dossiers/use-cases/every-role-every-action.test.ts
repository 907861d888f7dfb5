import { beforeAll, describe, expect, test, vi } from 'vitest'
import { allows } from '@/lib/dossiers/domain/available-actions'
import { currentStep, subjectOf, type Dossier } from '@/lib/dossiers/domain/dossier'
import { type Action, actions, transitionOf } from '@/lib/dossiers/domain/transitions'
import { findByCodeAndSecret } from '@/lib/dossiers/use-cases/find-by-code-and-secret'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { proposeCorrection } from '@/lib/dossiers/use-cases/correct-procedure'
import { discontinueDossier } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { draftApology } from '@/lib/dossiers/use-cases/draft-apology'
import { postResult } from '@/lib/dossiers/use-cases/post-result'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestPayment } from '@/lib/dossiers/use-cases/request-payment'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { voidDossier } from '@/lib/dossiers/use-cases/void-dossier'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { visitor, type Citizen, type Officer } from '@/lib/identity/domain/actor'
import { permissions, roles, type Role } from '@/lib/identity/domain/permissions'
import { addDays, instantAt, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime, now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { deeds, missing, twins } from '@/tests/builders/deeds'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { rowsOfCommune, watchRows, writesSoFar } from '@/tests/support/unchanged'

const database = useDatabase()
vi.setConfig({ testTimeout: 120_000 })
/** A Monday at work, so that what depends on the hour is the same whenever the test runs. */
const MORNING = instantAt(localDate('2026-11-16'), '09:00')
let people: People
let owner: Citizen
let stranger: Citizen

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  owner = await aCitizen(database.owner)
  stranger = await aCitizen(database.owner)
  await watchRows(database.owner)
})

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
  'whose limit a verification can lengthen': async () => (await aDossier(people, 'taken', { procedureCode: '1.004859' })).dossierId,
  'with an apology to sign and a correction to decide': async () => {
    const { dossierId } = await aDossier(people, 'taken')
    must(await draftApology(people.head, { dossierId, reason: 'Chờ xác minh', promisedOn: addDays(localDateOf(now()), 40) }))
    must(await proposeCorrection(people.desk, { dossierId, target: { procedureCode: '1.000656', variant: null }, reason: 'Chọn nhầm' }))
    return dossierId
  },
  'paused until money is paid': async () => {
    const { dossierId } = await aDossier(people, 'taken')
    must(await requestPayment(people.caseOfficer, { dossierId, kind: 'obligation', amountVnd: 250_000, basis: 'Thông báo nộp tiền số 12' }))
    return dossierId
  },
  resolved: async () => (await aDossier(people, 'resolved')).dossierId,
  'resolved, to go by post': async () => (await aDossier(people, 'resolved', { returnChannel: 'post' })).dossierId,
  'on its way by post': async () => {
    const { dossierId } = await aDossier(people, 'resolved', { returnChannel: 'post' })
    must(await postResult(people.desk, { dossierId, trackingNumber: 'EA123456789VN' }))
    return dossierId
  },
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

type Rule = { roles: readonly Role[]; citizen?: true; ownUnit?: true; ownTurn?: true; othersTurn?: true; ownHandOver?: true; standIn?: true }
const ruleOf = (action: Action): Rule => permissions[transitionOf(action).permission]
const asking = (...flags: (keyof Rule)[]): Action[] => actions.filter((action) => flags.some((flag) => ruleOf(action)[flag] === true))
const known = roles.filter((role) => actions.some((action) => ruleOf(action).roles.includes(role)))
const unknown = roles.filter((role) => !known.includes(role))

type Trier = { actor: Officer; roles: readonly Role[]; tries: readonly Action[] }

/**
 * Who tries what: for each role somebody of the unit at work tries everything; somebody of another unit, the very officer whose turn it
 * is or who handed it on, and whoever stands in for that officer try what asks for a unit, a turn or a stand-in. None had a hand in it before. Roles that the
 * table never names come together as one person: what none of them may, all of them may not.
 */
function whoTry(dossier: Dossier): Trier[] {
  const unitKey = (currentStep(dossier) ?? dossier.steps[0])?.unitKey ?? people.director.unitKey
  const { assigneeId, handedOnById } = subjectOf(dossier)
  const byRole = known.flatMap((role): Trier[] => {
    const someone = { ...withRoles(role === 'leader' ? people.viceLeader : { ...people.director, staffId: people.otherDesk.staffId }, role), unitKey }
    const elsewhere = { ...someone, unitKey: unitKey === 'economy' ? 'justice' : 'economy' }
    const own: Trier[] = assigneeId === null ? [] : [
      { actor: { ...someone, staffId: assigneeId }, roles: [role], tries: asking('ownTurn', 'othersTurn', 'ownHandOver') },
      { actor: { ...elsewhere, roles: [], standsInFor: [{ staffId: assigneeId, name: 'Người vắng', unitKey, roles: [role] }] }, roles: [role], tries: asking('standIn') },
    ]
    const handedOn: Trier[] = handedOnById === null ? [] : [{ actor: { ...someone, staffId: handedOnById }, roles: [role], tries: asking('ownHandOver') }]
    return [{ actor: someone, roles: [role], tries: actions }, { actor: elsewhere, roles: [role], tries: asking('ownUnit') }, ...own, ...handedOn]
  })
  return [...byRole, { actor: withRoles({ ...people.director, unitKey, staffId: people.otherDesk.staffId }, ...unknown), roles: unknown, tries: actions }]
}

class UndoAll extends Error {}
const done = new Set<Action>()

/** What the two tables say of this action by themselves: necessary, whatever else a rule asks. */
function tablesKnow(dossier: Dossier, action: Action, who: readonly Role[] | 'citizen'): boolean {
  const { from, clock, awaiting, step } = transitionOf(action)
  return from.includes(dossier.stage) && clock.includes(dossier.clock.state) && (awaiting === undefined || awaiting.includes(dossier.awaiting))
    && (step === undefined || currentStep(dossier)?.key === step) && (who === 'citizen' ? ruleOf(action).citizen === true : who.some((role) => ruleOf(action).roles.includes(role)))
}

/** Tries actions as one actor; what was allowed is undone before the next, what was refused is left as it is. */
async function tryEach(tx: Tx, dossier: Dossier, actor: Officer, who: readonly Role[] | 'citizen', tries: readonly Action[]): Promise<string[]> {
  const wrong: string[] = []
  let before = await writesSoFar(tx)
  for (const action of tries) {
    const names = [action, twins[action]].filter((name): name is Action => name !== undefined)
    const expected = names.map((name) => allows(actor, dossier, name))
    const allowed = expected.some(({ ok }) => ok)
    if (allowed && !names.some((name) => tablesKnow(dossier, name, who))) wrong.push(`${who} ${action}: allowed though the tables do not know it`)
    if (allowed) {
      expect(await writesSoFar(tx), `${who}: what was refused before ${action} wrote something`).toEqual(before)
      await tx.$executeRaw`savepoint one_deed`
    }
    const answer = await deeds[action](tx, actor, dossier.id)
    if (allowed) {
      done.add(action)
      await tx.$executeRaw`rollback to savepoint one_deed`
      await tx.$executeRaw`release savepoint one_deed`
    }
    const codes = expected.flatMap((each) => (each.ok ? [] : [each.problem.code as string]))
    const asExpected = allowed ? answer.ok : !answer.ok && codes.includes(answer.problem.code)
    if (!asExpected) wrong.push(`${who} ${action}: ${JSON.stringify(answer.ok ? 'done' : answer.problem)} instead of ${allowed ? 'done' : codes.join()}`)
    // What should have been refused has changed the dossier under the rest.
    if (answer.ok && !allowed) return wrong
    if (allowed) before = await writesSoFar(tx)
    else if (action === tries.at(-1)) expect(await writesSoFar(tx), `${who}: what was refused up to ${action} wrote something`).toEqual(before)
  }
  return wrong
}

describe.each(Object.keys(states))('a dossier %s', (state) => {
  const theDossier = () => atTime(MORNING, () => states[state]!())
  /** Whatever was done is taken back at the end. */
  const within = async (who: Officer | Citizen, dossierId: string, work: (tx: Tx, dossier: Dossier) => Promise<void>): Promise<void> => {
    await atTime(MORNING, () => inCommune(who, people.desk.communeId, async (tx) => {
      await work(tx, (await findDossier(tx, { id: dossierId }))!)
      throw new UndoAll()
    })).catch((fault: unknown) => {
      if (!(fault instanceof UndoAll)) throw fault
    })
  }

  test('lets each role do exactly what the table says, and a refusal changes nothing', async () => {
    const dossierId = await theDossier()
    const triers: Trier[] = []
    await within(people.desk, dossierId, (_tx, dossier) => Promise.resolve(void triers.push(...whoTry(dossier))))
    const wrong: string[] = []
    for (const [index, { actor, roles: who, tries }] of triers.entries()) {
      await within(people.desk, dossierId, async (tx, dossier) => {
        // Every write is counted for each; that the rows themselves are the same is looked at once in a while.
        const look = () => (index % 6 === 0 ? rowsOfCommune(tx) : null)
        const before = await look()
        wrong.push(...(await tryEach(tx, dossier, actor, who, tries)))
        expect(await look()).toEqual(before)
      })
    }
    expect(wrong).toEqual([])
  })

  test('lets its applicant do what the table says, and a stranger nothing', async () => {
    const dossierId = await theDossier()
    for (const citizen of [owner, stranger]) {
      await within(owner, dossierId, async (tx, dossier) => {
        const before = await rowsOfCommune(tx)
        // A citizen at an officer's door: no page offers it, and the use case must say no by itself.
        expect(await tryEach(tx, dossier, citizen as unknown as Officer, 'citizen', actions)).toEqual([])
        if (citizen === stranger) expect(actions.filter((action) => allows(stranger, dossier, action).ok)).toEqual([])
        expect(await rowsOfCommune(tx)).toEqual(before)
      })
    }
  })

  test('lets nobody do anything who is not signed in', async () => {
    await within(people.desk, await theDossier(), async (tx, dossier) => {
      const before = await writesSoFar(tx)
      expect(actions.filter((action) => allows(visitor, dossier, action).ok)).toEqual([])
      for (const action of actions) expect(await deeds[action](tx, visitor as unknown as Officer, dossier.id), action).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
      expect(await writesSoFar(tx)).toEqual(before)
    })
  })
})

test('every action of the table was done somewhere above: a new one needs a state in which it can be', () => {
  expect(actions.filter((action) => !done.has(action))).toEqual([])
})

test('an officer of another commune finds nothing, whatever the role and the action', async () => {
  const dossierId = await atTime(MORNING, () => states['at the step of settling']!())
  const elsewhere = await peopleOf(database.owner, 'my-an')
  const answers = await atTime(MORNING, () => inCommune(elsewhere.desk, async (tx) => {
    const before = await writesSoFar(tx)
    const heard = new Set<string>()
    for (const role of roles) for (const action of actions) heard.add(JSON.stringify(await deeds[action](tx, withRoles(elsewhere.desk, role), dossierId)))
    expect(await writesSoFar(tx)).toEqual(before)
    return [...heard]
  }))
  expect(answers).toEqual([JSON.stringify({ ok: false, problem: { code: 'not-found' } })])
})

test('a visitor with a code and a wrong secret hears the same as with a code that does not exist', async () => {
  const { code } = await atTime(MORNING, () => aDossier(people, 'received'))
  const ask = (asked: string) => findByCodeAndSecret({ code: asked, secret: 'AAAAAAAAAA', address: '127.0.0.9' })
  expect(await ask(code)).toEqual(await ask(`${code.slice(0, -4)}9876`))
})
