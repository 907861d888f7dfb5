import { type PartialDate, readTypedDate, wholeDay } from '@/lib/identity/domain/partial-date'
import {
  type PersonalId, personalIdWarnings, type PersonalIdWarning, readPersonalId, type Sex, structureOf, tidyText,
} from '@/lib/identity/domain/person'
import { isVietnameseSyllable } from '@/lib/identity/domain/vietnamese-syllable'
import type { LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'

/** A value and whether a person must look at it before it is used. */
export type Read<T> = { value: T; trust: 'sure' | 'check' }

/** What the QR code of an identity card says. */
export type IdCard = {
  personalId: PersonalId
  /** the nine digits of the former identity card; null where the field is empty */
  formerNumber: string | null
  name: Read<string>
  birth: Read<PartialDate>
  sex: Read<Sex>
  residence: Read<string>
  issuedOn: Read<LocalDate | null>
  warnings: PersonalIdWarning[]
}

export type IdCardQrProblem =
  | { code: 'qr-empty' }
  /** fewer than seven fields: the scan was cut, or the reader swallowed the separators */
  | { code: 'qr-incomplete'; fields: number }
  /** enough fields, but a number or a date in them is not one */
  | { code: 'qr-garbled'; field: 'personal-id' | 'former-number' | 'birth' | 'issued-on' | 'name' }
  /** two different cards in one scan */
  | { code: 'qr-two-cards' }

type Fields = [id: string, former: string, name: string, birth: string, sex: string, residence: string, issued: string]

/**
 * Reads "id|former|name|ddmmyyyy|sex|residence|ddmmyyyy", with any number of further fields, as a camera or a
 * keyboard scanner delivers it. A keyboard scanner types through the Vietnamese typing program and the keyboard
 * layout, so that letters may come out changed; digits do not. Digits are therefore believed or the scan is refused;
 * name and residence are believed only where every syllable is Vietnamese and letters that no Western layout has
 * came through; else they are marked "check". The same card scanned twice counts once.
 */
export function parseIdCardQr(text: string): Result<IdCard, IdCardQrProblem> {
  const stream = text.normalize('NFC').replace(/\uFEFF/g, '').trim()
  if (stream === '') return fail({ code: 'qr-empty' })
  const scans = splitScans(stream).map((scan) => scan.split('|').map((field) => field.trim()))
  const cards: IdCard[] = []
  for (const fields of scans) {
    const card = readCard(fields)
    if (!card.ok) return card
    cards.push(card.value)
  }
  const [first, ...others] = cards
  if (first === undefined) return fail({ code: 'qr-empty' })
  if (others.some((other) => other.personalId !== first.personalId)) return fail({ code: 'qr-two-cards' })
  return ok(others.length === 0 ? first : agreeing(first, others))
}

/** One scan per line; a second scan that follows without a line break begins with twelve digits after a date. */
function splitScans(stream: string): string[] {
  return stream
    .split(/[\r\n\t]+/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => line.split(/(?<=\|\d{8})(?=\d{12}\|)/))
}

function readCard(fields: string[]): Result<IdCard, IdCardQrProblem> {
  if (fields.length < 7) return fail({ code: 'qr-incomplete', fields: fields.length })
  const [id, former, typedName, typedBirth, typedSex, typedResidence, issued] = fields as Fields
  const personalId = readPersonalId(id)
  if (!personalId.ok || !/^\d{12}$/.test(id)) return fail({ code: 'qr-garbled', field: 'personal-id' })
  if (!/^(?:\d{9}|\d{12})?$/.test(former)) return fail({ code: 'qr-garbled', field: 'former-number' })
  if (tidyText(typedName) === '') return fail({ code: 'qr-garbled', field: 'name' })
  const birth = readDigits(typedBirth)
  if (birth === null) return fail({ code: 'qr-garbled', field: 'birth' })
  const issuedOn = issued === '' ? null : readIssued(issued)
  if (issued !== '' && issuedOn === null) return fail({ code: 'qr-garbled', field: 'issued-on' })
  if (fields.slice(7).some((field) => /^\d{12}$/.test(field) && field !== id && fields.length >= 13)) return fail({ code: 'qr-two-cards' })

  const says = structureOf(personalId.value)
  const letters = cameThroughWhole(`${typedName} ${typedResidence}`)
  const sex: Sex = typedSex === 'Nam' ? 'male' : typedSex === 'Nữ' ? 'female' : says.sex
  const warnings = personalIdWarnings(personalId.value, { sex, birth })
  return ok({
    personalId: personalId.value,
    formerNumber: former === '' ? null : former,
    name: { value: tidyText(typedName), trust: letters && isPlainName(typedName) ? 'sure' : 'check' },
    birth: { value: birth, trust: typedBirth.length === 8 && !warnings.some(({ code }) => code === 'personal-id-birth-year') ? 'sure' : 'check' },
    sex: { value: sex, trust: /^(?:Nam|Nữ)$/.test(typedSex) && sex === says.sex ? 'sure' : 'check' },
    residence: { value: tidyText(typedResidence), trust: letters && isPlainResidence(typedResidence) ? 'sure' : 'check' },
    issuedOn: { value: issuedOn, trust: issuedOn !== null && (issuedOn as string) > birth ? 'sure' : 'check' },
    warnings,
  })
}

/** ddmmyyyy; zeros stand for what is not known. A shorter field may be that too, or have lost keys: it is read, and looked at. */
function readDigits(digits: string): PartialDate | null {
  const [, day = '', month = '', year = ''] = /^(\d{2})?(\d{2})?(\d{4})$/.exec(digits.padStart(8, '0')) ?? []
  if (!/^(?:\d{4}|\d{6}|\d{8})$/.test(digits) || Number(year) < 1900) return null
  const read = readTypedDate({ day: day === '00' ? '' : day, month: month === '00' ? '' : month, year })
  return read.ok ? read.value : null
}

const readIssued = (digits: string): LocalDate | null => {
  const date = /^\d{8}$/.test(digits) ? readDigits(digits) : null
  return date === null ? null : wholeDay(date)
}

/**
 * True where at least one letter came through that exists only in Vietnamese fonts, and nothing was replaced on the
 * way. A reader that drops what its layout lacks leaves none of these, and could turn "Thảo" into a clean-looking "Tho".
 */
const cameThroughWhole = (text: string): boolean => /[ăĂđĐĩĨũŨơƠưƯ\u1EA0-\u1EF9]/.test(text) && !/[?\uFFFD]/.test(text)

const isPlainName = (name: string): boolean => tidyText(name).split(' ').every((word) => isPlainWord(word) && isVietnameseSyllable(word))

/** House numbers and short capitals (12A, KP3) are fine. A lone accented letter or an accented capital word is not: a VNI keyboard makes "Á" of "A1". */
const isPlainResidence = (residence: string): boolean => {
  const words = tidyText(residence).split(/[\s,./()–-]+/).filter((word) => word !== '')
  return words.length > 0 && words.every((word) => /^\d+[A-Z]?$/.test(word) || /^[A-Z]{1,4}\d*$/.test(word) || isPlainAddressWord(word))
}

const isPlainAddressWord = (word: string): boolean => /^(?:\p{Lu}?\p{Ll}+)$/u.test(word) && word.length > 1 && isVietnameseSyllable(word)

/** Capital first, small after, or all capitals: "nGUYỄN" is a caps lock that was on, "NguyễN" a reader that stumbled. */
const isPlainWord = (word: string): boolean => /^\p{Lu}?\p{Ll}*$/u.test(word) || /^\p{Lu}+$/u.test(word)

/** Two scans of one card: a field is sure where a sure reading exists and no other sure reading contradicts it. */
function agreeing(first: IdCard, others: IdCard[]): IdCard {
  const merge = <T>(pick: (card: IdCard) => Read<T>): Read<T> => {
    const sure = [first, ...others].map(pick).filter(({ trust }) => trust === 'sure')
    const [value] = sure
    if (value === undefined) return pick(first)
    return { value: value.value, trust: sure.every((other) => other.value === value.value) ? 'sure' : 'check' }
  }
  return {
    ...first,
    name: merge(({ name }) => name),
    birth: merge(({ birth }) => birth),
    sex: merge(({ sex }) => sex),
    residence: merge(({ residence }) => residence),
    issuedOn: merge(({ issuedOn }) => issuedOn),
  }
}
