import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { decryptField, encryptField, keyedHash, randomToken, readToken, signToken } from '@/lib/platform/crypto'
import { dropCookie, readCookie, setCookie } from './cookies'
import { spellUsername } from './store/account-store'

/** @unit seconds */
const PENDING_LASTS = 5 * 60
const STATE_LASTS = 15 * 60
const DEVICE_LASTS = 180 * 24 * 60 * 60

const Pending = z.object({ accountId: z.uuid(), version: z.number(), username: z.string(), tiep: z.string() })
/** An officer whose password is proved and who still owes the second factor. */
export type PendingSignIn = z.output<typeof Pending>

/** Kept for five minutes in a signed cookie that opens nothing but the second step. */
export const keepPending = async (pending: PendingSignIn): Promise<void> =>
  setCookie('mc-officer-pending', signToken('officer-second-factor', pending, PENDING_LASTS), PENDING_LASTS)

export async function readPending(): Promise<PendingSignIn | null> {
  const read = readToken('officer-second-factor', (await readCookie('mc-officer-pending')) ?? '')
  return read.ok ? (Pending.safeParse(read.value).data ?? null) : null
}

export const dropPending = (): Promise<void> => dropCookie('mc-officer-pending')

const Device = z.object({ id: z.string(), accounts: z.array(z.string()) })
type KnownDevice = z.output<typeof Device>

async function readDevice(): Promise<KnownDevice | null> {
  const read = readToken('device', (await readCookie('mc-device')) ?? '')
  return read.ok ? (Device.safeParse(read.value).data ?? null) : null
}

const accountMark = (username: string): string => keyedHash(`device\0${spellUsername(username)}`).slice(0, 16)

/** The id of this browser where it signed in to this account before, else null. */
export async function knownDevice(username: string): Promise<string | null> {
  const device = await readDevice()
  return device?.accounts.includes(accountMark(username)) ? device.id : null
}

/** Remembers for half a year that this browser signed in to this account; a counter's browser is shared by a few colleagues. */
export async function rememberDevice(username: string): Promise<void> {
  const device = (await readDevice()) ?? { id: randomToken(128), accounts: [] }
  const accounts = [...new Set([accountMark(username), ...device.accounts])].slice(0, 12)
  await setCookie('mc-device', signToken('device', { ...device, accounts }, DEVICE_LASTS), DEVICE_LASTS)
}

const State = z.object({
  until: z.number(),
  /** what was typed, so that nothing is lost */
  typed: z.string(),
  tiep: z.string(),
  /** what stood in the way the last time */
  problem: z.looseObject({ code: z.string() }).optional(),
  request: z.object({ id: z.uuid(), sentAt: z.number(), contact: z.object({ channel: z.enum(['sms', 'email']), address: z.string() }) }).optional(),
})
/** A citizen's sign-in under way. */
export type CitizenSignIn = Omit<z.output<typeof State>, 'until'>

/** Encrypted, because it holds a phone number. It lets the pages answer after a redirect, with and without JavaScript. */
export const keepCitizenSignIn = (state: CitizenSignIn): Promise<void> =>
  setCookie('mc-sign-in', encryptField(JSON.stringify({ ...state, until: now().getTime() + STATE_LASTS * 1000 })), STATE_LASTS)

export async function readCitizenSignIn(): Promise<CitizenSignIn | null> {
  const sealed = await readCookie('mc-sign-in')
  if (sealed === undefined) return null
  const state = State.safeParse(opened(sealed))
  return state.success && state.data.until > now().getTime() ? state.data : null
}

export const dropCitizenSignIn = (): Promise<void> => dropCookie('mc-sign-in')

/** A cookie that someone changed, or that an old key sealed, is no cookie. */
function opened(sealed: string): unknown {
  try {
    return JSON.parse(decryptField(sealed))
  } catch {
    return null
  }
}
