import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cookieName, cookieOptions, readCookie, setCookie } from '@/lib/identity/cookies'
import { keepCitizenSignIn, keepPending, knownDevice, readCitizenSignIn, readPending, rememberDevice } from '@/lib/identity/sign-in-state'
import { dropTrackingGrants, makeTrackingGrant, readTrackingGrants } from '@/lib/identity/tracking-grants'
import { atTime } from '@/lib/platform/clock'
import { signToken } from '@/lib/platform/crypto'

/** The browser's jar, which Next hands to the server at each request. */
const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string, { maxAge }: { maxAge?: number }) => void (maxAge === 0 ? jar.delete(name) : jar.set(name, value)),
  }),
}))
beforeEach(() => jar.clear())

const minutes = (count: number): Date => new Date(Date.now() + count * 60_000)
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const dossier = (n: number) => ({ communeId: id(0), dossierId: id(n) })
/** As someone would who edits the cookie by hand. */
const tamper = (name: string): void => void jar.set(name, `${jar.get(name)!.slice(0, -3)}AAA`)

test('on plain HTTP a cookie has its short name; no script reads it and no other site sends it', () => {
  expect(cookieName('mc-officer')).toBe('mc-officer')
  expect(cookieOptions(60)).toEqual({ httpOnly: true, sameSite: 'lax', secure: false, path: '/', maxAge: 60 })
})

describe('a tracking grant', () => {
  test('shows the dossiers that were granted, the latest first, each once', async () => {
    await makeTrackingGrant(dossier(1))
    await makeTrackingGrant(dossier(2))
    await makeTrackingGrant(dossier(1))
    expect(await readTrackingGrants()).toEqual([dossier(1), dossier(2)])
  })

  test('is over after 30 minutes, each at its own time', async () => {
    await makeTrackingGrant(dossier(1))
    await atTime(minutes(20), () => makeTrackingGrant(dossier(2)))
    expect(await atTime(minutes(29), readTrackingGrants)).toEqual([dossier(2), dossier(1)])
    expect(await atTime(minutes(31), readTrackingGrants)).toEqual([dossier(2)])
    expect(await atTime(minutes(51), readTrackingGrants)).toEqual([])
  })

  test('cannot be written by hand, nor borrowed from a token of another purpose', async () => {
    await makeTrackingGrant(dossier(1))
    tamper('mc-tracking')
    expect(await readTrackingGrants()).toEqual([])
    await setCookie('mc-tracking', signToken('device', [{ ...dossier(1), until: minutes(30).getTime() }], 1800), 1800)
    expect(await readTrackingGrants()).toEqual([])
  })

  test('keeps the eight latest, and none after it was dropped', async () => {
    for (let n = 1; n <= 10; n += 1) await makeTrackingGrant(dossier(n))
    expect((await readTrackingGrants()).map(({ dossierId }) => dossierId)).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map(id))
    await dropTrackingGrants()
    expect(await readTrackingGrants()).toEqual([])
  })
})

describe('what stands between the two steps of an officer', () => {
  const pending = { accountId: id(1), version: 3, username: 'ltbnga', tiep: '/can-bo' }

  test('lasts five minutes', async () => {
    await keepPending(pending)
    expect(await atTime(minutes(4.9), readPending)).toEqual(pending)
    expect(await atTime(minutes(5.1), readPending)).toBeNull()
  })

  test('cannot be written by hand', async () => {
    await keepPending(pending)
    tamper('mc-officer-pending')
    expect(await readPending()).toBeNull()
  })
})

test('a browser is known to the accounts that signed in on it, and to no other', async () => {
  expect(await knownDevice('ltbnga')).toBeNull()
  await rememberDevice('ltbnga')
  await rememberDevice('nvminh')
  const device = await knownDevice('ltbnga')
  expect(device).toMatch(/^.{20,}$/)
  expect([await knownDevice(' LTBNGA '), await knownDevice('nvminh'), await knownDevice('chutich')]).toEqual([device, device, null])
  tamper('mc-device')
  expect(await knownDevice('ltbnga')).toBeNull()
})

describe("a citizen's sign-in under way", () => {
  const state = { typed: '0912 000 326', tiep: '/thu-tuc', request: { id: id(5), sentAt: 1, contact: { channel: 'sms' as const, address: '0912000326' } } }

  test('keeps what was typed, unreadable in the browser', async () => {
    await keepCitizenSignIn(state)
    expect(await readCookie('mc-sign-in')).not.toContain('0912')
    expect(await readCitizenSignIn()).toMatchObject(state)
  })

  test('lasts a quarter of an hour and cannot be written by hand', async () => {
    await keepCitizenSignIn(state)
    expect(await atTime(minutes(15.1), readCitizenSignIn)).toBeNull()
    tamper('mc-sign-in')
    expect(await readCitizenSignIn()).toBeNull()
  })
})
