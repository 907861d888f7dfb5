import { v7 as uuidv7 } from 'uuid'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/calendar/store'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { confirmationPdf, grantedConfirmationPdf, paymentNoticePdf } from '@/lib/dossiers/use-cases/money-paper-pdf'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import { requestPayment } from '@/lib/dossiers/use-cases/request-payment'
import { resumeIn, settlePayment } from '@/lib/dossiers/use-cases/settle-payment'
import { settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { AssessInput, CollectInput } from '@/lib/payments/inputs'
import { collectorDay } from '@/lib/payments/queries/collector-day'
import { dossierPayments } from '@/lib/payments/queries/dossier-payments'
import { paymentPage } from '@/lib/payments/queries/payment-page'
import { sharedSecret, signNotification } from '@/lib/payments/signature'
import { providerNamed } from '@/lib/payments/providers/provider'
import { decideOrder } from '@/lib/payments/providers/local-gateway'
import { addFee, assessPayment } from '@/lib/payments/use-cases/assess-payment'
import { closeDay } from '@/lib/payments/use-cases/close-day'
import { collectPayment, noteReceipt } from '@/lib/payments/use-cases/collect-payment'
import { handleNews, receiveNews } from '@/lib/payments/use-cases/receive-news'
import { decideRefund, payRefund, proposeRefund } from '@/lib/payments/use-cases/refund-payment'
import { startPayment } from '@/lib/payments/use-cases/start-payment'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { deliver } from '@/lib/platform/outbox'
import { aDossier, anOnTheSpot, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const at = (day: string, time: string) => instantAt(localDate(day), time)
const owes = (amountVnd = 8000) => ({ fees: [{ kind: 'charge', amountVnd, basis: 'Lệ phí xác nhận', state: 'owed' }] })
const cash = (dossierId: string, owedVnd: number) => CollectInput.parse({ dossierId, owedVnd, method: 'cash' })
const grant = (dossierId: string) => ({ communeId: people.desk.communeId, dossierId })
const ask = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await database.owner.query(sql, values)).rows as T[]
const payments = async (dossierId: string) => (await dossierPayments(people.desk, dossierId))!

/** What the worker would do for a dossier. */
async function work(dossierId: string): Promise<void> {
  const rows = await ask<{ id: string }>(`select id from outbox where commune_id = $1 and done_at is null and kind in ('payment-settled') and payload ->> 'dossierId' = $2`, [people.desk.communeId, dossierId])
  for (const { id } of rows) await deliver({ communeId: people.desk.communeId, outboxId: id }, outboxHandlers)
}

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

describe('what a line comes to', () => {
  test('is decided with group, basis and proof, kept for good, and may be decided anew until it is paid', async () => {
    const { dossierId, code } = await aDossier(people, 'received', owes())
    const [line] = (await payments(dossierId)).lines
    const input = { paymentId: line!.id, amountVnd: 8000, group: 'poor-household', seenDocument: 'Giấy chứng nhận hộ nghèo số 12', reason: 'Hộ nghèo của phường' }
    expect(must(await assessPayment(people.desk, AssessInput.parse(input)))).toMatchObject({ code, afterVnd: 0, unverified: false })
    expect(await payments(dossierId)).toMatchObject({ standing: 'exempt', owedVnd: 0, lines: [{ state: 'exempt', amountVnd: 0, beforeVnd: 8000, assessments: [{ legalBasis: 'Luật Hộ tịch 2014, Điều 11', proofName: 'Giấy chứng nhận hộ nghèo số 12', by: people.desk.name }] }] })
    must(await assessPayment(people.desk, AssessInput.parse({ paymentId: line!.id, amountVnd: '8.000', reason: 'Nhầm người' })))
    expect(await payments(dossierId)).toMatchObject({ standing: 'owed', owedVnd: 8000, lines: [{ assessments: [{ reason: 'Nhầm người' }, { reason: 'Hộ nghèo của phường' }] }] })
    must(await collectPayment(people.desk, cash(dossierId, 8000)))
    expect(await assessPayment(people.desk, AssessInput.parse(input))).toMatchObject({ ok: false, problem: { code: 'already-paid' } })
    await expect(ask('update payment_assessment set reason = $1', ['x'])).rejects.toMatchObject({ code: '42501' })
  })

  test('needs proof, a group of this very fee, and somebody who may', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const paymentId = (await payments(dossierId)).lines[0]!.id
    const assess = (changes: object, officer = people.desk) => assessPayment(officer, AssessInput.parse({ paymentId, amountVnd: 8000, reason: 'x', ...changes }))
    expect(await assess({ group: 'poor-household' })).toMatchObject({ ok: false, problem: { code: 'proof-missing' } })
    expect(await assess({ group: 'farm-loan', seenDocument: 'y' })).toMatchObject({ ok: false, problem: { code: 'group-not-for-this-fee' } })
    expect(await assess({ group: 'poor-household', attachmentId: uuidv7() })).toMatchObject({ ok: false, problem: { code: 'attachment-unknown' } })
    expect(await assess({}, people.caseOfficer)).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    const elsewhere = await peopleOf(database.owner, 'my-an')
    expect(await assess({}, elsewhere.desk)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  })

  test('of a fee that the province sets is entered by the desk', async () => {
    const { dossierId } = await aDossier(people, 'received')
    expect((await payments(dossierId)).standing).toBe('none')
    must(await addFee(people.desk, { dossierId, kind: 'charge', amountVnd: 50_000, basis: 'Nghị quyết 12/2025/NQ-HĐND' }))
    expect(await payments(dossierId)).toMatchObject({ standing: 'owed', owedVnd: 50_000 })
  })
})

describe('the ledger', () => {
  test('has what the counter took with the filing, whoever wrote it, and on the spot', async () => {
    const { dossierId } = await aDossier(people, 'received', { fees: [{ kind: 'charge', amountVnd: 8000, basis: 'Lệ phí', state: 'paid' }, { kind: 'fee', amountVnd: 2000, basis: 'Phí', state: 'paid' }, { kind: 'fee', amountVnd: 500, basis: 'Sau', state: 'owed' }] })
    expect((await payments(dossierId)).entries).toMatchObject([{ direction: 'in', method: 'cash', amountVnd: 10_000, collectorId: people.desk.staffId, lines: [{ amountVnd: 8000 }, { amountVnd: 2000 }] }])
    const spot = must(await settleOnTheSpot(people.desk, anOnTheSpot()))
    expect((await payments(spot.dossierId)).entries).toMatchObject([{ amountVnd: 10_000 }])
  })

  test('is numbered without a gap and never changed', async () => {
    const rows = await ask<{ number: number }>(`select number from payment_entry where commune_id = $1 and direction = 'in' order by number`, [people.desk.communeId])
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_row, index) => index + 1))
    const application = await database.asApplication()
    for (const statement of ['update payment_entry set amount_vnd = 1', 'delete from payment_entry', 'truncate payment_entry', 'update cash_closing set counted_vnd = 1', 'delete from e_receipt']) {
      await expect(application.query(statement), statement).rejects.toMatchObject({ code: '42501' })
    }
    await expect(ask('delete from payment_entry')).rejects.toMatchObject({ code: '42501' })
  })

  test('is where a line is paid: none is called paid without it, and what was paid keeps its amount', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    await expect(ask(`update payment_record set state = 'paid' where dossier_id = $1`, [dossierId])).rejects.toMatchObject({ code: 'MC010' })
    must(await collectPayment(people.desk, cash(dossierId, 8000)))
    await expect(ask('update payment_record set amount_vnd = 1 where dossier_id = $1', [dossierId])).rejects.toMatchObject({ code: 'MC010' })
  })

  test('takes the same money once, however many press at once', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const answers = await Promise.all(Array.from({ length: 8 }, (_none, index) => collectPayment(index % 2 === 0 ? people.desk : people.otherDesk, cash(dossierId, 8000))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok).map((answer) => (answer.ok ? '' : answer.problem.code))).toEqual(Array.from({ length: 7 }, () => 'nothing-owed'))
    expect((await payments(dossierId)).entries).toHaveLength(1)
  })

  test('takes only the amount that the screen showed, by a fee collector, with the receipt typed beside it or not at all', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    expect(await collectPayment(people.desk, cash(dossierId, 7000))).toMatchObject({ ok: false, problem: { code: 'amount-changed' } })
    expect(await collectPayment(withRoles(people.desk, 'desk-officer'), cash(dossierId, 8000))).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    const receipt = { eReceiptSeries: '01BLP0-001', eReceiptNumber: '0000123' }
    const { entryId } = must(await collectPayment(people.desk, CollectInput.parse({ ...cash(dossierId, 8000), ...receipt })))
    const other = await aDossier(people, 'received', owes())
    expect(await collectPayment(people.desk, CollectInput.parse({ ...cash(other.dossierId, 8000), ...receipt }))).toMatchObject({ ok: false, problem: { code: 'e-receipt-number-taken' } })
    expect((await payments(other.dossierId)).owedVnd).toBe(8000)
    expect(await noteReceipt(people.desk, { entryId, eReceiptSeries: '01BLP0-001', eReceiptNumber: '0000124' })).toMatchObject({ ok: false, problem: { code: 'has-e-receipt' } })
  })
})

