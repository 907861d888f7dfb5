import type { PaperForm } from './transitions'
import type { Dossier, ReturnChannel } from './dossier'
import type { DossierEvent } from './events'

/** A person or organisation as a dossier knows it. Free of scope: the store encrypts what must be. */
export type Party = {
  part: 'applicant' | 'submitter'
  kind: 'person' | 'organisation'
  fullName: string
  personalId: string | null
  /** PartialDate in its one spelling: "1956", "1956-03", "1956-03-14". */
  birth: string | null
  sex: 'male' | 'female' | null
  address: string | null
  phone: string | null
  email: string | null
  /** Giấy tờ ủy quyền, where the submitter is not the applicant. */
  mandate: string | null
}

/** One paper handed in, as the slip lists it. */
export type HandedIn = { documentKey: string | null; name: string; originals: number; certified: number; copies: number; note: string | null }

export type Payment = { kind: 'fee' | 'charge'; amountVnd: number; basis: string; state: 'owed' | 'paid' | 'exempt'; method: 'cash' | null; collectorId: string | null; paidAt: Date | null; /** The procedure wants it before acceptance. */ beforeAcceptance?: boolean }

/** A paper to number with the filing; `numberPattern` holds "{number}", `data` is what no other row keeps (lib/dossiers/domain/paper-facts.ts). */
export type PaperToIssue = { form: PaperForm; numberPattern: string; issuedBy: string | null; data: Record<string, unknown> }

/** All that becomes true when a dossier is submitted or received: written by one statement. */
export type Filing = {
  /** The dossier before its first event gave it a code. */
  dossier: Dossier
  events: readonly DossierEvent[]
  at: Date
  parties: readonly Party[]
  form: { formId: string; answers: Record<string, string> } | null
  handedIn: readonly HandedIn[]
  payments: readonly Payment[]
  papers: readonly PaperToIssue[]
  /** Where the filing is settled at once. `series`: the register whose next number it takes. */
  result: { series: string; numberPattern: string; summary: string; by: string; returnedTo: string } | null
  outbox: readonly { key: string; kind: string; payload: Record<string, unknown> }[]
  draftId: string | null
  returnChannel: ReturnChannel
  /** A code given elsewhere (national portal): the dossier lives under it and no number of ours is spent. */
  externalCode: string | null
  /** The returned dossier that this one takes up again; absent for all others. */
  reopenedFromId?: string
  applicantCitizenId: string | null
  submitterCitizenId: string | null
}
