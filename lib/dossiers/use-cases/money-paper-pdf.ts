import 'server-only'
import { Readable } from 'node:stream'
import { recordAccess } from '@/lib/audit/store'
import { usualReason } from '@/lib/audit/wording'
import { type MoneyHead, type MoneyPaperData, renderMoneyPaper, renderPaymentNotice } from '@/lib/documents/render/money-paper'
import { type Actor, type Officer, visitor } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { number } from '@/lib/kernel/format'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { amountInWords } from '@/lib/payments/domain/amount-in-words'
import { staffNames, transferFor } from '@/lib/payments/queries/dossier-payments'
import { type Entry, eReceiptsOf, findEntry } from '@/lib/payments/store/ledger'
import { notePrint, printOf, type Printed } from '@/lib/payments/store/prints'
import { lockOwed } from '@/lib/payments/store/records'
import { NOT_A_TAX_RECEIPT, PAY_AT_THE_DESK, paymentKindLabel, paymentMethodLabel } from '@/lib/payments/wording'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { openFile, putFile } from '@/lib/platform/files'
import { findDossier } from '../store/dossier-store'
import { folderOf } from '../store/folder'
import { officeOf } from '../store/office'

type NotFound = { code: 'not-found' }
export type MoneyPdf = { name: string; size: number; stream: Readable }
const LARGEST = 5_000_000

/** The confirmation of an entry (Phiếu xác nhận thu, Phiếu hoàn tiền): the bytes of the first print, ever after. */
export async function confirmationPdf(officer: Officer, entryId: string): Promise<Result<MoneyPdf, NotFound>> {
  if (!may(officer, 'payment.read', { communeId: officer.communeId })) return fail({ code: 'not-found' })
  return print(officer, officer.communeId, entryId, null)
}

/** The same for whoever holds the secret of the dossier: of this dossier alone. */
export const grantedConfirmationPdf = ({ communeId, dossierId }: TrackingGrant, entryId: string): Promise<Result<MoneyPdf, NotFound>> => print(visitor, communeId, entryId, dossierId)

async function print(actor: Actor, communeId: string, entryId: string, onlyDossier: string | null): Promise<Result<MoneyPdf, NotFound>> {
  const found = await inCommune(actor, communeId, async (tx) => {
    const entry = await findEntry(tx, entryId)
    if (entry === null || (onlyDossier !== null && entry.dossierId !== onlyDossier)) return null
    const printed = await printOf(tx, entryId)
    if (actor.kind === 'officer') await recordAccess(tx, { dossierId: entry.dossierId, staffId: actor.staffId, what: 'paper', reason: usualReason, objectId: entryId })
    return { entry, printed, data: printed === null ? await confirmationData(tx, entry) : null }
  })
  if (found === null) return fail({ code: 'not-found' })
  const printed = found.printed ?? (await firstPrint(actor, communeId, entryId, found.data!))
  const { stream, size } = await openFile(communeId, printed.sha256)
  return ok({ name: `${found.entry.direction === 'in' ? 'phieu-xac-nhan-thu' : 'phieu-hoan-tien'}-${found.entry.numberText.replaceAll('/', '-')}.pdf`, size, stream })
}

async function firstPrint(actor: Actor, communeId: string, entryId: string, data: MoneyPaperData): Promise<Printed> {
  const { bytes, templateVersion } = renderMoneyPaper(data)
  const { sha256, size } = must(await putFile(communeId, bytes, LARGEST))
  return inCommune(actor, communeId, (tx) => notePrint(tx, entryId, { sha256, size, templateVersion }, now()))
}

