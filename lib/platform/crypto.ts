import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/**
 * Encrypts one field (AES-256-GCM): "<key id>.<base64url of nonce, tag, text>".
 * The same text gives another answer each time: look up by `keyedHash`, never by this.
 */
export function encryptField(text: string): string {
  const [{ id, bytes }] = env.fieldKeys
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** Throws where the text was changed, or its key is no longer among FIELD_KEY. */
export function decryptField(encrypted: string): string {
  const id = encryptionKeyId(encrypted)
  const key = env.fieldKeys.find((candidate) => candidate.id === id)
  if (key === undefined) throw new Error(`FIELD_KEY holds no key named ${id}`)
  const sealed = Buffer.from(encrypted.slice(id.length + 1), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(id))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

/** Which key a field was encrypted with: rows of an old key can be found and encrypted anew. */
export const encryptionKeyId = (encrypted: string): string => encrypted.slice(0, encrypted.indexOf('.'))

/** HMAC-SHA256 in hex: finds an encrypted value again without revealing it. The caller brings the text into its one spelling first. */
export const keyedHash = (text: string): string => createHmac('sha256', env.hashKey).update(text).digest('hex')

/** A random token in base64url. @unit bits of chance, a multiple of 8 */
export const randomToken = (bits = 256): string => randomBytes(bits / 8).toString('base64url')

/** Digits and letters without I, L, O, U: read aloud or copied from paper, none is taken for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random text of that many characters of `ALPHABET`, five bits each. */
export const randomCode = (length: number): string => base32(randomBytes(length), length)

/**
 * A secret that need not be stored: the same purpose and id always give the same text under the same TRACKING_KEY.
 * @unit length: characters of five bits each
 */
export const derivedSecret = (purpose: string, id: string, length: number): string =>
  base32(Buffer.from(hkdfSync('sha256', env.trackingKey, '', `${purpose}\0${id}`, length)), length)

/** What someone typed for a code or derived secret, in its one spelling: "o1-il" and "0111" are the same. */
export const spellCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** Equal or not, in a time that tells nothing about where they differ. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

/**
 * A token that carries its payload, readable by anyone, changeable by nobody.
 * A token signed for one purpose is refused for every other. @unit ttlSeconds: seconds until it expires
 */
export function signToken(purpose: string, payload: unknown, ttlSeconds: number): string {
  const body = Buffer.from(JSON.stringify({ payload, until: now().getTime() + ttlSeconds * 1000 })).toString('base64url')
  return `${body}.${signature(purpose, body)}`
}

/** The payload, still to be checked by a schema of the reader. */
export function readToken(purpose: string, token: string): Result<unknown, { code: 'token-invalid' } | { code: 'token-expired' }> {
  const [body = '', signed = ''] = token.split('.')
  if (!sameSecret(signed, signature(purpose, body))) return fail({ code: 'token-invalid' })
  const { payload, until } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { payload: unknown; until: number }
  return until > now().getTime() ? ok(payload) : fail({ code: 'token-expired' })
}

const signature = (purpose: string, body: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', env.nextAuthSecret, '', `token\0${purpose}`, 32))).update(body).digest('base64url')

/** One character from the low five bits of each byte: 32 divides 256, so that no character is likelier than another. */
const base32 = (bytes: Buffer, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => ALPHABET[byte & 31]).join('')
