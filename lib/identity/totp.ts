import 'server-only'
import { Secret, TOTP } from 'otpauth'
import { createHmac } from 'node:crypto'
import { sameSecret } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { TOTP_PERIOD } from './domain/totp-step'

const ISSUER = 'Một Cửa'

/** SHA-1, six digits, 30 seconds: the only settings that every authenticator app reads from a QR. */
const generator = (secret: string, username = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label: username, algorithm: 'SHA1', digits: 6, period: TOTP_PERIOD, secret: Secret.fromBase32(secret) })

/** A fresh secret in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The secret that a set-up link enrols: the same at every look at the page, and stored nowhere until it is confirmed. */
export const totpSecretOfLink = (linkToken: string): string =>
  new Secret({ buffer: new Uint8Array(createHmac('sha256', env.hashKey).update(`totp-enrolment\0${linkToken}`).digest()).slice(0, 20).buffer }).base32

/** What the QR of the enrolment holds. */
export const totpUri = (secret: string, username: string): string => generator(secret, username).toString()

/** The code that an authenticator shows at that instant. */
export const totpCode = (secret: string, at: Date): string => generator(secret).generate({ timestamp: at.getTime() })

/** Is this the code of the present step? Blanks between the figures are let through. */
export const totpMatches = (secret: string, typed: string, at: Date): boolean =>
  sameSecret(typed.replace(/\s/g, ''), totpCode(secret, at))
