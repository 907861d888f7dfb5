import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune, type Tx } from '@/lib/platform/db'
import { type DayTotals, dayTotals } from '../domain/closing'
import { needsAttention, type NotificationOutcome } from '../domain/gateway'
import { openEntries } from '../store/closings'
import { type Entry, entryFrom } from '../store/ledger'
import { type Refund, refundColumns, refundFrom } from '../store/refunds'
import { staffNames } from './dossier-payments'

export type DayEntry = Entry & { code: string; applicantName: string; receiptNumber: string | null }
export type NewsView = { provider: string; eventId: string; code: string | null; reference: string | null; amountVnd: number; outcome: NotificationOutcome; receivedAt: Date }
export type WaitingRefund = Refund & { code: string; proposedByName: string | null }
export type ClosingRow = { id: string; numberText: string; collectorName: string; closedAt: Date; cashInVnd: number; cashOutVnd: number; countedVnd: number }
export type CollectorDay = {
  /** Since the last closing, oldest first. */
  entries: DayEntry[]
  totals: DayTotals
  closings: ClosingRow[]
  refunds: WaitingRefund[]
  news: NewsView[]
  may: { collect: boolean; approveRefund: boolean }
}

const MOST_SHOWN = 50

/** The desk of a collector: what was taken since the last closing, what waits for somebody. Null for whoever has nothing to do with money. */
export async function collectorDay(officer: Officer): Promise<CollectorDay | null> {
  const here = { communeId: officer.communeId }
  const rights = { collect: may(officer, 'payment.collect', here), approveRefund: may(officer, 'payment.approve-refund', here) }
  if (!rights.collect && !rights.approveRefund && !may(officer, 'payment.assess', here)) return null
  return inCommune(officer, async (tx) => {
    const entries = rights.collect ? await openEntries(tx, officer.staffId) : []
    return {
      entries: await withCodes(tx, entries), totals: dayTotals(entries), closings: await closingRows(tx, rights.collect ? officer.staffId : null), refunds: await waitingRefunds(tx), news: await newsToSee(tx), may: rights,
    }
  })
}

/** The dossier and the official receipt of each entry, asked once for all of them. */
async function withCodes(tx: Tx, entries: readonly Entry[]): Promise<DayEntry[]> {
  const ids = [...new Set(entries.map(({ dossierId }) => dossierId))]
  const codes = await codesOf(tx, ids)
  const parties = await tx.dossierParty.findMany({ where: { communeId: tx.communeId, dossierId: { in: ids }, part: 'applicant' }, select: { dossierId: true, fullName: true } })
  const names = new Map(parties.map(({ dossierId, fullName }) => [dossierId, fullName]))
  const receipts = await tx.eReceipt.findMany({ where: { communeId: tx.communeId, entryId: { in: entries.map(({ id }) => id) } }, select: { entryId: true, series: true, number: true } })
  const receiptOf = new Map(receipts.map(({ entryId, series, number }) => [entryId, `${series} ${number}`]))
  return entries.map((entry) => ({ ...entry, code: codes.get(entry.dossierId) ?? '', applicantName: names.get(entry.dossierId) ?? '', receiptNumber: receiptOf.get(entry.id) ?? null }))
}

async function codesOf(tx: Tx, dossierIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.dossier.findMany({ where: { communeId: tx.communeId, id: { in: [...dossierIds] } }, select: { id: true, code: true } })
  return new Map(rows.map(({ id, code }) => [id, code]))
}

async function closingRows(tx: Tx, collectorId: string | null): Promise<ClosingRow[]> {
  const rows = await tx.cashClosing.findMany({ where: { communeId: tx.communeId, ...(collectorId === null ? {} : { collectorId }) }, orderBy: { closedAt: 'desc' }, take: 10 })
  const names = await staffNames(tx, rows.map((row) => row.collectorId))
  return rows.map(({ id, numberText, collectorId: by, closedAt, cashInVnd, cashOutVnd, countedVnd }) => ({ id, numberText, collectorName: names.get(by) ?? '', closedAt, cashInVnd, cashOutVnd, countedVnd }))
}

async function waitingRefunds(tx: Tx): Promise<WaitingRefund[]> {
  const rows = await tx.paymentRefund.findMany({ where: { communeId: tx.communeId, state: { in: ['proposed', 'approved'] } }, orderBy: { proposedAt: 'asc' }, take: MOST_SHOWN, select: refundColumns })
  const codes = await codesOf(tx, rows.map(({ dossierId }) => dossierId))
  const names = await staffNames(tx, rows.flatMap(({ proposedBy }) => proposedBy ?? []))
  return rows.map((row) => ({ ...refundFrom(row), code: codes.get(row.dossierId) ?? '', proposedByName: row.proposedBy === null ? null : (names.get(row.proposedBy) ?? '') }))
}

async function newsToSee(tx: Tx): Promise<NewsView[]> {
  const rows = await tx.paymentNotification.findMany({ where: { communeId: tx.communeId, outcome: { in: [...needsAttention] }, handledAt: null }, orderBy: { receivedAt: 'asc' }, take: MOST_SHOWN })
  const intents = await tx.paymentIntent.findMany({ where: { communeId: tx.communeId, id: { in: rows.flatMap(({ intentId }) => intentId ?? []) } }, select: { id: true, dossierId: true } })
  const codes = await codesOf(tx, intents.map(({ dossierId }) => dossierId))
  const codeOf = new Map(intents.map(({ id, dossierId }) => [id, codes.get(dossierId) ?? null]))
  return rows.map(({ provider, eventId, intentId, reference, amountVnd, outcome, receivedAt }) => ({
    provider, eventId, code: (intentId === null ? null : codeOf.get(intentId)) ?? null, reference, amountVnd, outcome: outcome as NotificationOutcome, receivedAt,
  }))
}

export type ClosingView = ClosingRow & { explanation: string | null; entries: DayEntry[]; totals: DayTotals }

/** One closing with its entries, as it was signed off; null where there is none or it is not for this officer. */
export async function closingView(officer: Officer, id: string): Promise<ClosingView | null> {
  const here = { communeId: officer.communeId }
  if (!/^[0-9a-f-]{36}$/.test(id) || !(may(officer, 'payment.collect', here) || may(officer, 'payment.approve-refund', here) || may(officer, 'payment.assess', here))) return null
  return inCommune(officer, async (tx) => {
    const row = await tx.cashClosing.findFirst({ where: { communeId: tx.communeId, id } })
    if (row === null) return null
    const bound = await tx.cashClosingEntry.findMany({ where: { communeId: tx.communeId, closingId: id }, select: { entryId: true } })
    const entries = (await tx.paymentEntry.findMany({ where: { communeId: tx.communeId, id: { in: bound.map(({ entryId }) => entryId) } }, orderBy: { id: 'asc' } })).map(entryFrom)
    const names = await staffNames(tx, [row.collectorId])
    return {
      id, numberText: row.numberText, collectorName: names.get(row.collectorId) ?? '', closedAt: row.closedAt, cashInVnd: row.cashInVnd, cashOutVnd: row.cashOutVnd, countedVnd: row.countedVnd, explanation: row.explanation,
      entries: await withCodes(tx, entries), totals: dayTotals(entries),
    }
  })
}
