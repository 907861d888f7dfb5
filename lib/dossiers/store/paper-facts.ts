import 'server-only'
import { z } from 'zod'
import { localDate } from '@/lib/kernel/local-date'

/**
 * What a paper says that no other row keeps, frozen when it is issued. Names and numbers of people stay in the rows of the
 * parties, where they are encrypted and can be erased; the first print puts both together (queries/paper-data.ts).
 */
export const HeadFacts = z.object({
  issuerKind: z.enum(['service-centre', 'one-stop-desk']),
  governingBody: z.string(),
  issuerName: z.string(),
  place: z.string(),
  hotline: z.string(),
})
export type HeadFacts = z.output<typeof HeadFacts>

const Day = z.string().transform(localDate)

export const SlipFacts = z.object({
  head: HeadFacts,
  receiverName: z.string(),
  limit: z.string(),
  explanation: z.string().nullable(),
  fee: z.string(),
  returnPlace: z.string(),
})
export const SupplementFacts = z.object({
  head: HeadFacts,
  items: z.array(z.string()),
  reason: z.string(),
  supplementBy: Day.nullable(),
  guideName: z.string(),
  /** Only where nothing was received, so that there is no dossier to ask. */
  contact: z.object({ name: z.string(), content: z.string() }).nullable().default(null),
})
export const RefusalFacts = z.object({
  head: HeadFacts,
  reasons: z.array(z.string()),
  receiverName: z.string(),
  /** Only where nothing was received, so that there is no dossier to ask. */
  contact: z.object({ name: z.string(), content: z.string() }).nullable().default(null),
})
export const ApologyFacts = z.object({ head: HeadFacts, agencyName: z.string(), dueAt: z.coerce.date(), reason: z.string(), promisedOn: Day, signerName: z.string(), signerPosition: z.string() })
export const DiscontinuationFacts = z.object({
  head: HeadFacts,
  cause: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('requested'), requestedOn: Day }),
    z.object({ kind: z.literal('not-supplemented'), requestNumber: z.string(), supplementBy: Day }),
    z.object({ kind: z.literal('by-law'), basis: z.string() }),
  ]),
  signerName: z.string(),
  signerPosition: z.string(),
})

/** Drawn from the events up to `events` of them: later ones are of a later sheet. */
export const ControlSheetFacts = z.object({ head: HeadFacts, events: z.int().min(1) })

export type SlipFacts = z.input<typeof SlipFacts>
export type SupplementFacts = z.input<typeof SupplementFacts>
export type RefusalFacts = z.input<typeof RefusalFacts>
export type ApologyFacts = z.input<typeof ApologyFacts>
export type DiscontinuationFacts = z.input<typeof DiscontinuationFacts>
export type ControlSheetFacts = z.input<typeof ControlSheetFacts>