describe('paper', () => {
  test('of an entry is the same bytes each time, for the house and for whoever holds the secret of this very dossier', async () => {
    const { dossierId, code } = await aDossier(people, 'received', owes())
    expect(must(await paymentNoticePdf(people.desk, code)).size).toBeGreaterThan(5000)
    const { entryId } = must(await collectPayment(people.desk, cash(dossierId, 8000)))
    const bytes = async (pdf: { stream: AsyncIterable<Uint8Array> }): Promise<string> => {
      const chunks: Uint8Array[] = []
      for await (const chunk of pdf.stream) chunks.push(chunk)
      return Buffer.concat(chunks).toString('base64')
    }
    const [first, again, granted] = [must(await confirmationPdf(people.desk, entryId)), must(await confirmationPdf(people.otherDesk, entryId)), must(await grantedConfirmationPdf(grant(dossierId), entryId))]
    const shown = await bytes(first)
    expect(await bytes(again)).toBe(shown)
    expect(await bytes(granted)).toBe(shown)
    const other = await aDossier(people)
    expect(await grantedConfirmationPdf(grant(other.dossierId), entryId)).toEqual({ ok: false, problem: { code: 'not-found' } })
    expect(await paymentNoticePdf(people.desk, code)).toEqual({ ok: false, problem: { code: 'nothing-owed' } })
  })
})

