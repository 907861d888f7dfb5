import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { reductionsFor } from '../domain/assess-fee'
import { type PaymentKind, type PaymentStanding, paymentStanding, type PaymentState, sumOwed } from '../domain/payment'
import type { PersonGroup } from '../domain/reductions'
import { refundableVnd } from '../domain/refund'
import { transferPurpose, vietQrPayload } from '../domain/vietqr'
import { accountOn, type TransferAccount } from '../store/accounts'
import { type CaseFacts, caseFacts } from '../store/case-facts'
import { entriesOfDossier, type Entry, eReceiptsOf } from '../store/ledger'
import { type Refund, refundsOfDossier } from '../store/refunds'
import { vnd } from '@/lib/kernel/vnd'

/** A transfer that pays what is owed: what to scan, and the same to type. */
export type TransferView = TransferAccount & { payload: string; purpose: string; amountVnd: number }
export type AssessmentView = { beforeVnd: number; afterVnd: number; legalBasis: string | null; verified: boolean; proofKind: 'seen' | 'attachment' | null; proofName: string | null; reason: string; by: string; at: Date }
export type OfferedGroup = { group: PersonGroup; percentOff: number; legalBasis: string; proofs: readonly string[]; verified: boolean }
export type LineView = {
  id: string
  kind: PaymentKind
  basis: string
  amountVnd: number
  beforeVnd: number
  state: PaymentState
  paidAt: Date | null
  isObligation: boolean
  beforeAcceptance: boolean
  /** The latest first. */
  assessments: AssessmentView[]
  /** Groups that may pay less of this very fee. */
  groups: OfferedGroup[]
}
export type EntryView = Entry & { collectorName: string | null; receipt: { series: string; number: string } | null; refundableVnd: number }
export type DossierPayments = {
  standing: PaymentStanding
  owedVnd: number
  lines: LineView[]
  entries: EntryView[]
  refunds: Refund[]
  /** Null where nothing is owed, or the commune has no account for transfers. */
  transfer: TransferView | null
  may: { assess: boolean; collect: boolean; proposeRefund: boolean; approveRefund: boolean }
}

/** Everything about the money of one dossier, for an officer of its commune; null where there is no such dossier or it is not for this officer. */
export async function dossierPayments(officer: Officer, dossierId: string): Promise<DossierPayments | null> {
  const here = { communeId: officer.communeId }
  if (!may(officer, 'payment.read', here)) return null
  return inCommune(officer, async (tx) => {
    const facts = await caseFacts(tx, dossierId)
    if (facts === null) return null
    const lines = await linesOf(tx, facts)
    const [entries, refunds] = [await entriesOfDossier(tx, dossierId), await refundsOfDossier(tx, dossierId)]
    const owedVnd = sumOwed(lines.map(({ state, amountVnd }) => ({ state, amountVnd: vnd(amountVnd) })))
    return {
      standing: paymentStanding(lines), owedVnd, lines, entries: await entryViews(tx, entries, refunds), refunds, transfer: await transferFor(tx, facts.code, owedVnd),
      may: {
        assess: may(officer, 'payment.assess', here), collect: may(officer, 'payment.collect', here), proposeRefund: may(officer, 'payment.propose-refund', here),
        approveRefund: may(officer, 'payment.approve-refund', here),
      },
    }
  })
}

/** Pays exactly this, to the account of the day. */
export async function transferFor(tx: Tx, code: string, amountVnd: number): Promise<TransferView | null> {
  const account = amountVnd === 0 ? null : await accountOn(tx, localDateOf(now()))
  if (account === null) return null
  const purpose = transferPurpose(code)
  return { ...account, purpose, amountVnd, payload: vietQrPayload({ bankBin: account.bankBin, accountNumber: account.accountNumber, amountVnd, purpose }) }
}

async function linesOf(tx: Tx, facts: CaseFacts): Promise<LineView[]> {
  const rows = await tx.paymentRecord.findMany({ where: { communeId: tx.communeId, dossierId: facts.dossierId }, orderBy: { id: 'asc' } })
  const assessments = await tx.paymentAssessment.findMany({ where: { communeId: tx.communeId, paymentId: { in: rows.map(({ id }) => id) } }, orderBy: { id: 'desc' } })
  const names = await staffNames(tx, assessments.map(({ assessedBy }) => assessedBy))
  return rows.map((row): LineView => {
    const kind = row.kind as PaymentKind
    const offered = reductionsFor({ kind, amountVnd: row.amountVnd }, facts)
    return {
      id: row.id, kind, basis: row.basis, amountVnd: row.amountVnd, beforeVnd: row.beforeVnd ?? row.amountVnd, state: row.state as PaymentState, paidAt: row.paidAt,
      isObligation: row.obligationId !== null, beforeAcceptance: row.beforeAcceptance === true,
      assessments: assessments.filter(({ paymentId }) => paymentId === row.id).map((each): AssessmentView => ({
        beforeVnd: each.beforeVnd, afterVnd: each.afterVnd, legalBasis: each.legalBasis, verified: each.verified, proofKind: each.proofKind as AssessmentView['proofKind'], proofName: each.proofName,
        reason: each.reason, by: names.get(each.assessedBy) ?? '', at: each.assessedAt,
      })),
      groups: offered.map(({ group, percentOff, legalBasis, proofs, verified }) => ({ group, percentOff, legalBasis, proofs, verified })),
    }
  })
}

async function entryViews(tx: Tx, entries: readonly Entry[], refunds: readonly Refund[]): Promise<EntryView[]> {
  const receipts = await eReceiptsOf(tx, entries.map(({ id }) => id))
  const names = await staffNames(tx, entries.flatMap(({ collectorId }) => collectorId ?? []))
  return entries.map((entry) => ({
    ...entry, collectorName: entry.collectorId === null ? null : (names.get(entry.collectorId) ?? ''), receipt: receipts.get(entry.id) ?? null,
    refundableVnd: entry.direction === 'out' ? 0 : refundableVnd(entry.amountVnd, refunds.filter(({ entryId }) => entryId === entry.id)),
  }))
}

export async function staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.staffMember.findMany({ where: { communeId: tx.communeId, id: { in: [...new Set(ids)] } }, select: { id: true, fullName: true } })
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}
