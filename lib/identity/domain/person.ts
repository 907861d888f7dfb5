import { birthProvinces } from '@/lib/identity/domain/birth-province'
import { type PartialDate, yearOf } from '@/lib/identity/domain/partial-date'
import { fail, ok, type Result } from '@/lib/kernel/result'

export type Sex = 'male' | 'female'

/** Số định danh cá nhân: twelve digits. Twelve digits are all the proof we ask; structure only ever warns. */
export type PersonalId = string & { readonly brand: 'PersonalId' }

export type PersonalIdProblem = { code: 'personal-id-digits' } | { code: 'personal-id-length'; digits: number }

/** Blanks, dots and dashes between the digits are how people write it down, and are let through. */
export function readPersonalId(typed: string): Result<PersonalId, PersonalIdProblem> {
  const digits = typed.normalize('NFKC').replace(/[\s.\-–]/g, '')
  if (!/^\d*$/.test(digits)) return fail({ code: 'personal-id-digits' })
  if (digits.length !== 12) return fail({ code: 'personal-id-length', digits: digits.length })
  return ok(digits as PersonalId)
}

/** What the twelve digits say. `province` is null where the first three are not in our table. */
export type PersonalIdStructure = { province: string | null; sex: Sex; birthYear: number }

/** Three digits of birth-registration province or country, one of century and sex (even = male), two of the birth year. */
export function structureOf(id: PersonalId): PersonalIdStructure {
  const centuryAndSex = Number(id[3])
  return {
    province: birthProvinces[id.slice(0, 3)] ?? null,
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: (Math.floor(centuryAndSex / 2) + 19) * 100 + Number(id.slice(4, 6)),
  }
}

export type PersonalIdWarning =
  | { code: 'personal-id-province'; prefix: string }
  | { code: 'personal-id-sex'; says: Sex }
  | { code: 'personal-id-birth-year'; says: number; given: number }

/**
 * Where the number and the rest of the papers disagree. Never an error: old records were corrected without a new
 * number, and sex may have been re-determined. Someone looks twice, and goes on.
 */
export function personalIdWarnings(id: PersonalId, known: { sex?: Sex | null; birth?: PartialDate | null }): PersonalIdWarning[] {
  const says = structureOf(id)
  const prefix = id.slice(0, 3)
  const warnings: PersonalIdWarning[] = []
  if (says.province === null && prefix < '100') warnings.push({ code: 'personal-id-province', prefix })
  if (known.sex && known.sex !== says.sex) warnings.push({ code: 'personal-id-sex', says: says.sex })
  if (known.birth && yearOf(known.birth) !== says.birthYear) {
    warnings.push({ code: 'personal-id-birth-year', says: says.birthYear, given: yearOf(known.birth) })
  }
  return warnings
}

/** "087 194 001 412" */
export const showPersonalId = (id: string): string => id.replace(/(\d{3})(?=\d)/g, '$1 ')

/** A Vietnamese number in its national form: "0912000326", "02770000000". */
export type Phone = string & { readonly brand: 'Phone' }

export type PhoneProblem =
  | { code: 'phone-digits' }
  | { code: 'phone-length'; digits: number; expected: number }
  | { code: 'phone-prefix'; prefix: string }

const MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/
const LANDLINE = /^02\d{9}$/

/** Accepts blanks, dots, dashes, brackets and the forms +84…, 0084…, 84…; gives the national form. */
export function readPhone(typed: string): Result<Phone, PhoneProblem> {
  const dialled = typed.normalize('NFKC').replace(/[\s.\-–()]/g, '')
  if (!/^\+?\d*$/.test(dialled)) return fail({ code: 'phone-digits' })
  const national = dialled.replace(/^(?:\+84|0084)0?/, '0').replace(/^84(?=\d{9,10}$)/, '0')
  if (MOBILE.test(national) || LANDLINE.test(national)) return ok(national as Phone)
  const expected = national.startsWith('02') ? 11 : 10
  if (national.length !== expected) return fail({ code: 'phone-length', digits: national.length, expected })
  return fail({ code: 'phone-prefix', prefix: national.slice(0, 3) })
}

/** Only mobile phones can be sent a message. */
export const isMobile = (phone: Phone): boolean => MOBILE.test(phone)

/** "+84912000326": how other systems want it. */
export const internationalPhone = (phone: Phone): string => `+84${phone.slice(1)}`

/** The longest name and the longest line of text that a register takes. @unit letters (code points) */
export const LONGEST_NAME = 255

/**
 * Text as it is kept: composed (NFC), one blank between words, none around. Invisible characters that reorder or
 * hide letters (bidirectional controls, zero-width marks, control codes) are dropped; everything else stays plain text.
 */
export const tidyText = (typed: string): string =>
  typed.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim()

/** As `tidyText`, keeping line breaks. */
export const tidyLines = (typed: string): string =>
  typed.replace(/\r\n?/g, '\n').split('\n').map(tidyText).join('\n').trim()

// Control codes except tab and line feed, soft hyphen, zero-width marks, bidirectional controls, byte-order mark.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

export type NameProblem = { code: 'name-empty' } | { code: 'name-length'; letters: number }

/** A name as the register writes it. Of any script and shape: only empty and endless names are refused. */
export function readName(typed: string): Result<string, NameProblem> {
  const name = tidyText(typed)
  const letters = [...name].length
  if (letters === 0) return fail({ code: 'name-empty' })
  return letters > LONGEST_NAME ? fail({ code: 'name-length', letters }) : ok(name)
}

/** Marks that hardly belong to a name (digits, brackets, emoji): worth a second look, not a refusal. Empty = none. */
export const oddMarksOfName = (name: string): string[] => [...new Set(name.replace(/[\p{L}\p{M}\s.,'’-]/gu, ''))]

/** How registers and certificates print a name. */
export const registerName = (name: string): string => tidyText(name).toLocaleUpperCase('vi')
