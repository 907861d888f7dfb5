import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '@/lib/identity/attempts'
import type { Officer } from '@/lib/identity/domain/actor'
import { officerOfToken } from '@/lib/identity/queries/current-officer'
import { postsOf } from '@/lib/identity/queries/posts'
import { openOfficerToken, sealOfficerToken, sessionHash } from '@/lib/identity/session-token'
import { totpCode } from '@/lib/identity/totp'
import { endSessionsOf, signOutOfficer } from '@/lib/identity/use-cases/end-sessions'
import { addStaff, changeRoles, disableAccount, enableAccount, issueSetupLink } from '@/lib/identity/use-cases/manage-staff'
import { provePassword } from '@/lib/identity/use-cases/prove-password'
import { proveSecondFactor } from '@/lib/identity/use-cases/prove-second-factor'
import { switchPost } from '@/lib/identity/use-cases/switch-post'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { useDatabase } from '../../support/database'
import { aCommune, anOfficer, aPost, type TestCommune, type TestOfficer } from './people'

const database = useDatabase()
let commune: TestCommune
beforeAll(async () => {
  commune = await aCommune(database.owner)
})

let addresses = 0
/** A client that no limit knows yet. */
const stranger = () => ({ address: `198.51.100.${(addresses += 1)}`, device: null as string | null })
const officer = (roles?: Parameters<typeof anOfficer>[2]) => anOfficer(database.owner, commune, roles)

/** Both factors in order, at the present moment. */
async function signIn(who: TestOfficer, at = new Date()): Promise<string> {
  const proved = must(await provePassword(who, stranger()))
  const opened = await atTime(at, () => proveSecondFactor(proved, totpCode(who.totpSecret, at), 'test'))
  return must(opened).token
}

/** Moves a session's past, as the passing of time would. @unit minutes */
const age = (token: string, { idle = 0, total = 0 }: { idle?: number; total?: number }): Promise<unknown> =>
  database.owner.query(`update officer_session set last_seen_at = last_seen_at - $2 * interval '1 minute', expires_at = expires_at - $3 * interval '1 minute' where token_hash = $1`, [sessionHash(token), idle, total])

describe('the first factor', () => {
  test('wrong password, unknown, disabled and unfinished account get one and the same answer', async () => {
    const known = await officer()
    const disabled = await officer()
    const unfinished = await officer()
    await database.owner.query('update account set disabled_at = now() where id = $1', [disabled.accountId])
    await database.owner.query('update account set totp_secret = null where id = $1', [unfinished.accountId])
    const answers = await Promise.all([
      provePassword({ username: known.username, password: 'ghế mây tám chân' }, stranger()),
      provePassword({ username: 'khong-co-ai', password: known.password }, stranger()),
      provePassword(disabled, stranger()),
      provePassword(unfinished, stranger()),
    ])
    for (const answer of answers) expect(answer).toEqual({ ok: false, problem: { code: 'wrong-credentials' } })
  })

  test('an unknown account takes as long as a known one', async () => {
    const known = await officer()
    const timed = async (username: string): Promise<number> => {
      const start = performance.now()
      await provePassword({ username, password: 'ghế mây tám chân' }, stranger())
      return performance.now() - start
    }
    await timed('khoi-dong')
    const [unknown, wrong] = [await timed('khong-co-ai-2'), await timed(known.username)]
    expect(unknown).toBeGreaterThan(wrong / 3)
  })

  test('capitals around the name and the way Vietnamese letters are composed do not matter', async () => {
    const who = await officer()
    expect((await provePassword({ username: ` ${who.username.toUpperCase()} `, password: who.password.normalize('NFD') }, stranger())).ok).toBe(true)
  })

  test('after ten guesses at an account the eleventh waits, right or wrong, from wherever it comes', async () => {
    const who = await officer()
    for (let guess = 0; guess < limits.account.points; guess += 1) await provePassword({ ...who, password: 'đoán mò' }, stranger())
    const eleventh = await provePassword(who, stranger())
    expect(eleventh).toMatchObject({ ok: false, problem: { code: 'too-many-attempts' } })
    expect(eleventh.ok ? 0 : (eleventh.problem as { waitSeconds: number }).waitSeconds).toBeGreaterThan(60)
  })

  test('guesses elsewhere do not lock the owner out of the own browser', async () => {
    const who = await officer()
    for (let guess = 0; guess <= limits.account.points; guess += 1) await provePassword({ ...who, password: 'đoán mò' }, stranger())
    expect((await provePassword(who, { ...stranger(), device: 'own-browser' })).ok).toBe(true)
  })

  test('one address cannot try one password on many accounts', async () => {
    const from = stranger()
    for (let guess = 0; guess < limits.address.points; guess += 1) await provePassword({ username: `phun-${guess}`, password: 'Ubnd2026' }, from)
    expect(await provePassword(await officer(), from)).toMatchObject({ ok: false, problem: { code: 'too-many-attempts' } })
  })

  test('colleagues behind one address who all sign in rightly never meet the limit', async () => {
    const from = stranger()
    const who = await officer()
    for (let morning = 0; morning < limits.address.points + 2; morning += 1) expect((await provePassword(who, from)).ok).toBe(true)
  })
})

