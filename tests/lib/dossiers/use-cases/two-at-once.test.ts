import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { LastDeed } from '@/lib/dossiers/domain/last-deed'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { appraiseStepIn } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep, approveSteps } from '@/lib/dossiers/use-cases/approve-step'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { receiveContext, receiveDossierIn } from '@/lib/dossiers/use-cases/receive-dossier'
import { settleStep, settleStepIn } from '@/lib/dossiers/use-cases/settle-step'
import { takeDossier, takeDossierIn } from '@/lib/dossiers/use-cases/take-dossier'
import { withdrawDossier, withdrawOwnDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { numberGaps } from '@/lib/dossiers/queries/number-check'
import { sayProblem } from '@/lib/dossiers/wording'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must, type Result } from '@/lib/kernel/result'
import { atTime, now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { aReception, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { brokenInvariants } from '@/tests/support/filing'
import { v7 as uuidv7 } from 'uuid'

const database = useDatabase()
vi.setConfig({ testTimeout: 120_000 })
const MORNING = instantAt(localDate('2026-11-16'), '09:12')
let people: People

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

/** So many walk-ins, brought as far as asked in one transaction. */
async function dossiersAt(stage: 'received' | 'settle' | 'approve', count: number): Promise<string[]> {
  const input = await aReception(people.desk)
  const context = must(await receiveContext(people.desk, input, now()))
  const calendar = await calendarOf(people.desk.communeId)
  return inCommune(people.desk, async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      const { dossierId } = must(await receiveDossierIn(tx, people.desk, { ...input, idempotencyKey: uuidv7() }, context, now(), calendar))
      ids.push(dossierId)
      if (stage === 'received') continue
      must(await takeDossierIn(tx, people.caseOfficer, { dossierId }, now()))
      if (stage === 'settle') continue
      must(await settleStepIn(tx, people.caseOfficer, { dossierId, outcome: 'granted', summary: 'Đủ điều kiện', number: null, attachmentId: null }, now()))
      must(await appraiseStepIn(tx, people.head, { dossierId, remark: null }, now()))
    }
    return ids
  })
}

type Answer = Result<unknown, { code: string; last?: LastDeed | null }>

/** Exactly one was done. The other hears whose deed it was, which, and when. Answers which of the two won. */
function winnerOf(answers: readonly Answer[], deeds: readonly [by: Officer | 'citizen', type: LastDeed['type']][]): number {
  const won = answers.findIndex(({ ok }) => ok)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const [by, type] = deeds[won]!
  for (const [index, answer] of answers.entries()) {
    if (answer.ok) continue
    expect(['stale', 'not-now']).toContain(answer.problem.code)
    if (deeds[index]![0] === 'citizen') expect(answer.problem.last).toBeNull()
    else expect(answer.problem.last).toMatchObject(by === 'citizen' ? { who: 'citizen', name: null, type } : { who: 'colleague', name: by.name, type, at: MORNING, today: true })
  }
  return won
}

/** Events of a kind recorded of these dossiers. */
const eventsOf = async (ids: readonly string[], type: string): Promise<number> =>
  (await database.owner.query<{ n: number }>('select count(*)::int as n from dossier_event where dossier_id = any($1) and type = $2', [ids, type])).rows[0]!.n

/** A few pairs beside each other: the race is between the two of a pair, not for connections. */
async function fewAtOnce<T>(ids: readonly string[], work: (dossierId: string) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (let from = 0; from < ids.length; from += 5) answers.push(...(await Promise.all(ids.slice(from, from + 5).map(work))))
  return answers
}

const race = (work: () => Promise<void>) => atTime(MORNING, work)

