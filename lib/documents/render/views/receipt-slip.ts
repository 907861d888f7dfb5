import type { HandedInPaper, ReceiptSlipData, SlipCopy } from '../../domain/official-paper'
import { slipCopyLabel, writtenMoment } from '../../wording'
import { qrSvg } from '../qr'
import { applicantView, headView, sentence, tied, trackingView, twoDigits } from './shared'

export const receiptSlipView = (slip: ReceiptSlipData) => ({
  head: headView('receipt-slip', slip.head),
  code: slip.code,
  applicant: applicantView(slip.applicant),
  mandate: slip.mandate === null ? null : { ...applicantView(slip.mandate), proof: sentence(slip.mandate.proof) },
  content: slip.content,
  papers: slip.papers.map(paperRow),
  sets: twoDigits(slip.sets),
  fee: sentence(slip.fee),
  limit: sentence(slip.limit),
  receivedAt: writtenMoment(slip.receivedAt),
  dueAt: slip.dueAt === null ? 'không quy định' : writtenMoment(slip.dueAt),
  explanation: slip.explanation === null ? null : sentence(slip.explanation),
  returnPlace: sentence(slip.returnPlace),
  register: registerLine(slip.register),
  submitterName: slip.submitterName,
  receiverName: slip.receiverName,
  hotline: sentence(slip.hotline),
  copies: slip.copies.map((copy) => copyView(slip, copy)),
})

const paperRow = (paper: HandedInPaper) => ({
  name: paper.note === null ? paper.name : `${paper.name} (${paper.note})`,
  original: count(paper.original),
  certified: count(paper.certified),
  copy: count(paper.copy),
})

const count = (copies: number): string => (copies === 0 ? '' : String(copies))

const registerLine = (register: ReceiptSlipData['register']): string | null => {
  if (register === null) return null
  const book = register.book === null ? 'Vào Sổ theo dõi hồ sơ điện tử,' : `Vào Sổ theo dõi hồ sơ, Quyển số ${register.book},`
  return `${book} số thứ tự\u00a0${register.entry}.`
}

/** The office's copy holds the bare code for the desk scanner; only the submitter's opens the dossier to a stranger. */
const copyView = (slip: ReceiptSlipData, copy: SlipCopy) => ({
  id: copy,
  label: slipCopyLabel[copy][slip.head.issuerKind],
  host: slip.tracking.host,
  secret: copy === 'submitter' ? tied(slip.tracking.secret) : null,
  qr: copy === 'submitter' ? trackingView(slip.tracking)?.qr ?? null : qrSvg(slip.code),
})
