import 'server-only'
import { createHmac } from 'node:crypto'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { derivedSecret, sameSecret } from '@/lib/platform/crypto'

/** The header that carries the moment of sending and its proof: "t=1795305600,v1=<hex>". */
export const SIGNATURE_HEADER = 'x-mot-cua-signature'

/** A notification older or younger than this is not taken: what was overheard cannot be told again later. @unit seconds */
export const REPLAY_WINDOW = 300

/** The secret that this house and a gateway share. Derived, so that no table holds it. */
export const sharedSecret = (provider: string): string => derivedSecret('payment-gateway', provider, 52)

const proof = (secret: string, seconds: number, body: string): string => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')

/** Signs the very bytes that are sent, with the moment of sending in them. */
export function signNotification(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${proof(secret, seconds, body)}`
}

export type NotAuthentic = { code: 'signature-missing' } | { code: 'signature-wrong' } | { code: 'signature-old' }

/** Who sent this, and when? The proof is compared before the moment, so that the answer to a forger says nothing about clocks. */
export function checkSignature(secret: string, header: string | null, body: string, at: Date): Result<true, NotAuthentic> {
  const [, moment, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (moment === undefined || given === undefined) return fail({ code: 'signature-missing' })
  if (!sameSecret(given, proof(secret, Number(moment), body))) return fail({ code: 'signature-wrong' })
  return Math.abs(at.getTime() / 1000 - Number(moment)) > REPLAY_WINDOW ? fail({ code: 'signature-old' }) : ok(true)
}
