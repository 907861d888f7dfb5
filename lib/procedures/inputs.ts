import { z } from 'zod'
import { timeLimit } from '@/lib/calendar/domain/time-limit'
import { parseLocalDate } from '@/lib/kernel/local-date'
import { vnd } from '@/lib/kernel/vnd'
import type { Fee } from '@/lib/procedures/domain/fee'
import {
  type ChannelLimits, lawChannels, type Leg, type ProcedureVersion, type RequiredDocument, verifiableParts,
} from '@/lib/procedures/domain/procedure'

const Text = z.string().trim().min(1).refine((text) => text === text.normalize('NFC'), 'not composed (NFC)')
const Key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const Day = z.string().transform((text, context) => {
  const day = parseLocalDate(text)
  if (day !== null) return day
  context.addIssue(`Not a day: ${text}`)
  return z.NEVER
})
const Channel = z.enum(lawChannels)

export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/)

const Limit = z
  .strictObject({ unit: z.string(), value: z.number().optional(), cutOff: z.string().optional() })
  .transform((raw, context) => {
    const limit = timeLimit(raw)
    if (limit.ok) return limit.value
    context.addIssue(limit.problem.code)
    return z.NEVER
  })

const Limits: z.ZodType<ChannelLimits, unknown> = z.strictObject({
  every: Limit.nullable(),
  online: Limit.nullable().optional(),
  desk: Limit.nullable().optional(),
  post: Limit.nullable().optional(),
})

export const FeeInput: z.ZodType<Fee, unknown> = z.strictObject({
  kind: z.enum(['fee', 'charge']),
  amountVnd: z.int().min(0).transform(vnd).nullable(),
  per: z.enum(['page', 'copy', 'case', 'person']).nullable().default(null),
  wording: Text,
  exemptions: z.array(Text).default([]),
  channels: z.array(Channel).min(1).nullable().default(null),
  onRequest: z.boolean().default(false),
  beforeAcceptance: z.boolean().optional(),
  rule: z.enum(['certified-copy']).nullable().default(null),
})

const documentShape = {
  key: Key,
  name: Text,
  plainName: Text.nullable().default(null),
  kind: z.enum(['application-form', 'paper']).default('paper'),
  originals: z.int().min(0).max(20).default(0),
  copies: z.int().min(0).max(20).default(0),
  condition: Text.nullable().default(null),
  note: Text.nullable().default(null),
  template: Text.nullable().default(null),
  presentOnly: z.boolean().default(false),
  channels: z.array(Channel).min(1).nullable().default(null),
  insteadOf: Key.nullable().default(null),
}

/** A paper is required where nothing conditions it; saying so twice could only disagree. */
export const RequiredDocumentInput: z.ZodType<RequiredDocument, unknown> = z
  .strictObject(documentShape)
  .transform((document) => ({ ...document, required: document.condition === null }))

const LegInput: z.ZodType<Leg, unknown> = z.strictObject({
  key: Key,
  name: Text,
  agency: Text,
  limit: Limit,
  verificationLimit: Limit.nullable().default(null),
})

const Content = z.strictObject({
  plainName: Text,
  keywords: z.array(Text),
  audience: z.array(z.enum(['person', 'organisation'])).min(1),
  executingAgency: Text,
  onlineLevel: z.enum(['fully-online', 'partly-online', 'in-person']).nullable(),
  channels: z.array(Channel).min(1),
  conditions: Text.nullable(),
  resultValidity: Text.nullable(),
  results: z.array(Text).min(1),
  steps: z.array(z.strictObject({ name: Text, actor: Text })).min(2),
  legalBasis: z.array(Text).min(1),
  sources: z.array(z.url()).min(1),
  asOf: Day,
  sourceUpdatedAt: Day.nullable(),
  confidence: z.enum(['sourced', 'partly-sourced']),
  statusNote: Text.nullable(),
})

/** A variant names papers of its version by key, and may say in which points one of them differs in its case. */
const DocumentOfVariant = z.union([Key, z.looseObject({ key: Key })])

const Variant = z.strictObject({
  key: Key,
  name: Text,
  limits: Limits,
  limitNote: Text,
  verificationExtension: z.strictObject({ mode: z.enum(['total', 'added']), limit: Limit }).nullable().default(null),
  verificationNote: Text.nullable().default(null),
  legs: z.array(LegInput).default([]),
  fees: z.array(FeeInput).min(1),
  documents: z.array(DocumentOfVariant).min(1).optional(),
})

const Version: z.ZodType<ProcedureVersion, unknown> = z
  .strictObject({
    name: Text,
    decision: Text.nullable(),
    effectiveFrom: Day,
    effectiveTo: Day.nullable(),
    interAgency: z.boolean(),
    content: Content,
    unverified: z.array(z.enum(verifiableParts)),
    documents: z.array(z.looseObject({ key: Key })).min(1),
    variants: z.array(Variant).min(1),
  })
  .transform(({ documents: pool, variants, ...version }, context) => ({
    ...version,
    variants: variants.map((variant) => ({
      ...variant,
      documents: (variant.documents ?? pool.map(({ key }) => key)).map((chosen) => {
        const key = typeof chosen === 'string' ? chosen : chosen.key
        const document = RequiredDocumentInput.safeParse({ ...pool.find((one) => one.key === key), ...(typeof chosen === 'string' ? {} : chosen) })
        if (document.success) return document.data
        context.addIssue(`${variant.key}/${key}: ${document.error.message}`)
        return z.NEVER
      }),
    })),
  }))

/** One file of `prisma/seed/procedures`: a procedure and all its versions, the oldest first. */
export const ProcedureSeed = z.strictObject({
  code: ProcedureCode,
  field: Key,
  /** weight among search results; the higher, the more often asked for */
  popularity: z.int().min(0).max(100),
  versions: z.array(Version).min(1),
})
export type ProcedureSeed = z.output<typeof ProcedureSeed>

export const ProcedureFieldSeed = z.strictObject({ slug: Key, name: Text, ministry: Text, group: Text })