describe('a payment online', () => {
  const begun = async (dossierId: string) => {
    const { gatewayUrl } = must(await startPayment(grant(dossierId), { key: uuidv7() }))
    const [intent] = await ask<{ id: string; amount_vnd: number }>('select id, amount_vnd from payment_intent where dossier_id = $1 order by started_at desc, id desc limit 1', [dossierId])
    return { gatewayUrl, intentId: intent!.id, amountVnd: intent!.amount_vnd }
  }
  const news = (intentId: string, amountVnd: number, eventId: string = uuidv7()) => ({ eventId, intentId, status: 'paid' as const, amountVnd, reference: 'TD1' })
  const tell = (told: ReturnType<typeof news>) => receiveNews('local', people.desk.communeId, told)

  test('pressed twice begins one payment', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const key = uuidv7()
    await Promise.all([startPayment(grant(dossierId), { key }), startPayment(grant(dossierId), { key })])
    expect(await ask('select id from payment_intent where dossier_id = $1', [dossierId])).toHaveLength(1)
  })

  test('told fifty times at once is one payment, one entry, one number', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const { intentId } = await begun(dossierId)
    const told = news(intentId, 8000)
    const answers = await Promise.all(Array.from({ length: 50 }, () => tell(told)))
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['applied']))
    expect(await payments(dossierId)).toMatchObject({ standing: 'paid', owedVnd: 0, entries: [{ method: 'gateway', amountVnd: 8000, collectorId: null }], refunds: [] })
    expect((await paymentPage(grant(dossierId)))?.latest).toMatchObject({ state: 'paid', waiting: false })
  })

  test('of two events for the same payment keeps one, and the other goes back', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const { intentId } = await begun(dossierId)
    const answers = await Promise.all([tell(news(intentId, 8000)), tell(news(intentId, 8000))])
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'paid-twice'])
    const { entries, refunds, standing } = await payments(dossierId)
    expect(standing).toBe('paid')
    expect(entries.map(({ lines }) => lines.length).toSorted()).toEqual([0, 1])
    expect(refunds).toMatchObject([{ amountVnd: 8000, state: 'proposed', proposedBy: null }])
  })

  test('after cash was taken at the desk goes back', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const { intentId } = await begun(dossierId)
    must(await collectPayment(people.desk, cash(dossierId, 8000)))
    expect(await tell(news(intentId, 8000))).toEqual({ outcome: 'paid-twice', replayed: false })
    expect((await payments(dossierId)).refunds).toMatchObject([{ state: 'proposed' }])
  })

  test('in another amount pays nothing, stands in the ledger, and somebody is told', async () => {
    const { dossierId, code } = await aDossier(people, 'received', owes())
    const { intentId } = await begun(dossierId)
    const told = news(intentId, 7000)
    expect((await tell(told)).outcome).toBe('amount-differs')
    expect(await payments(dossierId)).toMatchObject({ standing: 'owed', owedVnd: 8000, entries: [{ amountVnd: 7000, lines: [] }], refunds: [{ amountVnd: 7000 }] })
    expect((await collectorDay(people.desk))!.news).toContainEqual(expect.objectContaining({ eventId: told.eventId, code, outcome: 'amount-differs' }))
    must(await handleNews(people.desk, { provider: 'local', eventId: told.eventId, note: 'Đã gọi người nộp' }))
    expect((await collectorDay(people.desk))!.news.map(({ eventId }) => eventId)).not.toContain(told.eventId)
    expect(await handleNews(people.desk, { provider: 'local', eventId: told.eventId, note: 'x' })).toMatchObject({ ok: false, problem: { code: 'already-handled' } })
  })

  test('of a debt that was corrected meanwhile is another amount', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const { intentId } = await begun(dossierId)
    must(await assessPayment(people.desk, AssessInput.parse({ paymentId: (await payments(dossierId)).lines[0]!.id, amountVnd: 5000, reason: 'Sửa mức thu' })))
    expect((await tell(news(intentId, 8000))).outcome).toBe('paid-twice')
    expect((await payments(dossierId)).owedVnd).toBe(5000)
  })

  test('that nobody began is kept for somebody to look at, and changes nothing', async () => {
    const told = news(uuidv7(), 9000)
    expect(await tell(told)).toEqual({ outcome: 'unknown-intent', replayed: false })
    expect((await collectorDay(people.desk))!.news).toContainEqual(expect.objectContaining({ eventId: told.eventId, code: null }))
  })

  test('is believed only with a fresh signature over the very bytes', () => {
    const body = JSON.stringify({ ...news(uuidv7(), 8000), merchant: 'Z99.19.01' })
    const provider = providerNamed('local')!
    const sent = at('2026-11-22', '09:00')
    const header = signNotification(sharedSecret('local'), body, sent)
    expect(provider.readNews(header, body, sent).ok).toBe(true)
    expect(provider.readNews(header, body.replace('8000', '1000'), sent)).toMatchObject({ ok: false, problem: { code: 'signature-wrong' } })
    expect(provider.readNews(signNotification('another secret', body, sent), body, sent)).toMatchObject({ ok: false, problem: { code: 'signature-wrong' } })
    expect(provider.readNews(header, body, at('2026-11-22', '09:06'))).toMatchObject({ ok: false, problem: { code: 'signature-old' } })
    expect(provider.readNews(null, body, sent)).toMatchObject({ ok: false, problem: { code: 'signature-missing' } })
  })

  test('is told by the bank of the demonstration in its own time: closing the page loses nothing', async () => {
    const { dossierId } = await aDossier(people, 'received', owes())
    const { gatewayUrl } = await begun(dossierId)
    must(await decideOrder(new URL(gatewayUrl).searchParams.get('don')!, 'pay-twice'))
    const rows = await ask<{ payload: { eventId: string; amountVnd: number } }>(`select payload from outbox where kind = 'demo-bank-notifies' and done_at is null`)
    expect(rows.map(({ payload }) => payload.amountVnd)).toEqual([8000, 8000])
    expect(new Set(rows.map(({ payload }) => payload.eventId)).size).toBe(2)
    expect(await decideOrder('forged.token', 'pay')).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  })
})

