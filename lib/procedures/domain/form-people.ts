import { datePartsOf, type PartialDate, wholeDay } from '@/lib/identity/domain/partial-date'
import { type PersonalId, type Phone, readPersonalId, readPhone, type Sex, tidyText } from '@/lib/identity/domain/person'
import { daysBetween, type LocalDate } from '@/lib/kernel/local-date'
import { type Answers, type ApplicationForm, dateOf, holds, type PersonFields, type PersonSource } from '@/lib/procedures/domain/application-form'

export type FormPerson = {
  kind: 'person' | 'organisation'
  name: string
  personalId: PersonalId | null
  birth: PartialDate | null
  sex: Sex | null
  address: string | null
}

/** Fields that every form has, under these names, in its last part. */
export const contactFields = {
  phone: 'contact-phone', email: 'contact-email', returnChannel: 'return-channel', returnAddress: 'return-address',
} as const
export const returnChannels = ['desk', 'post', 'online'] as const
export type ReturnChannel = (typeof returnChannels)[number]

export type FormPeople = {
  /** null while the form does not say */
  applicant: FormPerson | null
  /** null: the applicant hands it in in person */
  submitter: FormPerson | null
  phone: Phone | null
  email: string | null
  returnChannel: ReturnChannel
  returnAddress: string | null
}

/** Who the dossier is about, who hands it in, and how to reach them. */
export function applicantOf(form: ApplicationForm, answers: Answers): FormPeople {
  const applicantFields = sourceFor(form.applicant, answers)
  const submitterFields = sourceFor(form.filledBy, answers)
  const phone = readPhone(answers[contactFields.phone] ?? '')
  return {
    applicant: applicantFields === null ? null : personFrom(applicantFields, answers),
    submitter: submitterFields === null || submitterFields.name === applicantFields?.name ? null : personFrom(submitterFields, answers),
    phone: phone.ok ? phone.value : null,
    email: filled(answers, contactFields.email),
    returnChannel: returnChannels.find((channel) => channel === answers[contactFields.returnChannel]) ?? 'desk',
    returnAddress: filled(answers, contactFields.returnAddress),
  }
}

const sourceFor = (sources: readonly PersonSource[], answers: Answers): PersonFields | null =>
  sources.find(({ when }) => holds(when, answers)) ?? null

const filled = (answers: Answers, name: string | undefined): string | null => (name === undefined ? null : tidyText(answers[name] ?? '') || null)

function personFrom(fields: PersonFields, answers: Answers): FormPerson | null {
  const name = filled(answers, fields.name)
  if (name === null) return null
  const id = fields.personalId === undefined ? null : readPersonalId(answers[fields.personalId] ?? '')
  const chosen = fields.sex === undefined ? undefined : answers[fields.sex]
  return {
    kind: fields.kind ?? 'person',
    name,
    personalId: id?.ok ? id.value : null,
    birth: fields.birth === undefined ? null : dateOf(answers, fields.birth),
    sex: fields.isSex ?? (chosen === 'male' || chosen === 'female' ? chosen : null),
    address: filled(answers, fields.address),
  }
}

/** What is known of the one who fills the form in: from the session, a profile, or an identity card. */
export type KnownPerson = {
  name?: string
  personalId?: string
  birth?: PartialDate | null
  sex?: Sex | null
  address?: string | null
  phone?: string
  email?: string
}

/**
 * Answers that need not be typed, because they are known. Never replaces what was typed. While the form does not say
 * yet who fills it in, only the ways to reach them are given.
 */
export function prefill(form: ApplicationForm, answers: Answers, known: KnownPerson): Record<string, string> {
  const fields = sourceFor(form.filledBy, answers)
  const given: Record<string, string | null | undefined> = { [contactFields.phone]: known.phone, [contactFields.email]: known.email }
  if (fields !== null) {
    given[fields.name] = known.name
    if (fields.personalId !== undefined) given[fields.personalId] = known.personalId
    if (fields.address !== undefined) given[fields.address] = known.address
    if (fields.sex !== undefined) given[fields.sex] = known.sex
    if (fields.birth !== undefined && known.birth) {
      const { year, month, day } = datePartsOf(known.birth)
      given[`${fields.birth}.day`] = day?.toString()
      given[`${fields.birth}.month`] = month?.toString()
      given[`${fields.birth}.year`] = String(year)
    }
  }
  const fresh = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]) && !answers[entry[0]])
  return Object.fromEntries(fresh)
}

/** The case of the procedure that the answers point to; null where they do not. */
export function suggestedVariant(form: ApplicationForm, answers: Answers, today: LocalDate): string | null {
  const rule = form.variantRule
  if (rule === undefined) return null
  if (rule.kind === 'by-answer') return rule.variants[answers[rule.field] ?? ''] ?? null
  const date = dateOf(answers, rule.field)
  const day = date === null ? null : wholeDay(date)
  if (day === null) return null
  return daysBetween(day, today) <= rule.days ? rule.within : rule.after
}
