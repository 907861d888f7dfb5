import { z } from 'zod'
import { paperForms } from '@/lib/documents/domain/official-paper'
import { parsePartialDate } from '@/lib/identity/domain/partial-date'
import { readName, readPersonalId, readPhone, tidyLines, tidyText } from '@/lib/identity/domain/person'
import { parseLocalDate } from '@/lib/kernel/local-date'
import { positiveAmount } from '@/lib/payments/inputs'
import { ProcedureCode } from '@/lib/procedures/inputs'
import { discontinuationCauses, identityChecks, recipients, refusalReasons } from './domain/events'
import { inputSentence } from './wording'

/** "applicant.fullName" and "handedIn.0.name", as form fields are named, become objects and lists; what is already an object stays. */
export const nested = <S extends z.ZodType>(schema: S) => z.preprocess(unflatten, schema)

function unflatten(flat: unknown): unknown {
  if (flat === null || typeof flat !== 'object' || !Object.keys(flat).some((name) => name.includes('.'))) return flat
  const root = bare()
  for (const [name, value] of Object.entries(flat)) {
    const path = name.split('.')
    const last = path.pop()!
    let here = root
    for (const step of path) here = bareAt(here, step)
    here[last] = value
  }
  return asLists(root)
}

/** Inherits nothing: a field named "toString.x" or "__proto__.x" must not reach the objects of the language, which the whole process shares. */
const bare = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>

/** What lies under that name; a text that stands in the way gives place. */
function bareAt(holder: Record<string, unknown>, name: string): Record<string, unknown> {
  const held = holder[name]
  if (held !== null && typeof held === 'object' && !Array.isArray(held)) return held as Record<string, unknown>
  const made = bare()
  holder[name] = made
  return made
}

/** Objects whose keys are 0, 1, 2 … are lists. */
function asLists(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, held]) => [key, asLists(held)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  return isList ? entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, held]) => held) : Object.fromEntries(entries)
}

const list = <S extends z.ZodType>(item: S) => z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(item))
const emptyToNull = (value: unknown): unknown => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value)
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyToNull, schema.nullable())
const text = (missing: string, most = 1000) => z.string(missing).transform(tidyLines).pipe(z.string().min(1, missing).max(most, inputSentence.tooLong(most)))
const flag = z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1' || value === 'yes', z.boolean())
const count = z.preprocess((value) => (value === undefined || value === '' ? 0 : Number(value)), z.int(inputSentence.count).min(0, inputSentence.count).max(999, inputSentence.count))

/** A key the screen makes once for each intention: a second press sends the same one. */
export const IdempotencyKey = z.uuid(inputSentence.key)

/** Which dossier, and the version the screen showed: without it the latest is meant. */
const dossier = {
  dossierId: z.uuid(inputSentence.dossier),
  version: z.preprocess(emptyToNull, z.coerce.number().int().min(1).nullable()).transform((version) => version ?? undefined).optional(),
}

const personalId = z.string().transform((typed, context) => {
  const read = readPersonalId(typed)
  if (!read.ok) context.addIssue(inputSentence[read.problem.code])
  return read.ok ? (read.value as string) : z.NEVER
})
/** Foreigners and organisations have other numbers: kept as written. */
const otherId = z.string().transform(tidyText).pipe(z.string().min(1).max(50, inputSentence.tooLong(50)))
const phone = z.string().transform((typed, context) => {
  const read = readPhone(typed)
  if (!read.ok) context.addIssue(inputSentence[read.problem.code])
  return read.ok ? (read.value as string) : z.NEVER
})
const fullName = z.string(inputSentence['name-empty']).transform((typed, context) => {
  const read = readName(typed)
  if (!read.ok) context.addIssue(inputSentence[read.problem.code])
  return read.ok ? read.value : z.NEVER
})
const birth = z.string().transform((typed, context) => {
  const read = parsePartialDate(typed.trim())
  if (read === null) context.addIssue(inputSentence.birth)
  return read === null ? z.NEVER : (read as string)
})
const day = z.string(inputSentence.day).transform((typed, context) => {
  const read = parseLocalDate(typed.trim())
  if (read === null) context.addIssue(inputSentence.day)
  return read ?? z.NEVER
})