describe('money that the procedure wants first', () => {
  test('keeps an online filing from being accepted; what may be paid later does not', async () => {
    const citizen = await aCitizen(database.owner)
    const filed = await submitted(citizen, people.desk.communeId)
    must(await addFee(people.desk, { dossierId: filed.dossierId, kind: 'charge', amountVnd: 8000, basis: 'x' }))
    await ask('update payment_record set before_acceptance = true where dossier_id = $1', [filed.dossierId])
    expect(await acceptDossier(people.desk, { dossierId: filed.dossierId })).toMatchObject({ ok: false, problem: { code: 'fee-unpaid' } })
    await ask('update payment_record set before_acceptance = null where dossier_id = $1', [filed.dossierId])
    must(await acceptDossier(people.desk, { dossierId: filed.dossierId }))
    expect((await payments(filed.dossierId)).standing).toBe('owed')
  })
})

describe('the pause for a payment', () => {
  const obligation = { kind: 'obligation', amountVnd: 2_500_000, basis: 'Tiền sử dụng đất, Thông báo số 12' } as const

  test('begins with the request, ends with the payment, and moves the due moment by the time between', async () => {
    const { dossierId, code } = await atTime(at('2026-11-30', '09:00'), () => aDossier(people, 'taken'))
    const before = (await dossierDetail(people.desk, code))!
    expect(before.due?.dueAt).toEqual(at('2026-12-03', '17:30'))
    must(await atTime(at('2026-12-01', '10:00'), () => requestPayment(people.caseOfficer, { dossierId, ...obligation })))
    const waiting = (await dossierDetail(people.desk, code))!
    expect(waiting).toMatchObject({ clock: { state: 'paused', reason: 'payment' }, awaiting: 'payment' })
    expect(waiting.actions).toContain('settle-payment')
    expect(JSON.stringify(await ask('select payload from dossier_event where dossier_id = $1', [dossierId]))).not.toContain('Tiền sử dụng đất')
    must(await atTime(at('2026-12-03', '08:00'), () => collectPayment(people.desk, cash(dossierId, 2_500_000))))
    // The worker is late; the pause ended when the money came.
    await atTime(at('2026-12-03', '16:00'), () => work(dossierId))
    const after = (await dossierDetail(people.desk, code))!
    expect(after).toMatchObject({ clock: { state: 'running' }, awaiting: 'none', due: { dueAt: at('2026-12-07', '17:30') } })
    expect(after.story[0]).toMatchObject({ kind: 'payment-settled', at: at('2026-12-03', '08:00') })
    await work(dossierId)
    expect((await dossierDetail(people.desk, code))!.version).toBe(after.version)
  })

  test('is ended by a paper of the treasury that an officer confirms; the outbox then has nothing to do', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    must(await requestPayment(people.caseOfficer, { dossierId, ...obligation }))
    must(await settlePayment(people.desk, { dossierId, document: 'Giấy nộp tiền 0123456', paidAt: null }))
    const after = (await dossierDetail(people.desk, code))!
    expect(after).toMatchObject({ clock: { state: 'running' }, awaiting: 'none' })
    await work(dossierId)
    expect((await dossierDetail(people.desk, code))!.version).toBe(after.version)
    expect((await payments(dossierId)).entries).toMatchObject([{ method: 'treasury', reference: 'Giấy nộp tiền 0123456' }])
  })

  test('ends where the obligation turns out to be none', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    must(await requestPayment(people.caseOfficer, { dossierId, ...obligation }))
    must(await assessPayment(people.desk, AssessInput.parse({ paymentId: (await payments(dossierId)).lines[0]!.id, amountVnd: 0, reason: 'Cơ quan thuế rút thông báo' })))
    await work(dossierId)
    expect(await dossierDetail(people.desk, code)).toMatchObject({ clock: { state: 'running' }, awaiting: 'none' })
  })

  test('told twice at the same moment resumes once', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    must(await requestPayment(people.caseOfficer, { dossierId, ...obligation }))
    const paymentId = (await payments(dossierId)).lines[0]!.id
    must(await collectPayment(people.desk, cash(dossierId, 2_500_000)))
    const worker = { kind: 'system', name: 'worker' } as const
    const calendar = await calendarOf(people.desk.communeId)
    await Promise.allSettled(Array.from({ length: 5 }, () => inCommune(worker, people.desk.communeId, (tx) => resumeIn(tx, worker, { dossierId, paymentId }, calendar))))
    const story = (await dossierDetail(people.desk, code))!.story
    expect(story.filter(({ kind }) => kind === 'payment-settled')).toHaveLength(1)
  })

  test('a dossier that ends owes nothing any more', async () => {
    const { dossierId } = await aDossier(people, 'taken', owes())
    must(await withdrawDossier(people.desk, { dossierId, reason: null }))
    expect(await payments(dossierId)).toMatchObject({ standing: 'none', owedVnd: 0, lines: [{ state: 'cancelled' }] })
    expect(await startPayment(grant(dossierId), { key: uuidv7() })).toMatchObject({ ok: false, problem: { code: 'nothing-owed' } })
  })
})

