import { z } from 'zod'
import { tidyLines, tidyText } from '@/lib/identity/domain/person'
import { personGroups } from './domain/reductions'
import { refundMethods } from './domain/refund'
import { inputSentence } from './wording'

const emptyToNull = (value: unknown): unknown => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value)
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyToNull, schema.nullable())
const text = (missing: string, most = 500) => z.string(missing).transform(tidyLines).pipe(z.string().min(1, missing).max(most, inputSentence.tooLong(most)))
const word = (most: number) => z.string().transform(tidyText).pipe(z.string().max(most, inputSentence.tooLong(most)))

const LARGEST = 1_000_000_000
/** Dots and blanks as people type them: "8.000", "8 000 đ". */
const figures = (sentence: string) => z.union([z.string(), z.number()], sentence).transform((typed) => String(typed).replace(/[.\s\u00a0]|đ(ồng)?$/gu, '')).pipe(z.string().regex(/^-?\d{1,12}$/, sentence)).transform(Number)
const amount = figures(inputSentence.amount).pipe(z.int().min(0, inputSentence.amount).max(LARGEST, inputSentence.amountTooLarge))
export const positiveAmount = figures(inputSentence.amountAboveZero).pipe(z.int().min(1, inputSentence.amountAboveZero).max(LARGEST, inputSentence.amountTooLarge))

const id = z.uuid(inputSentence.line)

/** What a line comes to: the amount before any reduction, and the group that does not pay it all, if any. */
export const AssessInput = z.object({
  paymentId: id,
  amountVnd: amount,
  group: optional(z.enum(personGroups, inputSentence.group)).default(null),
  /** A paper that lies with the dossier. */
  attachmentId: optional(z.uuid(inputSentence.line)).default(null),
  /** The name of a paper that was seen and given back. */
  seenDocument: optional(word(200)).default(null),
  reason: text(inputSentence.reason),
})
export type AssessInput = z.output<typeof AssessInput>

const eReceipt = {
  eReceiptSeries: optional(word(30)).default(null),
  eReceiptNumber: optional(z.string().trim().regex(/^\d{1,7}$/, inputSentence.eReceiptNumber)).default(null),
}
const bothOrNone = ({ eReceiptSeries, eReceiptNumber }: { eReceiptSeries: string | null; eReceiptNumber: string | null }): boolean => (eReceiptSeries === null) === (eReceiptNumber === null)

/** Money that was taken by hand or seen on the account. `owedVnd`: what the screen showed, so that nobody takes another amount than was said. */
export const CollectInput = z
  .object({ dossierId: id, owedVnd: amount, method: z.enum(['cash', 'transfer'], inputSentence.method), reference: optional(word(60)).default(null), ...eReceipt })
  .refine(bothOrNone, { path: ['eReceiptNumber'], message: inputSentence.eReceiptBoth })
  .refine(({ method, reference }) => method === 'cash' || reference !== null, { path: ['reference'], message: inputSentence.reference })
export type CollectInput = z.output<typeof CollectInput>

export const NoteEReceiptInput = z.object({ entryId: id, eReceiptSeries: word(30).pipe(z.string().min(1, inputSentence.eReceiptSeries)), eReceiptNumber: z.string(inputSentence.eReceiptNumber).trim().regex(/^\d{1,7}$/, inputSentence.eReceiptNumber) })

export const ProposeRefundInput = z.object({ entryId: id, amountVnd: positiveAmount, method: z.enum(refundMethods, inputSentence.method), reason: text(inputSentence.reason) })
export const DecideRefundInput = z
  .object({ refundId: id, decision: z.enum(['approve', 'reject'], inputSentence.decision), note: optional(text(inputSentence.rejection)).default(null) })
  .refine(({ decision, note }) => decision === 'approve' || note !== null, { path: ['note'], message: inputSentence.rejection })
export const PayRefundInput = z.object({ refundId: id, reference: optional(word(60)).default(null) })

export const CloseDayInput = z.object({ countedVnd: figures(inputSentence.counted).pipe(z.int().min(-LARGEST, inputSentence.counted).max(LARGEST, inputSentence.amountTooLarge)), explanation: optional(text(inputSentence.reason)).default(null) })
export const HandleNewsInput = z.object({ provider: z.string().max(40), eventId: z.string().max(100), note: text(inputSentence.reason) })

/** A press of "pay online": the page makes the key, so that pressing twice begins one payment. */
export const StartPaymentInput = z.object({ communeId: z.uuid(), dossierId: z.uuid(), key: z.uuid() })

/** What a gateway posts, whichever it is, once its own form has been read. */
export const NewsInput = z.object({
  eventId: z.string().min(1).max(100),
  /** Identifier code of the commune that is to be paid. */
  merchant: z.string().min(1).max(40),
  intentId: z.uuid(),
  reference: z.string().max(100).nullable().default(null),
  status: z.enum(['paid', 'refused']),
  amountVnd: z.int().min(0).max(LARGEST),
})

/** A fee whose amount the province sets, or that was forgotten at the filing. */
export const AddFeeInput = z.object({ dossierId: id, kind: z.enum(['fee', 'charge']), amountVnd: positiveAmount, basis: text(inputSentence.basis) })
