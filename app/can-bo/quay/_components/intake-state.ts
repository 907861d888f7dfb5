import type { IdCard } from '@/lib/identity/domain/id-card-qr'
import { datePartsOf, type PartialDate } from '@/lib/identity/domain/partial-date'
import type { ReturnChannel } from '@/lib/dossiers/domain/dossier'
import type { HandedOver } from '@/lib/dossiers/use-cases/open-handed-over'
import { type DeskChannel, type Given, type IntakePaper, nobody, type TypedPerson } from './intake-types'

export type Trust = Partial<Record<keyof TypedPerson, 'sure' | 'check'>>
export type FeeChoice = { amount: string; state: 'owed' | 'paid' | 'exempt' }

/** Everything typed or chosen at the counter for one dossier. Plain data, so that it can be kept over a reload. */
export type Intake = {
  idempotencyKey: string
  /** The server has it; kept for the press that follows a reload. */
  written: boolean
  person: TypedPerson
  trust: Trust
  behalf: { on: boolean; kind: 'person' | 'organisation'; person: TypedPerson; mandate: string }
  channel: DeskChannel
  externalCode: string
  procedureCode: string | null
  variantId: string | null
  given: Record<string, Given>
  fees: Record<number, FeeChoice>
  returnChannel: ReturnChannel
  otherPaper: string
  draft: Pick<HandedOver, 'draftId' | 'sections'> | null
}

export const emptyIntake = (idempotencyKey: string): Intake => ({
  idempotencyKey, written: false, person: nobody, trust: {}, behalf: { on: false, kind: 'person', person: nobody, mandate: '' }, channel: 'desk', externalCode: '',
  procedureCode: null, variantId: null, given: {}, fees: {}, returnChannel: 'desk', otherPaper: '', draft: null,
})

/** The same person, another matter: a new intention, so a new key. */
export const nextForSame = ({ person, trust, behalf, returnChannel }: Intake, idempotencyKey: string): Intake => ({ ...emptyIntake(idempotencyKey), person, trust, behalf, returnChannel })

/** "14/06/1994", "06/1994" or "1956": as people say it. */
export function showBirth(birth: PartialDate): string {
  const { year, month, day } = datePartsOf(birth)
  return [day, month].flatMap((part) => (part === null ? [] : [String(part).padStart(2, '0')])).concat(String(year)).join('/')
}

/** A scanned card, with a mark on every field that a person must compare with the card. */
export function personFromCard(card: IdCard, phone: string): { person: TypedPerson; trust: Trust } {
  return {
    person: { fullName: card.name.value, idNumber: card.personalId, birth: showBirth(card.birth.value), sex: card.sex.value, address: card.residence.value, phone },
    trust: { fullName: card.name.trust, idNumber: 'sure', birth: card.birth.trust, sex: card.sex.trust, address: card.residence.trust },
  }
}

/** What was posted by a browser without JavaScript, to be shown again beside what is amiss. */
export function fromPosted(values: Readonly<Record<string, string>>): Partial<Intake> {
  const person = (part: 'counter' | 'behalf'): TypedPerson => {
    const of = (field: keyof TypedPerson): string => values[`${part}.${field}`] ?? ''
    const sex = of('sex')
    return { fullName: of('fullName'), idNumber: of('idNumber'), birth: of('birth'), sex: sex === 'male' || sex === 'female' ? sex : '', address: of('address'), phone: of('phone') }
  }
  const ticked = Object.keys(values).flatMap((name) => /^handedIn\.(\d+)\.on$/.exec(name)?.[1] ?? [])
  return {
    ...(values.idempotencyKey === undefined ? {} : { idempotencyKey: values.idempotencyKey }),
    person: person('counter'),
    behalf: { on: 'behalf.on' in values, kind: values['behalf.kind'] === 'organisation' ? 'organisation' : 'person', person: person('behalf'), mandate: values['behalf.mandate'] ?? '' },
    channel: values.channel === 'post' || values.channel === 'national-portal' ? values.channel : 'desk',
    externalCode: values.externalCode ?? '',
    returnChannel: values.returnChannel === 'post' || values.returnChannel === 'online' ? values.returnChannel : 'desk',
    given: Object.fromEntries(ticked.map((line) => [values[`handedIn.${line}.documentKey`] ?? line, { on: true, originals: Number(values[`handedIn.${line}.originals`] ?? 1), copies: Number(values[`handedIn.${line}.copies`] ?? 0) }])),
  }
}

/** What a draft that was handed over says of its people; whoever hands it in is the person at the counter. */
export function fromHandedOver({ draftId, procedureCode, variantId, people, sections, files }: HandedOver, intake: Intake): Intake {
  const typed = (person: HandedOver['people']['applicant'], phone: string | null): TypedPerson =>
    person === null ? nobody : { fullName: person.name, idNumber: person.personalId ?? '', birth: person.birth === null ? '' : showBirth(person.birth), sex: person.sex ?? '', address: person.address ?? '', phone: phone ?? '' }
  const { applicant, submitter, phone, returnChannel } = people
  const given = Object.fromEntries(files.flatMap(({ documentKey }) => (documentKey === null ? [] : [[documentKey, { on: true, originals: 0, copies: 1 }]])))
  return {
    ...intake, procedureCode, variantId, returnChannel, given, draft: { draftId, sections }, trust: {},
    person: typed(submitter ?? applicant, phone),
    behalf: submitter === null || applicant === null ? intake.behalf : { on: true, kind: applicant.kind, person: typed(applicant, null), mandate: '' },
  }
}

export const usualGiven = ({ need, originals, copies }: IntakePaper): Given =>
  need === 'present' ? { on: true, originals: 0, copies: 0 } : { on: true, originals: originals === 0 && copies === 0 ? 1 : originals, copies }

/** Required papers that are neither ticked nor replaced by another one. */
export function missingPapers(papers: readonly IntakePaper[], given: Record<string, Given>): IntakePaper[] {
  const has = (key: string): boolean => given[key]?.on === true
  const replaced = new Set(papers.filter(({ key }) => has(key)).map(({ insteadOf }) => insteadOf))
  return papers.filter(({ key, need, required }) => required && need === 'hand-in' && !has(key) && !replaced.has(key))
}

/** A key for one intention. `crypto.randomUUID` exists on secure pages alone; the counter may be reached without a certificate. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const qrSentence = {
  'qr-empty': 'Chưa đọc được gì. Quét lại thẻ.',
  'qr-incomplete': 'Mã quét bị cắt giữa chừng. Đưa thẻ thẳng hơn rồi quét lại.',
  'qr-garbled': 'Máy quét gõ sai chữ số nên không dùng. Quét lại, hoặc tắt bộ gõ tiếng Việt rồi quét.',
  'qr-two-cards': 'Có hai thẻ khác nhau trong một lần quét. Quét lại từng thẻ.',
} as const
export const sayQrProblem = (code: keyof typeof qrSentence): string => qrSentence[code]