export const PersonInput = z.object({
  kind: z.enum(['person', 'organisation']).default('person'),
  fullName,
  /** Số định danh: twelve digits. Whoever has another paper leaves it empty and fills `otherId`. */
  personalId: optional(personalId).default(null),
  otherId: optional(otherId).default(null),
  birth: optional(birth).default(null),
  sex: optional(z.enum(['male', 'female'])).default(null),
  address: optional(z.string().transform(tidyText).pipe(z.string().max(255, inputSentence.tooLong(255)))).default(null),
  phone: optional(phone).default(null),
  email: optional(z.email(inputSentence.email)).default(null),
})
export type PersonInput = z.output<typeof PersonInput>

export const HandedInInput = z.object({
  documentKey: optional(z.string().max(80)).default(null),
  name: text(inputSentence.paperName, 500),
  originals: count.default(0),
  certified: count.default(0),
  copies: count.default(0),
  note: optional(z.string().transform(tidyText).pipe(z.string().max(200, inputSentence.tooLong(200)))).default(null),
})

export const FeeInput = z.object({
  kind: z.enum(['fee', 'charge']),
  amountVnd: z.coerce.number(inputSentence.amount).int(inputSentence.amount).min(0, inputSentence.amount).max(1_000_000_000, inputSentence.amount),
  basis: text(inputSentence.basis, 500),
  state: z.enum(['owed', 'paid', 'exempt']),
})

const returnChannel = z.enum(['desk', 'post', 'online'])
/** `MX1X2…-yyMMdd-0001`: four digits or more at the end. */
export const DossierCode = z.string(inputSentence.code).transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(/[‐‑–—]/g, '-')).pipe(z.string().regex(/^[A-Z]\d{2}(\.[0-9A-Z]{1,10})*-\d{6}-\d{4,8}$/, inputSentence.code))

/** The draft is its own key: sending it twice files it once. */
export const SubmitDossierInput = z.object({ draftId: z.uuid(), communeId: z.uuid() })
export const PrepareDossierInput = z.object({ draftId: z.uuid(), communeId: z.uuid() })
export const OpenHandedOverInput = z.object({ code: z.string(inputSentence.handOverCode).min(1, inputSentence.handOverCode).max(20, inputSentence.handOverCode) })

export const ReceiveDossierInput = nested(
  z.object({
    idempotencyKey: IdempotencyKey,
    procedureCode: ProcedureCode,
    /** Empty: the first case of the procedure. */
    variantId: optional(z.uuid()).default(null),
    channel: z.enum(['desk', 'post', 'national-portal']).default('desk'),
    /** The code of the national portal; the dossier lives under it. */
    externalCode: optional(DossierCode).default(null),
    returnChannel: returnChannel.default('desk'),
    applicant: PersonInput,
    submitter: PersonInput.extend({ mandate: text(inputSentence.mandate, 300) }).nullish().default(null),
    handedIn: list(HandedInInput),
    /** Null: as the procedure has it. */
    fees: z.preprocess((value) => (value === undefined || value === '' ? null : value), z.array(FeeInput).nullable()).default(null),
    /** A draft that its owner handed over with a code. */
    draftId: optional(z.uuid()).default(null),
  }),
)
export type ReceiveDossierInput = z.output<typeof ReceiveDossierInput>

