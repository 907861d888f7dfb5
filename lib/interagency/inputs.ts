import { z } from 'zod'
import { TIME_LIMIT_UNITS, type TimeLimit, timeLimit } from '@/lib/calendar/domain/time-limit'
import { DossierCode, HandedInInput, nested, PersonInput, ReceiveDossierInput } from '@/lib/dossiers/inputs'
import { tidyLines, tidyText } from '@/lib/identity/domain/person'
import { parseLocalDate } from '@/lib/kernel/local-date'
import { ProcedureCode } from '@/lib/procedures/inputs'
import { apiScopes } from './domain/api'
import { partnerKinds } from './domain/partner'
import { webhookEvents } from './domain/webhook'
import { inputSentence } from './wording'

const emptyToNull = (value: unknown): unknown => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value)
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyToNull, schema.nullable())
const list = <S extends z.ZodType>(item: S) => z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(item))
const flag = z.preprocess((value) => value === true || ['on', 'true', '1', 'yes'].includes(String(value)), z.boolean())
const line = (missing: string, most: number) => z.string(missing).transform(tidyText).pipe(z.string().min(1, missing).max(most, inputSentence.tooLong(most)))
const words = (missing: string, most = 1000) => z.string(missing).transform(tidyLines).pipe(z.string().min(1, missing).max(most, inputSentence.tooLong(most)))
const day = z.string(inputSentence.day).transform((typed, context) => {
  const read = parseLocalDate(typed.trim())
  if (read === null) context.addIssue(inputSentence.day)
  return read ?? z.NEVER
})

/** "2" and "working-day"; nothing typed: no limit. */
const withLimit = <T extends { limitValue: string | null; limitUnit: (typeof TIME_LIMIT_UNITS)[number] }>({ limitValue, limitUnit, ...rest }: T, context: z.RefinementCtx): Omit<T, 'limitValue' | 'limitUnit'> & { limit: TimeLimit | null } => {
  if (limitValue === null) return { ...rest, limit: null }
  const read = timeLimit({ unit: limitUnit, value: Number(limitValue) })
  if (read.ok) return { ...rest, limit: read.value }
  context.addIssue({ code: 'custom', path: ['limitValue'], message: inputSentence.limit })
  return z.NEVER
}

export const PlanLegsInput = z.object({ dossierId: z.uuid() })
export const AddLegInput = z.object({
  dossierId: z.uuid(), partnerId: z.uuid(inputSentence.partner), name: line(inputSentence.legName, 200), limitValue: optional(z.string().max(6)).default(null), limitUnit: z.enum(TIME_LIMIT_UNITS).default('working-day'),
  /** side-by-side: handed over now; after: waits until the needed ones before it are done. */
  order: z.enum(['side-by-side', 'after']).default('side-by-side'),
  required: flag, instruction: optional(words(inputSentence.instruction)).default(null), papers: list(z.uuid()).default([]),
}).transform(withLimit)
export const HandOverLegInput = z.object({ legId: z.uuid(), partnerId: z.uuid(inputSentence.partner), instruction: optional(words(inputSentence.instruction)).default(null), papers: list(z.uuid()).default([]) })
export const LegInput = z.object({ legId: z.uuid() })
export const CancelLegInput = z.object({ legId: z.uuid(), note: words(inputSentence.reason) })
export const FinishLegInput = z.object({ legId: z.uuid(), note: words(inputSentence.outcome), partnerCode: optional(line(inputSentence.partnerCode, 60)).default(null) })
export const ReturnLegInput = z.object({ legId: z.uuid(), note: words(inputSentence.reason) })

export const AddPartnerInput = z.object({ name: line(inputSentence.partnerName, 200), kind: z.enum(partnerKinds, inputSentence.partnerKind), agencies: optional(z.string().max(500)).default(null), validFrom: day, validTo: optional(day).default(null) })
  .transform(({ agencies, ...partner }) => ({ ...partner, agencies: (agencies ?? '').split(/[;\n]/).map((name) => name.trim()).filter((name) => name !== '') }))
export const EndPartnerInput = z.object({ partnerId: z.uuid(), lastDay: day })

/** What the counter types for another commune: a reception like its own, with the commune that solves and where the result is collected. */
export const ReceiveElsewhereInput = nested(
  z.object({
    idempotencyKey: z.uuid(inputSentence.key), solvingCommuneId: z.uuid(inputSentence.commune), procedureCode: ProcedureCode, variantKey: optional(z.string().max(80)).default(null), returnPlace: z.enum(['here', 'solving']).default('here'),
    applicant: PersonInput, submitter: PersonInput.extend({ mandate: line(inputSentence.mandate, 300) }).nullish().default(null), handedIn: list(HandedInInput),
  }),
)
export type ReceiveElsewhereInput = z.output<typeof ReceiveElsewhereInput>
export const HandOutInput = z.object({ receptionId: z.uuid(), recipientName: line(inputSentence.recipient, 255) })

