import { fold } from '@/lib/kernel/fold'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { commonWords } from './common-passwords'

/** Eight are enough where a second factor always follows. @unit characters */
export const LEAST_LENGTH = 8
const MOST_LENGTH = 128
/** What must be left of a password after familiar words, years, dates and rows of keys are taken out. @unit characters */
const LEAST_OWN = 5

export type PasswordProblem =
  | { code: 'password-short'; least: number }
  | { code: 'password-long'; most: number }
  | { code: 'password-guessable' }

/** The one spelling of a password: keyboards compose Vietnamese letters differently, and the hash must not notice. */
export const spellPassword = (typed: string): string => typed.normalize('NFKC')

/**
 * May this be a password? No rule about capitals, figures or signs, and no forced change: length, and nothing that
 * someone who knows the commune and its people would try first ("Ubnd2026", "Tanquoi@123", the account's own name).
 * @param familiar names that are familiar around this account: commune, username, the person's name
 */
export function checkPassword(typed: string, familiar: readonly string[]): Result<string, PasswordProblem> {
  const password = spellPassword(typed)
  const length = [...password].length
  if (length < LEAST_LENGTH) return fail({ code: 'password-short', least: LEAST_LENGTH })
  if (length > MOST_LENGTH) return fail({ code: 'password-long', most: MOST_LENGTH })
  const words = vocabulary(familiar)
  const plain = fold(password).replaceAll(' ', '')
  const guessable = [plain, withoutDisguise(password)].some((spelling) => own(spelling, words) < LEAST_OWN)
  return guessable ? fail({ code: 'password-guessable' }) : ok(password)
}

/** Longest first, so that "matkhau" is found before "mat". Two letters are too few to be anybody's name. */
const vocabulary = (familiar: readonly string[]): string[] =>
  [...commonWords, ...familiar.flatMap((name) => [fold(name).replaceAll(' ', ''), ...fold(name).split(' ')])]
    .filter((word) => word.length > 1)
    .sort((one, other) => other.length - one.length)

/** "M@tkh4u" is "matkhau": the signs and figures that stand for letters. */
const disguises: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '5': 's', $: 's', '7': 't' }
const withoutDisguise = (password: string): string =>
  fold([...password].map((sign) => disguises[sign] ?? sign).join('')).replaceAll(' ', '')

/** How many characters are the owner's own. @unit characters */
function own(spelling: string, words: readonly string[]): number {
  const repeated = /^(.+?)\1+$/.exec(spelling)?.[1]
  if (repeated !== undefined && repeated.length < spelling.length) return own(repeated, words)
  const withoutWords = words.reduce((rest, word) => rest.replaceAll(word, ' '), spelling)
  const withoutDates = withoutWords
    .replace(/(0?[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((19|20)\d\d|\d\d(?!\d))/g, ' ')
    .replace(/(19|20)\d\d/g, ' ')
    .replace(/(84|0)[35789]\d{8}/g, ' ')
  return withoutDates.split(' ').reduce((sum, piece) => sum + withoutRows(piece), 0)
}

/** Counts "1234", "4321", "aaaa" and "abcd" as one character each. */
function withoutRows(piece: string): number {
  const steps = [...piece].slice(1).map((sign, at) => sign.charCodeAt(0) - piece.charCodeAt(at))
  return piece.length - steps.filter((step, at) => Math.abs(step) <= 1 && (steps[at - 1] === step || steps[at + 1] === step)).length
}