describe('the second factor', () => {
  test('no session without it, and none with a wrong code', async () => {
    const who = await officer()
    const proved = must(await provePassword(who, stranger()))
    const sessions = async () => (await database.owner.query('select 1 from officer_session where account_id = $1', [who.accountId])).rowCount
    expect(await proveSecondFactor(proved, '000000', null)).toEqual({ ok: false, problem: { code: 'code-wrong' } })
    expect(await sessions()).toBe(0)
    await atTime(new Date(), async () => must(await proveSecondFactor(proved, totpCode(who.totpSecret, new Date()), null)))
    expect(await sessions()).toBe(1)
  })

  test('the code of the step before and of the step after are not the present one', async () => {
    const who = await officer()
    const proved = must(await provePassword(who, stranger()))
    const at = new Date('2026-11-24T02:00:15Z')
    for (const seconds of [-30, 30]) {
      const code = totpCode(who.totpSecret, new Date(at.getTime() + seconds * 1000))
      expect(await atTime(at, () => proveSecondFactor(proved, code, null))).toMatchObject({ ok: false, problem: { code: 'code-wrong' } })
    }
  })

  test('a code opens one session, even when it is sent eight times at once', async () => {
    const who = await officer()
    const proved = must(await provePassword(who, stranger()))
    const at = new Date()
    const code = totpCode(who.totpSecret, at)
    // The account is held until all of them have looked and none has written: the moment that has to be survived.
    await database.owner.query('begin')
    await database.owner.query('select 1 from account where id = $1 for update', [who.accountId])
    const racing = atTime(at, () => Promise.all(Array.from({ length: 8 }, () => proveSecondFactor(proved, code, null))))
    await new Promise((resolve) => setTimeout(resolve, 400))
    await database.owner.query('commit')
    const all = await racing
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await atTime(at, () => proveSecondFactor(proved, code, null))).toMatchObject({ ok: false, problem: { code: 'code-used' } })
  })

  test('ten wrong codes, and the right one waits', async () => {
    const who = await officer()
    const proved = must(await provePassword(who, stranger()))
    for (let guess = 0; guess < limits.secondFactor.points; guess += 1) await proveSecondFactor(proved, '000000', null)
    const at = new Date()
    expect(await atTime(at, () => proveSecondFactor(proved, totpCode(who.totpSecret, at), null))).toMatchObject({ ok: false, problem: { code: 'too-many-attempts' } })
  })

  test('an account that was disabled or changed between the two steps starts again', async () => {
    const who = await officer()
    const proved = must(await provePassword(who, stranger()))
    await endSessionsOf(who.accountId)
    const at = new Date()
    expect(await atTime(at, () => proveSecondFactor(proved, totpCode(who.totpSecret, at), null))).toEqual({ ok: false, problem: { code: 'sign-in-over' } })
  })

  test('an account that serves nowhere gets no session', async () => {
    const who = await officer()
    await database.owner.query(`update staff_member set active_to = '2025-12-31' where id = $1`, [who.staffId])
    const proved = must(await provePassword(who, stranger()))
    const at = new Date()
    expect(await atTime(at, () => proveSecondFactor(proved, totpCode(who.totpSecret, at), null))).toEqual({ ok: false, problem: { code: 'no-post' } })
  })
})

