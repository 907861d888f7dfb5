import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '@/lib/identity/attempts'
import type { AccountMessage } from '@/lib/identity/domain/delivery'
import { citizenOfToken } from '@/lib/identity/queries/current-citizen'
import { sessionHash } from '@/lib/identity/session-token'
import { type CodeRequest, requestCode } from '@/lib/identity/use-cases/request-code'
import { signOutCitizen, verifyCode } from '@/lib/identity/use-cases/verify-code'
import { must } from '@/lib/kernel/result'
import { deliverAccountMessage } from '@/lib/notifications/use-cases/deliver-account-message'
import { demonstrationMessages } from '@/lib/notifications/queries/demonstration-messages'
import { atTime } from '@/lib/platform/clock'
import { useDatabase } from '../../support/database'
import { aCommune, type TestCommune } from './people'

const database = useDatabase()
let commune: TestCommune
beforeAll(async () => {
  commune = await aCommune(database.owner)
})

let made = 0
const aPhone = (): string => `0912${String((made += 1)).padStart(6, '0')}`
const anAddress = (): string => `203.0.113.${(made += 1)}`
/** As if the minute between two messages had passed. */
const afterAMinute = (): Promise<unknown> => database.owner.query(`update rate_limit set resets_at = now() where key like 'code-pause:%'`)

type Sent = CodeRequest & { code: string }
async function ask(contact: string, more: { address?: string; replaces?: string } = {}): Promise<Sent> {
  const outbox: AccountMessage[] = []
  const asked = must(await requestCode({ contact, communeId: commune.id, address: more.address ?? anAddress(), replaces: more.replaces }, async (message) => outbox.push(message)))
  return { ...asked, code: /: (\d{6})\./.exec(outbox[0]!.body)![1]! }
}
const type = (sent: Sent, code = sent.code, address = anAddress()) => verifyCode({ requestId: sent.requestId, contact: sent.contact, code, address })
const wrong = (sent: Sent): string => (sent.code === '000000' ? '000001' : '000000')

test('whoever types the code is signed in, and the message can be read in the demonstration outbox at once', async () => {
  const phone = aPhone()
  const asked = must(await requestCode({ contact: phone, communeId: commune.id, address: anAddress() }, deliverAccountMessage))
  const [message] = await demonstrationMessages(1)
  expect(message).toMatchObject({ recipient: phone, channel: 'sms', template: 'one-time-code' })
  const code = /: (\d{6})\./.exec(message!.body)![1]!
  const { token } = must(await verifyCode({ requestId: asked.requestId, contact: asked.contact, code, address: anAddress() }))
  expect(await citizenOfToken(token)).toMatchObject({ kind: 'citizen', contact: phone })
})

test('the same phone is the same citizen on every device, however it was written', async () => {
  const phone = aPhone()
  const first = must(await type(await ask(phone)))
  await afterAMinute()
  const second = must(await type(await ask(`+84 ${phone.slice(1, 4)}.${phone.slice(4)}`)))
  expect(second.citizenId).toBe(first.citizenId)
  expect(await Promise.all([first, second].map(({ token }) => citizenOfToken(token)))).toEqual([expect.anything(), expect.anything()])
  expect(must(await type(await ask(aPhone()))).citizenId).not.toBe(first.citizenId)
})