const LONGEST_TOKEN_LIFE = 730
export const CreateTokenInput = z.object({
  name: line(inputSentence.tokenName, 100),
  scopes: list(z.enum(apiScopes)).pipe(z.array(z.enum(apiScopes)).min(1, inputSentence.scopes)),
  days: z.coerce.number(inputSentence.days).int(inputSentence.days).min(1, inputSentence.days).max(LONGEST_TOKEN_LIFE, inputSentence.days),
})
export const TokenInput = z.object({ tokenId: z.uuid() })
export const CreateWebhookInput = z.object({
  tokenId: z.uuid(inputSentence.token),
  url: z.string(inputSentence.url).trim().max(500, inputSentence.tooLong(500)).pipe(z.url({ protocol: /^https?$/, error: inputSentence.url })),
  events: list(z.enum(webhookEvents)).pipe(z.array(z.enum(webhookEvents)).min(1, inputSentence.events)),
})
export const WebhookInput = z.object({ webhookId: z.uuid() })
export const ResendInput = z.object({ deliveryId: z.uuid() })

/** A file inside a request: its bytes in base64. */
export const SentFile = z.object({
  name: line(inputSentence.fileName, 200).meta({ description: 'Tên tệp' }),
  documentKey: z.string().max(80).nullish().default(null).meta({ description: 'Mã giấy tờ trong thành phần hồ sơ của thủ tục' }),
  base64: z.base64(inputSentence.base64).min(4, inputSentence.base64).meta({ description: 'Nội dung tệp, base64; PDF hoặc ảnh' }),
})
export type SentFile = z.output<typeof SentFile>

/** @unit files in one request; the rest come one by one afterwards */
export const MOST_FILES = 10

const Party = PersonInput.omit({ kind: true }).extend({ kind: z.enum(['person', 'organisation']).default('person') })
export const IntakeBody = z.object({
  code: DossierCode.meta({ description: 'Mã hồ sơ đã cấp trên Cổng; hồ sơ giữ mã này' }),
  procedure: ProcedureCode.meta({ description: 'Mã thủ tục' }),
  variant: z.string().max(80).nullish().default(null).meta({ description: 'Trường hợp của thủ tục; không ghi là trường hợp đầu tiên' }),
  returnChannel: z.enum(['desk', 'post', 'online']).default('desk').meta({ description: 'Cách nhận kết quả' }),
  applicant: Party, submitter: Party.extend({ mandate: line(inputSentence.mandate, 300) }).nullish().default(null),
  documents: z.array(HandedInInput).max(100).default([]).meta({ description: 'Thành phần hồ sơ đã nộp' }),
  files: z.array(SentFile).max(MOST_FILES, inputSentence.files).default([]),
})
export type IntakeBody = z.output<typeof IntakeBody>

const at = z.iso.datetime({ offset: true, error: inputSentence.instant }).transform((text) => new Date(text)).nullish().default(null)
const Instant = at.meta({ description: 'Lúc việc xảy ra, ISO 8601; không ghi là lúc này', type: 'string' })
export const EventBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('supplement-received'), at: Instant, documents: z.array(HandedInInput).max(100).default([]), files: z.array(SentFile).max(MOST_FILES, inputSentence.files).default([]), note: words(inputSentence.reason).nullish().default(null) }),
  z.object({ type: z.literal('payment-settled'), at: Instant, amountVnd: z.int(inputSentence.amount).min(1, inputSentence.amount), reference: line(inputSentence.reference, 100).meta({ description: 'Mã giao dịch ở nơi thu' }) }),
  z.object({ type: z.literal('withdrawn'), reason: words(inputSentence.reason) }),
  z.object({ type: z.literal('result-returned'), at: Instant, recipientName: line(inputSentence.recipient, 255), by: z.enum(['post', 'online']).default('online') }),
])
export type EventBody = z.output<typeof EventBody>

/** What travels between communes. Every letter is read with its schema, whoever wrote it. */
export const FilingLetter = z.object({
  receptionId: z.uuid(), procedureCode: z.string(), variantKey: z.string().nullable(), returnPlace: z.enum(['here', 'solving']),
  applicant: z.custom<ReceiveDossierInput['applicant']>((value) => PersonInput.safeParse(value).success), submitter: z.custom<ReceiveDossierInput['submitter']>(), handedIn: z.array(HandedInInput),
})
const told = { receptionId: z.uuid() }
export const AnswerLetter = z.object({ ...told, code: z.string() })
export const RefusalLetter = z.object({ ...told, reason: z.string() })
export const StatusLetter = z.object({ ...told, seq: z.string().regex(/^\d+$/), stage: z.string(), nationalCode: z.string().nullable(), dueAt: z.coerce.date().nullable(), resultAt: z.coerce.date().nullable(), refusal: z.string().nullable() })
export const HandedOutLetter = z.object({ ...told, at: z.coerce.date(), recipientName: z.string() })