describe('two officers act at the same moment on two hundred dossiers', () => {
  test('both approve: one signature each, the other hears who approved', () => race(async () => {
    const ids = await dossiersAt('approve', 40)
    const wins = new Set<number>()
    for (const [index, dossierId] of ids.entries()) {
      // Who presses first changes by turns, so that either may win.
      const pressed = index % 2 === 0 ? [people.leader, people.viceLeader] : [people.viceLeader, people.leader]
      const answers = await Promise.all(pressed.map((leader) => approveStep(leader, { dossierId, version: 4 })))
      wins.add(winnerOf(answers, pressed.map((leader) => [leader, 'step-finished'])) ^ (index % 2))
    }
    expect(wins.size).toBe(2)
    expect(await eventsOf(ids, 'step-finished')).toBe(40 * 3)
  }))

  test('one approves, the other hands back: the dossier goes one way', () => race(async () => {
    const ids = await dossiersAt('approve', 60)
    const won = await fewAtOnce(ids, async (dossierId) => {
      const answers = await Promise.all([approveStep(people.leader, { dossierId, version: 4 }), handBack(people.viceLeader, { dossierId, version: 4, reason: 'Xem lại' })])
      return winnerOf(answers, [[people.leader, 'step-finished'], [people.viceLeader, 'step-handed-back']])
    })
    expect(await eventsOf(ids, 'step-handed-back')).toBe(won.filter((each) => each === 1).length)
    expect(await eventsOf(ids, 'step-finished')).toBe(60 * 2 + won.filter((each) => each === 0).length)
  }))

  test('the desk withdraws while the case officer settles: no result of a dossier that was taken back', () => race(async () => {
    const ids = await dossiersAt('settle', 60)
    await fewAtOnce(ids, async (dossierId) => {
      const settle = settleStep(people.caseOfficer, { dossierId, version: 2, outcome: 'granted', summary: 'Đủ', number: null, attachmentId: null })
      winnerOf(await Promise.all([withdrawDossier(people.desk, { dossierId, version: 2, reason: null }), settle]), [[people.desk, 'dossier-withdrawn'], [people.caseOfficer, 'step-finished']])
    })
    const { rows } = await database.owner.query(`select d.code from dossier d join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id where d.id = any($1) and d.stage = 'withdrawn'`, [ids])
    expect(rows).toEqual([])
  }))

  test('the applicant withdraws online while the desk accepts: one of the two, and the citizen hears no name', () => race(async () => {
    const citizen = await aCitizen(database.owner)
    for (let n = 0; n < 20; n += 1) {
      const { dossierId } = await submitted(citizen, people.desk.communeId)
      const answers = await Promise.all([acceptDossier(people.desk, { dossierId, version: 1 }), withdrawOwnDossier(citizen, { communeId: people.desk.communeId, dossierId, reason: null })])
      // Withdrawing fits the received dossier too: the citizen, who names no version, may well come second and still be heard.
      if (answers.every(({ ok }) => ok)) continue
      winnerOf(answers, [[people.desk, 'dossier-received'], ['citizen', 'dossier-withdrawn']])
    }
  }))

  test('two leaders approve lists that overlap: each result is signed once, and each hears of the rest', () => race(async () => {
    const ids = await dossiersAt('approve', 20)
    const [first, second] = [ids.slice(0, 14), ids.slice(6).toReversed()]
    const lists = await Promise.all([approveSteps(people.leader, { dossierIds: first }), approveSteps(people.viceLeader, { dossierIds: second })])
    const answers = lists.flatMap((list) => must(list))
    expect(answers.filter(({ answer }) => answer.ok).map(({ dossierId }) => dossierId).toSorted()).toEqual(ids.toSorted())
    for (const { answer } of answers) if (!answer.ok) expect(sayProblem(answer.problem)).toMatch(/^\p{Lu}[\p{L} ]+ đã phê duyệt lúc 09:12\. /u)
    const { rows } = await database.owner.query<{ n: number }>('select count(*)::int as n from dossier_result where dossier_id = any($1) and signed_at is not null', [ids])
    expect(rows[0]!.n).toBe(20)
  }))
})

describe('what the slower one is told', () => {
  test('names the colleague, the act and the time, and says what to do', () => race(async () => {
    const [dossierId] = await dossiersAt('received', 1)
    must(await takeDossier(people.caseOfficer, { dossierId: dossierId!, version: 1 }))
    const answer = await withdrawDossier(people.desk, { dossierId: dossierId!, version: 1, reason: null })
    expect(answer.ok ? '' : sayProblem(answer.problem)).toBe(`${people.caseOfficer.name} đã nhận giải quyết lúc 09:12. Tải lại trang để xem mới nhất rồi làm tiếp.`)
  }))

  test('says "Bạn" of the own hand in another window, and the day where it was not today', async () => {
    const [dossierId] = await atTime(MORNING, () => dossiersAt('received', 1))
    must(await atTime(MORNING, () => takeDossier(people.caseOfficer, { dossierId: dossierId! })))
    const answer = await atTime(instantAt(localDate('2026-11-17'), '08:00'), () => takeDossier(people.caseOfficer, { dossierId: dossierId!, version: 1 }))
    expect(answer.ok ? '' : sayProblem(answer.problem)).toBe('Bạn đã nhận giải quyết lúc 09:12 16/11, thứ Hai. Tải lại trang để xem mới nhất rồi làm tiếp.')
  })

  test('is told nobody who may not do it anyway', () => race(async () => {
    const [dossierId] = await dossiersAt('received', 1)
    must(await takeDossier(people.caseOfficer, { dossierId: dossierId! }))
    expect(await approveStep(people.desk, { dossierId: dossierId!, version: 1 })).toEqual({ ok: false, problem: { code: 'forbidden', action: 'approve' } })
  }))
})

test('after all of it numbers have no gap, chains hold, and rows agree with their events', async () => {
  expect(await inCommune(people.desk, numberGaps)).toEqual([])
  expect(await brokenInvariants(database.owner)).toEqual({})
})