describe('a code', () => {
  test('has five tries, and then not even the right one opens', async () => {
    const sent = await ask(aPhone())
    for (const triesLeft of [4, 3, 2, 1]) expect(await type(sent, wrong(sent))).toEqual({ ok: false, problem: { code: 'code-wrong', triesLeft } })
    expect(await type(sent, wrong(sent))).toEqual({ ok: false, problem: { code: 'code-spent' } })
    expect(await type(sent)).toEqual({ ok: false, problem: { code: 'code-spent' } })
  })

  test('is over after ten minutes', async () => {
    const sent = await ask(aPhone())
    const after = (minutes: number): Date => new Date(sent.sentAt.getTime() + minutes * 60_000)
    expect(await atTime(after(10), () => type(sent))).toEqual({ ok: false, problem: { code: 'code-expired' } })
    expect((await atTime(after(9.99), () => type(sent))).ok).toBe(true)
  })

  test('opens once, even when it is sent twice at the same time', async () => {
    const sent = await ask(aPhone())
    const both = await Promise.all([type(sent), type(sent)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('is bound to its request and its contact', async () => {
    const [one, other] = [await ask(aPhone()), await ask(aPhone())]
    expect((await type(one, other.code === one.code ? wrong(one) : other.code)).ok).toBe(false)
    expect(await verifyCode({ requestId: one.requestId, contact: other.contact, code: one.code, address: anAddress() })).toEqual({ ok: false, problem: { code: 'code-expired' } })
    expect(await verifyCode({ requestId: '00000000-0000-7000-8000-000000000000', contact: one.contact, code: one.code, address: anAddress() })).toEqual({ ok: false, problem: { code: 'code-expired' } })
  })

  test('stops working when the same browser asks for another', async () => {
    const phone = aPhone()
    const first = await ask(phone)
    await afterAMinute()
    const second = await ask(phone, { replaces: first.requestId })
    expect(await type(first)).toEqual({ ok: false, problem: { code: 'code-expired' } })
    expect((await type(second)).ok).toBe(true)
  })

  test('is stored in no readable form', async () => {
    const phone = aPhone()
    const sent = await ask(phone)
    must(await type(sent))
    const { rows } = await database.owner.query(`select to_jsonb(o) from one_time_code o where id = $1 union all select to_jsonb(c) from citizen_account c`, [sent.requestId])
    expect(JSON.stringify(rows)).not.toContain(`"${sent.code}"`)
    expect(JSON.stringify(rows)).not.toContain(phone)
  })
})

describe('asking for codes', () => {
  const askRaw = (contact: string, address: string) => requestCode({ contact, communeId: commune.id, address }, () => Promise.resolve())

  test('once a minute to one contact', async () => {
    const phone = aPhone()
    await ask(phone)
    expect(await askRaw(phone, anAddress())).toMatchObject({ ok: false, problem: { code: 'code-just-sent' } })
  })

  test('five times an hour to one contact, from wherever', async () => {
    const phone = aPhone()
    for (let time = 0; time < limits.codeToContact.points; time += 1) {
      await ask(phone)
      await afterAMinute()
    }
    expect(await askRaw(phone, anAddress())).toMatchObject({ ok: false, problem: { code: 'too-many-attempts' } })
  })

  test('twenty times an hour from one address', async () => {
    const address = anAddress()
    for (let time = 0; time < limits.codeFromAddress.points; time += 1) await ask(aPhone(), { address })
    expect(await askRaw(aPhone(), address)).toMatchObject({ ok: false, problem: { code: 'too-many-attempts' } })
  })

  test('what cannot be read costs nothing and says what to mend', async () => {
    expect(await askRaw('0277 380 0123', anAddress())).toEqual({ ok: false, problem: { code: 'phone-landline' } })
  })

  test('one address cannot guess at the codes of many requests', async () => {
    const address = anAddress()
    const sent = await ask(aPhone())
    for (let guess = 0; guess < limits.codeGuess.points; guess += 1) await type(sent, wrong(sent), address)
    expect(await type(await ask(aPhone()), undefined, address)).toMatchObject({ ok: false, problem: { code: 'too-many-attempts' } })
  })
})

describe("a citizen's session", () => {
  const signIn = async (): Promise<string> => must(await type(await ask(aPhone()))).token
  const age = (token: string, idle: number, total = 0): Promise<unknown> =>
    database.owner.query(`update citizen_session set last_seen_at = last_seen_at - $2 * interval '1 minute', expires_at = expires_at - $3 * interval '1 minute' where token_hash = $1`, [sessionHash(token), idle, total])

  test.each([
    ['stands after 119 idle minutes', 119, 0, true],
    ['is over after two idle hours', 120, 0, false],
    ['stands after eleven hours', 0, 11 * 60, true],
    ['is over after twelve hours', 0, 12 * 60, false],
  ])('%s', async (_name, idle, total, stands) => {
    const token = await signIn()
    await age(token, idle, total)
    expect((await citizenOfToken(token)) !== null).toBe(stands)
  })

  test('each visit keeps it awake', async () => {
    const token = await signIn()
    for (let visit = 0; visit < 3; visit += 1) {
      await age(token, 100)
      expect(await citizenOfToken(token)).not.toBeNull()
    }
  })

  test('ends when the citizen signs out, and no other with it', async () => {
    const [one, other] = [await signIn(), await signIn()]
    await signOutCitizen(one)
    expect([await citizenOfToken(one), (await citizenOfToken(other)) !== null]).toEqual([null, true])
  })

  test('a token that nobody was given opens nothing', async () => {
    expect(await citizenOfToken('x')).toBeNull()
  })
})

test('a code that cannot arrive is said at once, instead of being waited for', async () => {
  expect(await requestCode({ contact: '0912 300 000', communeId: commune.id, address: anAddress() }, deliverAccountMessage)).toEqual({ ok: false, problem: { code: 'code-not-sent' } })
})
