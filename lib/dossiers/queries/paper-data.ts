import 'server-only'
import type { Applicant, Mandate, PaperData, PaperForm, PaperHead, Tracking } from '@/lib/documents/domain/official-paper'
import type { PaperRow } from '@/lib/documents/store'
import { phone as grouped } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { decryptField } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import type { Tx } from '@/lib/platform/db'
import { verifyUrl } from '@/lib/signatures/verify-address'
import { communeById } from '@/lib/units/queries/communes'
import { type Dossier, dueOf, receptionOf } from '../domain/dossier'
import { findDossier } from '../store/dossier-store'
import { controlSheetData } from './control-sheet-data'
import { trackingSecret, trackingToken } from '../store/file-dossier'
import { type Folder, folderOf } from '../store/folder'
import { ApologyFacts, ControlSheetFacts, DiscontinuationFacts, type HeadFacts, RefusalFacts, SlipFacts, SupplementFacts } from '../store/paper-facts'

type Source = { paper: PaperRow; dossier: Dossier; folder: Folder }

/** All that a paper prints: what was frozen at its issue, and the people and papers of its dossier. Asked once, at the first print. */
export async function paperData(tx: Tx, paper: PaperRow): Promise<PaperData[PaperForm]> {
  const [data, commune] = [await gathered(tx, paper), await communeById(tx.communeId)]
  if (commune === null) return data
  return { ...data, head: { ...data.head, verifyUrl: verifyUrl(commune.slug, { kind: 'paper', id: paper.id }) } } as PaperData[PaperForm]
}

async function gathered(tx: Tx, paper: PaperRow): Promise<PaperData[PaperForm]> {
  if (paper.dossierId === null) return paper.form === 'refusal' ? contactRefusal(paper) : contactPaper(paper)
  const dossier = await findDossier(tx, { id: paper.dossierId })
  if (dossier === null) throw new Error(`Paper ${paper.numberText} belongs to no dossier`)
  const source = { paper, dossier, folder: await folderOf(tx, dossier.id) }
  switch (paper.form) {
    case 'receipt-slip': return receiptSlip(source)
    case 'supplement-request': return supplementRequest(source)
    case 'refusal': return refusal(source)
    case 'apology': return apology(source)
    case 'discontinuation': return discontinuation(source)
    case 'control-sheet': return controlSheet(tx, source)
    default: throw new Error(`${paper.form} is not a paper of a dossier`)
  }
}

async function controlSheet(tx: Tx, { paper, dossier, folder }: Source): Promise<PaperData['control-sheet']> {
  const { head, events } = ControlSheetFacts.parse(paper.data)
  const sheet = await controlSheetData(tx, dossier, folder, headOf(head, paper), events)
  if (sheet === null) throw new Error(`${dossier.code} was never received`)
  return sheet
}

function receiptSlip({ paper, dossier, folder }: Source): PaperData['receipt-slip'] {
  const facts = SlipFacts.parse(paper.data)
  const reception = receptionOf(dossier)
  const submitter = partyOf(folder, 'submitter')
  return {
    head: headOf(facts.head, paper), code: dossier.code, applicant: applicantOf(folder), mandate: mandateOf(folder), content: dossier.procedure.name,
    papers: folder.documents.map(({ name, originals, certified, copies, note }) => ({ name, original: originals, certified, copy: copies, note })),
    sets: 1, fee: facts.fee, limit: facts.limit, receivedAt: reception?.receivedAt ?? paper.issuedAt, dueAt: dueOf(dossier)?.firstDueAt ?? null, explanation: facts.explanation,
    returnPlace: facts.returnPlace, register: reception?.registerNumber == null ? null : { book: null, entry: String(reception.registerNumber) },
    submitterName: submitter?.full_name ?? applicantOf(folder).name, receiverName: facts.receiverName, tracking: trackingOf(dossier), hotline: facts.head.hotline, copies: ['office', 'submitter'],
  }
}

function supplementRequest({ paper, dossier, folder }: Source): PaperData['supplement-request'] {
  const { head, items, reason, supplementBy, guideName } = SupplementFacts.parse(paper.data)
  const contact = { name: guideName, phone: head.hotline }
  return { head: headOf(head, paper), code: dossier.code, applicant: applicantOf(folder), content: dossier.procedure.name, items, reason, supplementBy, contact, guideName, tracking: trackingOf(dossier) }
}

