import type { ApologyData, DiscontinuationData, RefusalData, SupplementRequestData } from '../../domain/official-paper'
import { discontinuationSentence, shortDay, writtenDay, writtenMoment } from '../../wording'
import { applicantView, headView, sentence, tied, trackingView } from './shared'

export const supplementRequestView = (letter: SupplementRequestData) => ({
  head: headView('supplement-request', letter.head),
  code: letter.code,
  applicant: applicantView(letter.applicant),
  content: letter.content,
  items: letter.items,
  reason: sentence(letter.reason),
  supplementBy: letter.supplementBy === null ? null : writtenDay(letter.supplementBy),
  contact: { name: letter.contact.name, phone: tied(letter.contact.phone) },
  guideName: letter.guideName,
  tracking: trackingView(letter.tracking),
})

export const refusalView = (letter: RefusalData) => ({
  head: headView('refusal', letter.head),
  code: letter.code,
  applicant: applicantView(letter.applicant),
  content: letter.content,
  reasons: letter.reasons.map(sentence),
  submitterName: letter.submitterName,
  receiverName: letter.receiverName,
})

export const apologyView = (letter: ApologyData) => ({
  head: headView('apology', letter.head),
  code: letter.code,
  applicant: applicantView(letter.applicant),
  agencyName: letter.agencyName,
  procedureName: letter.procedureName,
  receivedOn: writtenDay(letter.receivedOn),
  dueAt: writtenMoment(letter.dueAt),
  reason: sentence(letter.reason),
  promisedOn: writtenDay(letter.promisedOn),
  signer: letter.signer,
  tracking: trackingView(letter.tracking),
})

export const discontinuationView = (letter: DiscontinuationData) => ({
  head: headView('discontinuation', letter.head),
  code: letter.code,
  applicant: applicantView(letter.applicant),
  procedureName: letter.procedureName,
  receivedOn: letter.receivedOn === null ? null : shortDay(letter.receivedOn),
  cause: sentence(discontinuationSentence(letter.cause, letter.applicant.title)),
  returnedPapers: letter.returnedPapers,
  refund: letter.refund === null ? null : sentence(letter.refund),
  signer: letter.signer,
  tracking: trackingView(letter.tracking),
})