describe('a session', () => {
  test('is the officer of its commune, unit and roles', async () => {
    const who = await officer(['desk-officer', 'fee-collector'])
    expect(await officerOfToken(await signIn(who))).toMatchObject({ kind: 'officer', accountId: who.accountId, staffId: who.staffId, communeId: commune.id, unitId: commune.unitId, roles: ['desk-officer', 'fee-collector'], name: 'Lê Thị Thử', username: who.username })
  })

  test('its token is stored nowhere', async () => {
    const token = await signIn(await officer())
    const { rows } = await database.owner.query('select * from officer_session')
    expect(JSON.stringify(rows)).not.toContain(token.slice(2))
  })

  test('ends when the officer signs out, though the cookie was copied', async () => {
    const token = await signIn(await officer())
    await signOutOfficer(token)
    expect(await officerOfToken(token)).toBeNull()
  })

  test('is over at the next request when an administrator disables the account, and not revived by enabling it', async () => {
    const who = await officer()
    const token = await signIn(who)
    const administrator = (await officerOfToken(await signIn(await officer(['administrator'])))) as Officer
    must(await disableAccount(administrator, who.staffId))
    expect(await officerOfToken(token)).toBeNull()
    must(await enableAccount(administrator, who.staffId))
    expect(await officerOfToken(token)).toBeNull()
  })

  test('is over on every device when the version of the account is raised', async () => {
    const who = await officer()
    const tokens = [await signIn(who), await signIn(who, new Date(Date.now() + 30_000))]
    await database.owner.query('update account set version = version + 1 where id = $1', [who.accountId])
    expect(await Promise.all(tokens.map(officerOfToken))).toEqual([null, null])
  })

  test('is over when the officer no longer serves there', async () => {
    const who = await officer()
    const token = await signIn(who)
    await database.owner.query(`update staff_member set active_to = current_date - 1 where id = $1`, [who.staffId])
    expect(await officerOfToken(token)).toBeNull()
  })

  test.each([
    ['an officer after 29 idle minutes', 'desk-officer', { idle: 29 }, true],
    ['an officer after 31 idle minutes', 'desk-officer', { idle: 31 }, false],
    ['an administrator after 14 idle minutes', 'administrator', { idle: 14 }, true],
    ['an administrator after 16 idle minutes', 'administrator', { idle: 16 }, false],
    ['an officer after 11 hours at work', 'desk-officer', { total: 11 * 60 }, true],
    ['an officer after 12 hours at work', 'desk-officer', { total: 12 * 60 }, false],
    ['an administrator after 8 hours at work', 'administrator', { total: 8 * 60 }, false],
  ] as const)('%s', async (_who, role, past, stands) => {
    const token = await signIn(await officer([role]))
    await age(token, past)
    expect((await officerOfToken(token)) !== null).toBe(stands)
  })

  test('each request keeps it awake', async () => {
    const token = await signIn(await officer())
    for (let request = 0; request < 3; request += 1) {
      await age(token, { idle: 20 })
      expect(await officerOfToken(token)).not.toBeNull()
    }
  })

  test('an administrator cannot pass for an officer by another first letter', async () => {
    const token = await signIn(await officer(['administrator']))
    expect(token.startsWith('a.')).toBe(true)
    expect(await officerOfToken(`o.${token.slice(2)}`)).toBeNull()
  })

  test('its cookie opens only unchanged', async () => {
    const sealed = await sealOfficerToken('o.token')
    expect(await openOfficerToken(sealed)).toBe('o.token')
    expect(await openOfficerToken(`${sealed.slice(0, -4)}AAAA`)).toBeNull()
    expect(await openOfficerToken('eyJhbGciOiJub25lIn0.eyJzZXNzaW9uVG9rZW4iOiJvLnRva2VuIn0.')).toBeNull()
    expect(await openOfficerToken(undefined)).toBeNull()
  })
})