/** Mẫu 02 for a walk-in that was not received: no dossier, no code, nobody's number. */
function contactPaper(paper: PaperRow): PaperData['supplement-request'] {
  const { head, items, reason, supplementBy, guideName, contact } = SupplementFacts.parse(paper.data)
  const applicant: Applicant = { title: 'Ông/Bà', name: contact?.name ?? '', personalId: null, address: null, phone: null, email: null }
  return { head: headOf(head, paper), code: null, applicant, content: contact?.content ?? '', items, reason, supplementBy, contact: { name: guideName, phone: head.hotline }, guideName, tracking: null }
}

/** Mẫu 03 for a walk-in that is turned away at the counter: no dossier, no code, nobody's number. */
function contactRefusal(paper: PaperRow): PaperData['refusal'] {
  const { head, reasons, receiverName, contact } = RefusalFacts.parse(paper.data)
  const applicant: Applicant = { title: 'Ông/Bà', name: contact?.name ?? '', personalId: null, address: null, phone: null, email: null }
  return { head: headOf(head, paper), code: null, applicant, content: contact?.content ?? '', reasons, submitterName: contact?.name ?? '', receiverName }
}

function refusal({ paper, dossier, folder }: Source): PaperData['refusal'] {
  const { head, reasons, receiverName } = RefusalFacts.parse(paper.data)
  const applicant = applicantOf(folder)
  return { head: headOf(head, paper), code: dossier.code, applicant, content: dossier.procedure.name, reasons, submitterName: partyOf(folder, 'submitter')?.full_name ?? applicant.name, receiverName }
}

function apology({ paper, dossier, folder }: Source): PaperData['apology'] {
  const { head, agencyName, dueAt, reason, promisedOn, signerName, signerPosition } = ApologyFacts.parse(paper.data)
  return {
    head: headOf(head, paper), code: dossier.code, applicant: applicantOf(folder), agencyName, procedureName: dossier.procedure.name,
    receivedOn: localDateOf(receptionOf(dossier)?.receivedAt ?? paper.issuedAt), dueAt, reason, promisedOn, signer: { name: signerName, position: signerPosition }, tracking: trackingOf(dossier),
  }
}

function discontinuation({ paper, dossier, folder }: Source): PaperData['discontinuation'] {
  const { head, cause, signerName, signerPosition } = DiscontinuationFacts.parse(paper.data)
  const received = receptionOf(dossier)?.receivedAt ?? null
  const originals = folder.documents.filter((document) => document.originals > 0 && document.note === null)
  return {
    head: headOf(head, paper), code: dossier.code, applicant: applicantOf(folder), procedureName: dossier.procedure.name, receivedOn: received === null ? null : localDateOf(received), cause,
    returnedPapers: originals.map((document) => `${document.name} (${String(document.originals).padStart(2, '0')} bản chính)`), refund: null,
    signer: { name: signerName, position: signerPosition }, tracking: trackingOf(dossier),
  }
}

const headOf = ({ hotline: _hotline, ...head }: HeadFacts, { numberText, issuedAt }: PaperRow): PaperHead => ({ ...head, number: numberText, issuedAt, signing: 'ink' })

const partyOf = ({ parties }: Folder, part: 'applicant' | 'submitter') => parties.find((party) => party.part === part)

const opened = (sealed: string | null): string | null => (sealed === null ? null : decryptField(sealed))

function personOf(party: Folder['parties'][number]): Applicant {
  const phone = opened(party.phone)
  const title = party.kind === 'organisation' ? 'Tổ chức' : party.sex === 'male' ? 'Ông' : party.sex === 'female' ? 'Bà' : 'Ông/Bà'
  return { title, name: party.full_name, personalId: opened(party.personal_id), address: party.address, phone: phone === null ? null : grouped(phone), email: opened(party.email) }
}

function applicantOf(folder: Folder): Applicant {
  const party = partyOf(folder, 'applicant')
  return party === undefined ? { title: 'Ông/Bà', name: '', personalId: null, address: null, phone: null, email: null } : personOf(party)
}

function mandateOf(folder: Folder): Mandate | null {
  const submitter = partyOf(folder, 'submitter')
  return submitter === undefined || submitter.mandate === null ? null : { ...personOf(submitter), proof: submitter.mandate }
}

/** "ABCDE 12345" beside the code, and the token door behind the QR code. */
const trackingOf = ({ id }: Dossier): Tracking => ({
  host: new URL(env.publicUrl).host,
  secret: trackingSecret(id).replace(/^(.{5})/, '$1 '),
  qrUrl: `${env.publicUrl}/tra-cuu/m/${trackingToken(id)}`,
})