export const SettleOnTheSpotInput = nested(
  z.object({
    idempotencyKey: IdempotencyKey,
    procedureCode: ProcedureCode,
    variantId: optional(z.uuid()).default(null),
    applicant: PersonInput,
    /** What was certified: "Bằng tốt nghiệp THPT". */
    subject: text(inputSentence.subject, 300),
    pages: z.coerce.number(inputSentence.pages).int(inputSentence.pages).min(1, inputSentence.pages).max(5000, inputSentence.pages).default(1),
    copies: z.coerce.number(inputSentence.copies).int(inputSentence.copies).min(1, inputSentence.copies).max(500, inputSentence.copies).default(1),
    /** Why nothing is paid; empty: the fee is paid in cash now. */
    exemption: optional(text(inputSentence.exemption, 300)).default(null),
    identityCheck: z.enum(identityChecks).default('personal-id'),
    withSlip: flag.default(false),
  }),
)
export type SettleOnTheSpotInput = z.output<typeof SettleOnTheSpotInput>

export const AcceptDossierInput = z.object(dossier)
export const MissingItemInput = z.object({ documentKey: optional(z.string().max(80)).default(null), name: text(inputSentence.paperName, 500), sentence: text(inputSentence.missingSentence) })
/** What each reason of a refusal has to say beside its words. */
const refusal = {
  reason: z.enum(refusalReasons, inputSentence.refusalReason),
  text: text(inputSentence.reason),
  /** Not competent: who is. */
  competentAgency: optional(text(inputSentence.competentAgency, 300)).optional(),
  /** Not eligible: the condition and where the law lays it down. */
  condition: optional(text(inputSentence.condition)).optional(),
  /** Incomplete: what is missing. */
  missing: z.preprocess((value) => (value === '' ? undefined : value), list(MissingItemInput).optional()),
  /** Duplicate: the other dossier. */
  duplicateOf: optional(DossierCode).optional(),
}
type Refusal = { reason: (typeof refusalReasons)[number]; competentAgency?: string | null; condition?: string | null; missing?: readonly unknown[]; duplicateOf?: string | null }
function asksWhatTheReasonNeeds({ reason, competentAgency, condition, missing, duplicateOf }: Refusal, context: z.RefinementCtx): void {
  const amiss = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (reason === 'not-competent' && competentAgency == null) amiss('competentAgency', inputSentence.competentAgency)
  if (reason === 'not-eligible' && condition == null) amiss('condition', inputSentence.condition)
  if (reason === 'incomplete' && (missing ?? []).length === 0) amiss('missing', inputSentence.missingList)
  if (reason === 'duplicate' && duplicateOf == null) amiss('duplicateOf', inputSentence.duplicateOf)
}
export const RefuseDossierInput = nested(z.object({ ...dossier, ...refusal }).superRefine(asksWhatTheReasonNeeds))
export const RequestSupplementInput = nested(z.object({ ...dossier, missing: list(MissingItemInput), reason: text(inputSentence.reason), deadlineOn: optional(day).default(null) }))
export const SupplySupplementInput = z.object({
  ...dossier,
  /** When it arrived, where that was before it is recorded (post, an earlier visit). */
  arrivedAt: optional(z.coerce.date(inputSentence.instant)).default(null),
  /** `key`: which of the items asked for it is. */
  handedIn: list(HandedInInput.extend({ key: optional(z.string().max(80)).optional() })).default([]),
  /** The list of what was asked for was gone through: what is not in it is still missing. */
  compared: flag.optional(),
})
export const SupplyOnlineInput = z.object({ dossierId: z.uuid(), communeId: z.uuid(), note: optional(text(inputSentence.reason)).default(null) })
export const TakeDossierInput = z.object(dossier)
export const AssignDossierInput = z.object({ ...dossier, staffId: z.uuid(inputSentence.staff) })
export const SettleStepInput = z.object({
  ...dossier,
  outcome: z.enum(['granted', 'denied']).default('granted'),
  summary: text(inputSentence.summary),
  /** Only of a denial. */
  denialReason: optional(text(inputSentence.denialReason)).optional(),
  legalBasis: optional(text(inputSentence.legalBasis, 500)).optional(),
  number: optional(z.string().transform(tidyText).pipe(z.string().max(60, inputSentence.tooLong(60)))).default(null),
  attachmentId: optional(z.uuid()).default(null),
  /** Why a file whose signature does not hold may stand all the same. */
  signatureNote: optional(text(inputSentence.signatureNote, 500)).optional(),
})
export const AppraiseStepInput = z.object({ ...dossier, remark: optional(text(inputSentence.reason)).default(null) })
export const ApproveStepsInput = z.object({ dossierIds: list(z.uuid()).pipe(z.array(z.uuid()).min(1, inputSentence.chooseOne).max(100, inputSentence.chooseFewer)) })
export const SealStepInput = z.object({ ...dossier, number: optional(z.string().transform(tidyText).pipe(z.string().max(60, inputSentence.tooLong(60)))).default(null) })
const dayOrSay = (missing: string) => z.string(missing).transform((typed, context) => {
  const read = parseLocalDate(typed)
  if (read === null) context.addIssue(missing)
  return read ?? z.NEVER
})
/** What somebody types who has a paper in hand and asks whether it is ours. */
export const CheckByNumber = z.object({
  commune: z.string().regex(/^[a-z0-9-]{1,60}$/, inputSentence.checkCommune),
  form: z.enum(['result', ...paperForms], inputSentence.checkForm),
  number: z.string(inputSentence.checkNumber).transform(tidyText).pipe(z.string().min(1, inputSentence.checkNumber).max(60, inputSentence.tooLong(60))),
  issuedOn: z.string(inputSentence.checkDay).transform((typed, context) => {
    const read = parseLocalDate(typed.trim())
    if (read === null) context.addIssue(inputSentence.checkDay)
    return read ?? z.NEVER
  }),
})
export type CheckByNumber = z.output<typeof CheckByNumber>
/** What the records clerk confirms of a result that was signed by pen. */
export const PenSigningInput = SealStepInput.extend({ signedOn: dayOrSay(inputSentence.signedOn), signerId: z.uuid(inputSentence.signer), attachmentId: optional(z.uuid()).default(null) })
export const TakeOverInput = z.object({ ...dossier, reason: text(inputSentence.reasonForColleague) })
export const RecallInput = z.object({ ...dossier, reason: text(inputSentence.reasonForColleague) })
export const SkipStepInput = z.object({ ...dossier, reason: text(inputSentence.reasonForColleague) })
export const IssueControlSheetInput = z.object({ dossierId: z.uuid(inputSentence.dossier) })
export const AssignFairlyInput = z.object(dossier)
/** What a preview showed: which dossier, in which version, to whom ("id:version:staff"). */
export const ShareOutInput = z.object({
  share: list(z.string().transform((typed, context) => {
    const [dossierId, version, staffId] = typed.split(':')
    const read = z.object({ dossierId: z.uuid(), version: z.coerce.number().int().min(1), staffId: z.uuid() }).safeParse({ dossierId, version, staffId })
    if (!read.success) context.addIssue(inputSentence.dossier)
    return read.data ?? z.NEVER
  })).pipe(z.array(z.object({ dossierId: z.uuid(), version: z.number(), staffId: z.uuid() })).min(1, inputSentence.chooseOne).max(100, inputSentence.chooseFewer)),
})
export const HandBackInput = z.object({ ...dossier, reason: text(inputSentence.reason) })
/** What the desk keeps of a hand-over: the scan proves the person and is not kept; a mandate by its name; the sheet that was signed. */
const handover = {
  cardScan: optional(z.string().max(2000)).optional(),
  mandate: optional(text(inputSentence.mandate, 300)).optional(),
  signed: flag.optional(),
}
const trackingNumber = z.string(inputSentence.trackingNumber).transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/\s/g, '')).pipe(z.string().regex(/^[A-Z0-9-]{6,30}$/, inputSentence.trackingNumber))
export const ReturnResultInput = z.object({ ...dossier, recipient: z.enum(recipients, inputSentence.recipient), recipientName: fullName, identityCheck: z.enum(identityChecks, inputSentence.identityCheck), /** Cash that was still owed was taken in the same moment. */ takesFee: flag.optional(), ...handover })
export const PostResultInput = z.object({ ...dossier, trackingNumber })
/** Lines without a number stay where they are. */
export const PostResultsInput = nested(z.object({ parcels: list(z.object({ dossierId: z.uuid(), trackingNumber })) }))
export const ConfirmDeliveryInput = z.object(dossier)
export const TakeBackParcelInput = z.object({ ...dossier, reason: text(inputSentence.sentBackReason, 300) })
export const WithdrawDossierInput = z.object({ ...dossier, reason: optional(text(inputSentence.reason)).default(null) })
export const WithdrawOwnDossierInput = z.object({ dossierId: z.uuid(), communeId: z.uuid(), reason: optional(text(inputSentence.reason)).default(null) })
export const DiscontinueDossierInput = z.object({ ...dossier, cause: z.enum(discontinuationCauses, inputSentence.cause), reason: text(inputSentence.reason) })
/** What is to be paid, and on which paper it rests ("Thông báo nộp tiền số 12/TB-CCT ngày 20/11/2026"). */
export const RequestPaymentInput = z.object({ ...dossier, kind: z.enum(['fee', 'charge', 'obligation']).default('obligation'), amountVnd: positiveAmount, basis: text(inputSentence.basis, 500) })
/** The paper of the treasury or the bank, and when it says that the money came. */
export const SettlePaymentInput = z.object({ ...dossier, document: text(inputSentence.treasuryDocument, 200), paidAt: optional(z.coerce.date(inputSentence.instant)).default(null) })
export const VoidDossierInput = z.object({ ...dossier, reason: text(inputSentence.reason) })
export const DraftApologyInput = z.object({ ...dossier, reason: text(inputSentence.reason), promisedOn: day })
/** The leader signs what was drafted. */
export const ApologiseInput = z.object(dossier)
export const ExtendVerificationInput = z.object({ ...dossier, reason: text(inputSentence.reason) })
/** "1.004873" or "1.004873:key-of-the-case". */
const target = z.string(inputSentence.target).transform((typed, context) => {
  const [code = '', variant = ''] = typed.trim().split(':')
  const procedureCode = ProcedureCode.safeParse(code)
  if (!procedureCode.success) context.addIssue(inputSentence.target)
  return procedureCode.success ? { procedureCode: procedureCode.data, variant: variant === '' ? null : variant } : z.NEVER
})
export const ProposeCorrectionInput = z.object({ ...dossier, target, reason: text(inputSentence.reason) })
export const ApproveCorrectionInput = z.object(dossier)
export const DeclineCorrectionInput = z.object({ ...dossier, reason: text(inputSentence.reason) })
export const ReopenDossierInput = z.object({ ...dossier, reason: text(inputSentence.reason), legalBasis: text(inputSentence.legalBasis, 500) })
export const RecordContactInput = nested(
  z.object({ procedureCode: ProcedureCode, fullName: optional(fullName).default(null), missing: list(MissingItemInput), reason: text(inputSentence.reason) }),
)
/** Turned away at the counter before anything was received. */
export const RefuseAtDeskInput = nested(z.object({ procedureCode: ProcedureCode, fullName: optional(fullName).default(null), ...refusal }).superRefine(asksWhatTheReasonNeeds))
export const RecordAccessInput = z.object({ dossierId: z.uuid(), reason: text(inputSentence.accessReason, 300) })
export const TrackInput = z.object({ code: z.string(inputSentence.code).min(1, inputSentence.code).max(60, inputSentence.code), secret: z.string(inputSentence.secret).min(1, inputSentence.secret).max(40, inputSentence.secret) })
