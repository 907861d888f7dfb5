import 'server-only'
import { derivedSecret, sameSecret, spellCode } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'

/** What a QR code on a paper speaks of: an official paper, or the result of a dossier. */
export type VerifySubject = { kind: 'paper' | 'result'; id: string }

const MARKS = { paper: 'P', result: 'R' } as const
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** An id of 128 bits in letters of five. */
const ID_LENGTH = 26
const PROOF_LENGTH = 10

/**
 * The token of a paper: its id, and a proof that we made it, so that nobody can walk through the papers by guessing. Nothing of it
 * is stored: the same paper always has the same token.
 */
export const verifyToken = (subject: VerifySubject): string => `${MARKS[subject.kind]}${idLetters(subject.id)}${proofOf(subject)}`

const proofOf = ({ kind, id }: VerifySubject): string => derivedSecret(`verify-${kind}`, id, PROOF_LENGTH)

/** "https://…/xac-minh/bach-quang/P01H…": what the QR code of the paper holds. */
export const verifyUrl = (slug: string, subject: VerifySubject): string => `${env.publicUrl}/xac-minh/${slug}/${verifyToken(subject)}`

/** Null for whatever was not made here, in a time that tells nothing about how near it came. */
export function readVerifyToken(typed: string): VerifySubject | null {
  const token = spellCode(typed.slice(0, 60))
  if (token.length !== 1 + ID_LENGTH + PROOF_LENGTH) return null
  const kind = token.startsWith(MARKS.paper) ? 'paper' : token.startsWith(MARKS.result) ? 'result' : null
  const id = idFrom(token.slice(1, 1 + ID_LENGTH))
  if (kind === null || id === null) return null
  const subject = { kind, id } as const
  return sameSecret(token.slice(1 + ID_LENGTH), proofOf(subject)) ? subject : null
}

function idLetters(id: string): string {
  let left = BigInt(`0x${id.replaceAll('-', '')}`)
  let letters = ''
  for (let at = 0; at < ID_LENGTH; at += 1, left >>= 5n) letters = ALPHABET[Number(left & 31n)]! + letters
  return letters
}

function idFrom(letters: string): string | null {
  let value = 0n
  for (const letter of letters) {
    const digit = ALPHABET.indexOf(letter)
    if (digit === -1) return null
    value = (value << 5n) | BigInt(digit)
  }
  if (value >> 128n !== 0n) return null
  const hex = value.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