describe('an account that serves in two communes', () => {
  test('switches, and the window of the first commune is out', async () => {
    const who = await officer()
    const other = await aCommune(database.owner, 'Xã Khác')
    const otherPost = await aPost(database.owner, who.accountId, other, ['case-officer'])
    const token = await signIn(who)
    const before = (await officerOfToken(token))!
    const there = before.staffId === otherPost ? who.staffId : otherPost
    expect((await postsOf(before)).map(({ staffId }) => staffId).sort()).toEqual([who.staffId, otherPost].sort())
    const switched = must(await switchPost(before, there, token))
    expect(await officerOfToken(switched.token)).toMatchObject({ staffId: there })
    expect(await officerOfToken(token)).toBeNull()
  })

  test('cannot switch to a post of somebody else', async () => {
    const [who, colleague] = [await officer(), await officer(['leader'])]
    const token = await signIn(who)
    expect(await switchPost((await officerOfToken(token))!, colleague.staffId, token)).toEqual({ ok: false, problem: { code: 'no-post' } })
    expect(await officerOfToken(token)).not.toBeNull()
  })

  test('switching does not lengthen the day', async () => {
    const who = await officer()
    const other = await aPost(database.owner, who.accountId, await aCommune(database.owner), ['case-officer'])
    const token = await signIn(who)
    await database.owner.query(`update officer_session set second_factor_at = second_factor_at - interval '11 hours 59 minutes' where token_hash = $1`, [sessionHash(token)])
    const before = (await officerOfToken(token))!
    const switched = must(await switchPost(before, before.staffId === other ? who.staffId : other, token))
    await age(switched.token, { total: 2 })
    expect(await officerOfToken(switched.token)).toBeNull()
  })
})

describe('managing colleagues', () => {
  const actor = async (roles: Parameters<typeof anOfficer>[2]): Promise<Officer> => (await officerOfToken(await signIn(await officer(roles))))!

  test("is the administrator's alone, in the own commune, and never of the own account", async () => {
    const victim = await officer()
    const [desk, administrator] = [await actor(['desk-officer']), await actor(['administrator'])]
    const elsewhere = await anOfficer(database.owner, await aCommune(database.owner), ['desk-officer'])
    for (const act of [disableAccount, enableAccount, issueSetupLink, (who: Officer, id: string) => changeRoles(who, id, ['leader'])]) {
      expect(await act(desk, victim.staffId)).toEqual({ ok: false, problem: { code: 'forbidden' } })
      expect(await act(administrator, elsewhere.staffId)).toEqual({ ok: false, problem: { code: 'not-found' } })
      expect(await act(administrator, administrator.staffId)).toEqual({ ok: false, problem: { code: 'own-account' } })
    }
  })

  test('other roles hold from the next sign-in, and the sessions with the old ones end', async () => {
    const who = await officer()
    const token = await signIn(who)
    must(await changeRoles(await actor(['administrator']), who.staffId, ['leader']))
    expect(await officerOfToken(token)).toBeNull()
    expect(await officerOfToken(await signIn(who, new Date(Date.now() + 30_000)))).toMatchObject({ roles: ['leader'] })
  })

  test('a commune does not make supervisors of the province', async () => {
    const who = await officer()
    expect(await changeRoles(await actor(['administrator']), who.staffId, ['province-supervisor'])).toEqual({ ok: false, problem: { code: 'forbidden' } })
  })

  test('a new colleague gets a link and cannot sign in before using it', async () => {
    const administrator = await actor(['administrator'])
    const newcomer = { username: 'nguoi-moi', unitId: commune.unitId, fullName: 'Trần Văn Mới', title: 'Cán bộ', roles: ['desk-officer'] as const }
    expect(must(await addStaff(administrator, newcomer))).toMatchObject({ username: 'nguoi-moi', url: expect.stringMatching(/\/thiet-lap\/.{43}$/) })
    expect((await provePassword({ username: 'nguoi-moi', password: '' }, stranger())).ok).toBe(false)
    expect(await addStaff(administrator, newcomer)).toEqual({ ok: false, problem: { code: 'username-taken' } })
  })
})
