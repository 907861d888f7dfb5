import 'server-only'
import { localDateOf } from '@/lib/kernel/local-date'
import { issuerHeadLines, issuerShortName, writtenDay } from '../wording'
import type { IssuerKind } from '../domain/official-paper'
import { qrSvg } from './qr'
import type { RenderedPaper } from './render-paper'
import { printableView, type View } from './text'
import { compilePdf, templateVersion } from './typst'

/** The office on the head of a paper about money. */
export type MoneyHead = { issuerKind: IssuerKind; governingBody: string; issuerName: string; place: string; number: string; title: readonly string[]; issuedAt: Date }

const headView = ({ issuerKind, governingBody, issuerName, place, number, title, issuedAt }: MoneyHead) => ({
  spokenTitle: `${title.join(' ')} số ${number}`, title, governingBody: governingBody.toUpperCase(), issuerLines: issuerHeadLines[issuerKind], issuerShortName: issuerShortName[issuerKind], issuerName, number,
  placeAndDay: `${place}, ${writtenDay(localDateOf(issuedAt))}`, digital: false, watermark: null,
})

type Line = { name: string; amount: string }
export type MoneyPaperData = {
  head: MoneyHead
  code: string
  procedure: string
  payer: string
  payerLabel: string
  lines: readonly Line[]
  total: string
  totalInWords: string
  method: string
  methodLabel: string
  reference: string | null
  /** What else is to be said, a sentence each. */
  notes: readonly string[]
  /** Money that came in: room for the number of the official receipt. */
  isReceipt: boolean
  receipt: { series: string; number: string } | null
  warning: string
  leftLabel: string
  rightLabel: string
  collector: string
}

/** The confirmation of one entry of the ledger, as PDF/A. The same data and template give the same bytes. */
export const renderMoneyPaper = ({ head, ...data }: MoneyPaperData): RenderedPaper => rendered('money-paper', { ...data, head: headView(head) }, head.issuedAt)

export type PaymentNoticeData = Pick<MoneyPaperData, 'head' | 'code' | 'procedure' | 'payer' | 'lines' | 'total' | 'totalInWords' | 'notes'> & {
  /** Where a transfer goes; null where the commune has no account for it. */
  transfer: { payload: string; bank: string; account: string; holder: string; purpose: string } | null
}

/** What is owed and how to pay it; drawn anew each time, because what is owed changes. */
export function renderPaymentNotice({ head, transfer, ...data }: PaymentNoticeData): RenderedPaper {
  const shown = transfer === null ? null : { bank: transfer.bank, account: transfer.account, holder: transfer.holder, purpose: transfer.purpose, qr: qrSvg(transfer.payload) }
  return rendered('payment-notice', { ...data, head: headView(head), transfer: shown }, head.issuedAt)
}

const rendered = (name: 'money-paper' | 'payment-notice', view: View, at: Date): RenderedPaper => ({ bytes: compilePdf(name, printableView(view), at), templateVersion: templateVersion(name) })
