import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '@/lib/identity/domain/actor'
import { instantAt, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { ReturnResultInput, TakeBackParcelInput } from '@/lib/dossiers/inputs'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { handedToPostOn, parcels } from '@/lib/dossiers/queries/parcels'
import { resolvedDossiers } from '@/lib/dossiers/queries/resolved-dossiers'
import { resultsOfCitizen } from '@/lib/dossiers/queries/results-of-citizen'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { confirmDelivery, takeBackParcel } from '@/lib/dossiers/use-cases/close-parcel'
import { postResult, postResults } from '@/lib/dossiers/use-cases/post-result'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { atTime, now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { aDossier } from '@/tests/builders/dossiers'
import { aCitizen, officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
let neighbour: Officer
beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  neighbour = await officerOf(database.owner, 'my-an', 'quay1')
})

/** A result that is to go by post. */
async function forThePost() {
  const dossier = await aDossier(people, 'resolved')
  await database.owner.query(`update dossier set return_channel = 'post' where id = $1`, [dossier.dossierId])
  return dossier
}
const rowOf = async (dossierId: string) => (await database.owner.query<{ stage: string; delivery: string | null; timeliness: string; resolved_at: Date; returned_at: Date | null }>(
  'select stage, delivery, timeliness, resolved_at, returned_at from dossier where id = $1', [dossierId])).rows[0]!
const deliveriesOf = async (dossierId: string) => (await database.owner.query<{ way: string; state: string; mandate: string | null; signed: boolean; recipient_name: string | null; tracking_number: string | null }>(
  'select way, state, mandate, signed, recipient_name, tracking_number from result_delivery where dossier_id = $1 order by handed_over_at', [dossierId])).rows

describe('by post', () => {
  test('a parcel goes, comes back, goes again and is delivered; the story tells it, and timeliness stays as it was', async () => {
    const { dossierId, code } = await forThePost()
    const before = await rowOf(dossierId)
    must(await postResult(people.desk, { dossierId, trackingNumber: 'EA111111111VN' }))
    expect(await rowOf(dossierId)).toMatchObject({ stage: 'resolved', delivery: 'posted' })
    expect((await resolvedDossiers(people.desk, {}, 100)).rows.map((row) => row.code)).not.toContain(code)
    must(await takeBackParcel(people.desk, { dossierId, reason: 'Gọi ba lần không nghe máy' }))
    expect((await resolvedDossiers(people.desk, {}, 100)).rows.map((row) => row.code), 'it waits to be returned again').toContain(code)
    must(await postResult(people.desk, { dossierId, trackingNumber: 'EA222222222VN' }))
    must(await confirmDelivery(people.desk, { dossierId }))
    const after = await rowOf(dossierId)
    expect(after).toMatchObject({ stage: 'returned', delivery: 'delivered', timeliness: before.timeliness, resolved_at: before.resolved_at })
    expect(await deliveriesOf(dossierId)).toMatchObject([{ way: 'post', state: 'sent-back', tracking_number: 'EA111111111VN' }, { way: 'post', state: 'delivered', tracking_number: 'EA222222222VN' }])
    const detail = (await dossierDetail(people.desk, code))!
    expect(detail.story.map(({ kind }) => kind).slice(0, 4)).toEqual(['result-delivered', 'result-posted', 'result-sent-back', 'result-posted'])
    expect(detail.story.find(({ kind }) => kind === 'result-sent-back')?.remark).toBe('Gọi ba lần không nghe máy')
    expect((await inCommune(people.desk, disagreements)).found).toEqual([])
  })

  test('what is with the post is not returned at the desk, and what is not posted is not delivered', async () => {
    const { dossierId } = await forThePost()
    expect(await confirmDelivery(people.desk, { dossierId })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    must(await postResult(people.desk, { dossierId, trackingNumber: 'EA333333333VN' }))
    expect(await returnResult(people.desk, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id' })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    expect(await postResult(people.desk, { dossierId, trackingNumber: 'EA333333334VN' })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })

  test('of two officers who post the same result one does, and there is one parcel', async () => {
    const { dossierId } = await forThePost()
    const answers = await Promise.all([people.desk, people.otherDesk].map((officer, at) => postResult(officer, { dossierId, trackingNumber: `EA44444444${at}VN` })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await deliveriesOf(dossierId)).toHaveLength(1)
  })

  test('a whole bag goes at once; one that cannot go holds up no other, and the sheet lists what went', async () => {
    const [one, other] = [await forThePost(), await forThePost()]
    const desk = await aDossier(people, 'resolved')
    const answer = must(await postResults(people.desk, { parcels: [
      { dossierId: one.dossierId, trackingNumber: 'EB1111111VN' }, { dossierId: desk.dossierId, trackingNumber: 'EB2222222VN' }, { dossierId: other.dossierId, trackingNumber: 'EB3333333VN' },
    ] }))
    expect(answer).toEqual({ posted: 2, left: [{ dossierId: desk.dossierId, code: 'not-now' }] })
    const sheet = await handedToPostOn(people.desk, localDateOf(now()))
    expect(sheet.filter(({ trackingNumber }) => trackingNumber?.startsWith('EB')).map(({ code }) => code)).toEqual([one.code, other.code])
    expect((await parcels(people.desk)).under.map(({ code }) => code)).toEqual(expect.arrayContaining([one.code, other.code]))
    expect(await handedToPostOn(neighbour, localDateOf(now()))).toEqual([])
    expect(await parcels(people.caseOfficer)).toEqual({ waiting: [], under: [] })
  })
})

describe('over the desk', () => {
  const card = (personalId: string, name = 'Phạm Thị Thu Lài'): string => `${personalId}||${name}|14061994|Nữ|Ấp Tân Bình, Bách Quang, Thái Nguyên|20072021`
  const input = (dossierId: string, changes: Record<string, unknown> = {}) => ReturnResultInput.parse({ dossierId, recipient: 'applicant', recipientName: 'Ai đó', identityCheck: 'known-person', ...changes })

  test('the card of the applicant proves the applicant, whatever was typed, and is kept nowhere', async () => {
    const { dossierId, code } = await aDossier(people, 'resolved')
    must(await returnResult(people.desk, input(dossierId, { cardScan: card('087194000412'), signed: 'on' })))
    expect(await deliveriesOf(dossierId)).toMatchObject([{ way: 'desk', state: 'collected', recipient_name: 'Phạm Thị Thu Lài', signed: true }])
    expect((await dossierDetail(people.desk, code))!.story[0]!.sentence).toBe('Trả kết quả: chủ hồ sơ, đã xem căn cước')
    expect(await rowOf(dossierId)).toMatchObject({ stage: 'returned', delivery: null })
  })

  test('a card of somebody else is refused, unless a mandate is shown', async () => {
    const { dossierId } = await aDossier(people, 'resolved')
    const scan = card('087094000413', 'Nguyễn Hữu Ưỡng')
    expect(await returnResult(people.desk, input(dossierId, { cardScan: scan }))).toEqual({ ok: false, problem: { code: 'card-of-another' } })
    expect(await returnResult(people.desk, input(dossierId, { cardScan: 'không phải mã' }))).toEqual({ ok: false, problem: { code: 'card-unreadable' } })
    expect(await returnResult(people.desk, input(dossierId, { cardScan: scan, recipient: 'mandatary' }))).toEqual({ ok: false, problem: { code: 'mandate-needed' } })
    must(await returnResult(people.desk, input(dossierId, { cardScan: scan, recipient: 'mandatary', mandate: 'Giấy ủy quyền chứng thực số 88' })))
    expect(await deliveriesOf(dossierId)).toMatchObject([{ mandate: 'Giấy ủy quyền chứng thực số 88', recipient_name: 'Nguyễn Hữu Ưỡng' }])
  })

  test('late stays late: the day of returning changes nothing', async () => {
    const at = (day: string) => instantAt(localDate(day), '09:00')
    const { dossierId } = await atTime(at('2027-02-15'), () => aDossier(people, 'resolved'))
    const { timeliness } = await rowOf(dossierId)
    must(await atTime(at('2027-06-15'), () => returnResult(people.desk, input(dossierId))))
    expect(await rowOf(dossierId)).toMatchObject({ timeliness, returned_at: at('2027-06-15') })
  })
})

test('what is typed wrongly is refused with a way to mend it', () => {
  expect(TakeBackParcelInput.safeParse({ dossierId: '0190163d-8694-739b-aea5-966c26f8ad91', reason: '' }).success).toBe(false)
})

test('the citizen keeps the results of their own dossiers, and nobody else sees them', async () => {
  const [citizen, stranger] = [await aCitizen(database.owner), await aCitizen(database.owner)]
  const { dossierId, code } = await aDossier(people, 'resolved')
  const open = await aDossier(people, 'received')
  await database.owner.query('update dossier set applicant_citizen_id = $1 where id = any($2::uuid[])', [citizen.citizenId, [dossierId, open.dossierId]])
  expect(await resultsOfCitizen(citizen)).toMatchObject([{ code, outcome: 'granted', file: null, verifyUrl: null, returnedAt: null }])
  expect(await resultsOfCitizen(stranger)).toEqual([])
})