async function confirmationData(tx: Tx, entry: Entry): Promise<MoneyPaperData> {
  const { code, procedure, payer, head } = await frameOf(tx, entry.dossierId)
  const names = await staffNames(tx, entry.collectorId === null ? [] : [entry.collectorId])
  const isReceipt = entry.direction === 'in'
  return {
    head: { ...head, number: entry.numberText, issuedAt: entry.occurredAt, title: isReceipt ? ['PHIẾU XÁC NHẬN THU'] : ['PHIẾU HOÀN TIỀN'] },
    code, procedure, payer, payerLabel: isReceipt ? 'Người nộp' : 'Người nhận',
    lines: entry.lines.length === 0 ? [{ name: 'Tiền đến không khớp khoản nào phải nộp, được hoàn lại', amount: number(entry.amountVnd) }] : entry.lines.map(({ kind, name, amountVnd }) => ({ name: `${paymentKindLabel[kind]}: ${name}`, amount: number(amountVnd) })),
    total: number(entry.amountVnd), totalInWords: amountInWords(entry.amountVnd), methodLabel: isReceipt ? 'Cách nộp' : 'Cách hoàn', method: paymentMethodLabel[entry.method].toLocaleLowerCase('vi'), reference: entry.reference,
    notes: [], isReceipt, receipt: (await eReceiptsOf(tx, [entry.id])).get(entry.id) ?? null,
    warning: isReceipt ? NOT_A_TAX_RECEIPT : 'Phiếu này xác nhận việc hoàn tiền tại quầy. Biên lai đã lập cho lần thu được xử lý theo quy định về biên lai.',
    leftLabel: isReceipt ? 'NGƯỜI NỘP TIỀN' : 'NGƯỜI NHẬN TIỀN', rightLabel: entry.collectorId === null ? 'HỆ THỐNG GHI NHẬN' : isReceipt ? 'NGƯỜI THU TIỀN' : 'NGƯỜI HOÀN TIỀN',
    collector: entry.collectorId === null ? 'Cổng thanh toán' : (names.get(entry.collectorId) ?? ''),
  }
}

/** What is still owed, with the code to scan: drawn anew each time. */
export async function paymentNoticePdf(officer: Officer, code: string): Promise<Result<MoneyPdf, NotFound | { code: 'nothing-owed' }>> {
  if (!may(officer, 'payment.read', { communeId: officer.communeId })) return fail({ code: 'not-found' })
  const gathered = await inCommune(officer, async (tx) => {
    const dossier = await findDossier(tx, { code })
    if (dossier === null) return null
    await recordAccess(tx, { dossierId: dossier.id, staffId: officer.staffId, what: 'paper', reason: usualReason })
    const lines = await lockOwed(tx, dossier.id)
    const total = lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
    return { lines, total, frame: await frameOf(tx, dossier.id), transfer: await transferFor(tx, dossier.code, total) }
  })
  if (gathered === null) return fail({ code: 'not-found' })
  const { lines, total, frame, transfer } = gathered
  if (total === 0) return fail({ code: 'nothing-owed' })
  const { head, ...shown } = frame
  const { bytes } = renderPaymentNotice({
    ...shown, head: { ...head, number: '……', issuedAt: now(), title: ['PHIẾU HƯỚNG DẪN NỘP TIỀN'] },
    lines: lines.map(({ kind, name, amountVnd }) => ({ name: `${paymentKindLabel[kind]}: ${name}`, amount: number(amountVnd) })), total: number(total), totalInWords: amountInWords(total),
    transfer: transfer === null ? null : { payload: transfer.payload, bank: transfer.bankName, account: transfer.accountNumber, holder: transfer.holder, purpose: transfer.purpose },
    notes: [`Hoặc: ${PAY_AT_THE_DESK.charAt(0).toLocaleLowerCase('vi')}${PAY_AT_THE_DESK.slice(1)}`, 'Giữ nguyên nội dung chuyển khoản để tiền được ghi đúng hồ sơ.'],
  })
  return ok({ name: `phieu-huong-dan-nop-tien-${code}.pdf`, size: bytes.byteLength, stream: Readable.from(Buffer.from(bytes)) })
}

/** The office and the person of a paper about money, as they are called today. */
async function frameOf(tx: Tx, dossierId: string): Promise<{ code: string; procedure: string; payer: string; head: Omit<MoneyHead, 'number' | 'title' | 'issuedAt'> }> {
  const dossier = (await findDossier(tx, { id: dossierId }))!
  const { issuerKind, governingBody, issuerName, place } = await officeOf(tx)
  const { parties } = await folderOf(tx, dossierId)
  const payer = parties.find(({ part }) => part === 'submitter') ?? parties.find(({ part }) => part === 'applicant')
  return { code: dossier.code, procedure: dossier.procedure.name, payer: payer?.full_name ?? '', head: { issuerKind, governingBody, issuerName, place } }
}