describe('a refund', () => {
  const paid = async (amountVnd = 8000) => {
    const { dossierId } = await aDossier(people, 'received', owes(amountVnd))
    return must(await collectPayment(people.desk, cash(dossierId, amountVnd)))
  }

  test('is proposed, approved by a leader, paid once, and numbered', async () => {
    const { entryId, dossierId } = await paid()
    const { refundId } = must(await proposeRefund(people.desk, { entryId, amountVnd: 3000, method: 'cash', reason: 'Thu thừa' }))
    expect(await payRefund(people.desk, { refundId, reference: null })).toMatchObject({ ok: false, problem: { code: 'refund-not-approved' } })
    expect(await decideRefund(people.desk, { refundId, decision: 'approve', note: null })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    must(await decideRefund(people.leader, { refundId, decision: 'approve', note: null }))
    const answers = await Promise.all([payRefund(people.desk, { refundId, reference: null }), payRefund(people.otherDesk, { refundId, reference: null })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { entries, standing } = await payments(dossierId)
    expect(entries).toMatchObject([{ direction: 'in', refundableVnd: 5000 }, { direction: 'out', amountVnd: 3000, numberText: expect.stringMatching(/^\d+\/PHT$/) }])
    expect(standing).toBe('paid')
  })

  test('of everything makes the dossier refunded', async () => {
    const { entryId, dossierId } = await paid()
    const { refundId } = must(await proposeRefund(people.desk, { entryId, amountVnd: 8000, method: 'transfer', reason: 'Thu nhầm' }))
    must(await decideRefund(people.leader, { refundId, decision: 'approve', note: null }))
    must(await payRefund(people.desk, { refundId, reference: 'UNC 7' }))
    expect(await payments(dossierId)).toMatchObject({ standing: 'refunded', lines: [{ state: 'refunded' }] })
  })

  test('never gives back more than was paid, also where two propose at once', async () => {
    const { entryId } = await paid()
    const propose = (amountVnd: number) => proposeRefund(people.desk, { entryId, amountVnd, method: 'cash', reason: 'x' })
    const answers = await Promise.all([propose(5000), propose(5000)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await propose(3001)).toEqual({ ok: false, problem: { code: 'refund-too-much', mostVnd: 3000 } })
    await expect(ask(`insert into payment_refund (commune_id, dossier_id, entry_id, amount_vnd, reason, method, state, cause, proposed_at) select commune_id, dossier_id, id, 3001, 'x', 'cash', 'proposed', 'x', now() from payment_entry where id = $1`, [entryId])).rejects.toMatchObject({ code: 'MC012' })
  })

  test('that is refused says why, and frees its money', async () => {
    const { entryId } = await paid()
    const { refundId } = must(await proposeRefund(people.desk, { entryId, amountVnd: 8000, method: 'cash', reason: 'x' }))
    must(await decideRefund(people.leader, { refundId, decision: 'reject', note: 'Không đủ căn cứ' }))
    expect(await decideRefund(people.viceLeader, { refundId, decision: 'approve', note: null })).toMatchObject({ ok: false, problem: { code: 'refund-not-waiting' } })
    expect((await proposeRefund(people.desk, { entryId, amountVnd: 8000, method: 'cash', reason: 'y' })).ok).toBe(true)
  })
})

describe('the end of the day', () => {
  test('closes what one collector took, once, with a sentence where the drawer differs', async () => {
    must(await closeDay(people.otherDesk, { countedVnd: (await collectorDay(people.otherDesk))!.totals.expectedVnd, explanation: null }).then((closed) => (closed.ok || closed.problem.code === 'nothing-to-close' ? { ok: true as const, value: null } : closed)))
    const { dossierId } = await aDossier(people, 'received', owes())
    must(await collectPayment(people.otherDesk, cash(dossierId, 8000)))
    expect(await closeDay(people.otherDesk, { countedVnd: 7000, explanation: null })).toMatchObject({ ok: false, problem: { code: 'difference-unexplained', expectedVnd: 8000 } })
    expect(await closeDay(people.leader, { countedVnd: 0, explanation: null })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    const answers = await Promise.all([closeDay(people.otherDesk, { countedVnd: 8000, explanation: null }), closeDay(people.otherDesk, { countedVnd: 8000, explanation: null })])
    expect(answers.map((answer) => (answer.ok ? 'closed' : answer.problem.code)).toSorted()).toEqual(['closed', 'nothing-to-close'])
    expect((await collectorDay(people.otherDesk))!.entries).toEqual([])
  })

  test('whatever is taken, given back and closed in between, the closings add up to the cash', { timeout: 120_000 }, async () => {
    const step = fc.oneof(fc.record({ do: fc.constant('collect' as const), amount: fc.integer({ min: 1, max: 200_000 }), method: fc.constantFrom('cash' as const, 'transfer' as const) }), fc.record({ do: fc.constant('refund' as const), part: fc.integer({ min: 1, max: 100 }) }), fc.record({ do: fc.constant('close' as const), wrong: fc.integer({ min: -50, max: 50 }) }))
    const collector = people.director.communeId === people.desk.communeId ? { ...people.director, roles: ['fee-collector' as const, 'desk-officer' as const] } : people.desk
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const taken: { entryId: string; amount: number }[] = []
      const close = async (wrong: number) => closeDay(collector, { countedVnd: (await collectorDay(collector))!.totals.expectedVnd + wrong, explanation: wrong === 0 ? null : 'Chênh lệch khi đếm' })
      for (const each of steps) {
        if (each.do === 'collect') {
          const { dossierId } = await aDossier(people, 'received', owes(each.amount))
          const { entryId } = must(await collectPayment(collector, CollectInput.parse({ dossierId, owedVnd: each.amount, method: each.method, reference: 'GD 1' })))
          taken.push({ entryId, amount: each.amount })
        } else if (each.do === 'refund' && taken.length > 0) {
          const { entryId, amount } = taken.pop()!
          const { refundId } = must(await proposeRefund(people.desk, { entryId, amountVnd: Math.max(1, Math.floor((amount * each.part) / 100)), method: 'cash', reason: 'x' }))
          must(await decideRefund(people.leader, { refundId, decision: 'approve', note: null }))
          must(await payRefund(collector, { refundId, reference: null }))
        } else if (each.do === 'close') await close(each.wrong)
      }
      await close(0)
      const [sums] = await ask<{ ledger: string; closings: string; stray: string }>(`select
        (select coalesce(sum(case direction when 'in' then amount_vnd else -amount_vnd end), 0) from payment_entry where commune_id = $1 and collector_id = $2 and method = 'cash') as ledger,
        (select coalesce(sum(cash_in_vnd - cash_out_vnd), 0) from cash_closing where commune_id = $1 and collector_id = $2) as closings,
        (select count(*) from payment_entry e where commune_id = $1 and collector_id = $2 and not exists (select from cash_closing_entry c where c.commune_id = e.commune_id and c.entry_id = e.id)) as stray`, [collector.communeId, collector.staffId])
      expect(sums!.closings).toBe(sums!.ledger)
      expect(sums!.stray).toBe('0')
    }), { numRuns: 6 })
    const numbers = await ask<{ number: number }>('select number from cash_closing where commune_id = $1 order by number', [collector.communeId])
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_row, index) => index + 1))
  })
})
