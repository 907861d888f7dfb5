import { beforeAll, describe, expect, test } from 'vitest'
import { setupView } from '@/lib/identity/queries/setup-link'
import { totpCode } from '@/lib/identity/totp'
import { createFirstAdministratorLink } from '@/lib/identity/use-cases/first-administrator'
import { finishSetup } from '@/lib/identity/use-cases/finish-setup'
import { provePassword } from '@/lib/identity/use-cases/prove-password'
import { proveSecondFactor } from '@/lib/identity/use-cases/prove-second-factor'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { useDatabase } from '../../support/database'
import { aCommune, anOfficer, type TestCommune } from './people'

// The environment is read when it is first asked for: this file plays an installation in production.
process.env.MODE = 'production'

const database = useDatabase()
let commune: TestCommune
beforeAll(async () => {
  await database.owner.query('delete from staff_member')
  await database.owner.query('delete from account')
  commune = await aCommune(database.owner, 'Xã An Lạc')
})

const password = 'cá rô kho tộ gừng'
const linkToken = async (): Promise<string> => must(await createFirstAdministratorLink()).url.split('/').at(-1)!
const codeFor = async (token: string, at: Date): Promise<string> => totpCode((await setupView(token))!.totpSecret, at)

describe('the first administrator', () => {
  test('the page shows one and the same secret at every look, and looking does not use the link up', async () => {
    const token = await linkToken()
    const [first, second] = [await setupView(token), await setupView(token)]
    expect(first).toEqual(second)
    expect(first).toMatchObject({ username: 'quantri', totpUri: expect.stringMatching(/^otpauth:\/\/totp\//) })
  })

  test('a new link closes the one before', async () => {
    const [old, fresh] = [await linkToken(), await linkToken()]
    expect(await setupView(old)).toBeNull()
    expect(await setupView(fresh)).not.toBeNull()
  })

  test('a link is over after 24 hours', async () => {
    const token = await linkToken()
    expect(await atTime(new Date(Date.now() + 23.9 * 3_600_000), () => setupView(token))).not.toBeNull()
    expect(await atTime(new Date(Date.now() + 24.1 * 3_600_000), () => setupView(token))).toBeNull()
  })

  test('a password with the name of the commune is refused, as is a code of another secret', async () => {
    const token = await linkToken()
    const at = new Date()
    const code = await codeFor(token, at)
    expect(await atTime(at, () => finishSetup({ token, password: 'AnLac@2026', code }))).toEqual({ ok: false, problem: { code: 'password-guessable' } })
    expect(await atTime(at, () => finishSetup({ token, password, code: code === '000000' ? '000001' : '000000' }))).toEqual({ ok: false, problem: { code: 'code-wrong' } })
  })

  test('sets both factors once, signs in with the next code, and no further link is printed', async () => {
    const token = await linkToken()
    const at = new Date()
    const secret = (await setupView(token))!.totpSecret
    const code = totpCode(secret, at)
    const both = await atTime(at, () => Promise.all([finishSetup({ token, password, code }), finishSetup({ token, password, code })]))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await setupView(token)).toBeNull()

    const proved = must(await provePassword({ username: 'quantri', password }, { address: '192.0.2.7', device: null }))
    expect(await atTime(at, () => proveSecondFactor(proved, code, null))).toMatchObject({ ok: false, problem: { code: 'code-used' } })
    const next = new Date(at.getTime() + 30_000)
    expect((await atTime(next, () => proveSecondFactor(proved, totpCode(secret, next), null))).ok).toBe(true)
    expect(await createFirstAdministratorLink()).toEqual({ ok: false, problem: { code: 'already-set-up' } })
  })
})

test('a demonstration account that found its way into production opens nothing', async () => {
  const who = await anOfficer(database.owner, commune)
  expect((await provePassword(who, { address: '192.0.2.8', device: null })).ok).toBe(true)
  await database.owner.query('update account set is_demonstration = true where id = $1', [who.accountId])
  expect(await provePassword(who, { address: '192.0.2.8', device: null })).toEqual({ ok: false, problem: { code: 'wrong-credentials' } })
})
