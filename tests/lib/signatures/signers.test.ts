import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPrivateKey, privateEncrypt, constants } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { must } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { putFile } from '@/lib/platform/files'
import { env } from '@/lib/platform/env'
import { checkFile } from '@/lib/signatures/check-file'
import { signerFor } from '@/lib/signatures/keys'
import { signatureMark } from '@/lib/signatures/marks'
import { pkcs12Signer, WrongPassphrase } from '@/lib/signatures/signers/pkcs12'
import { remoteSigner, SigningServiceAway } from '@/lib/signatures/signers/remote'
import type { Signer } from '@/lib/signatures/signers/signer'
import { signFile } from '@/lib/signatures/sign-file'
import { bytesOf } from '@/lib/signatures/use-cases/sign-stored'
import { finishForClient, keepForClient, prepareForClient, takeForClient } from '@/lib/signatures/use-cases/client-signing'
import { peopleOf } from '../../builders/people'
import { useDatabase } from '../../support/database'
import { anApology } from '../documents/papers'
import { aHouseOfKeys, asPkcs12 } from './people-who-sign'

const database = useDatabase()
const { authority, person, roots } = aHouseOfKeys()
const leader = person('Nguyễn Thị Hoài Hương')
const at = new Date('2026-11-22T09:00:00Z')
const who = { name: 'Nguyễn Thị Hoài Hương', position: 'Chủ tịch UBND', agency: 'UBND phường Bách Quang' }

const signedBy = async (signer: Signer): Promise<Buffer> =>
  signFile(Buffer.from((await renderPaper('apology', anApology)).bytes), signer, { role: 'leader', name: who.name, at, marks: { signature: signatureMark('leader', who, at), check: null } })
const good = { kind: 'signed', signatures: [{ signerName: who.name, intact: true, coversWholeFile: true, authority: 'known' }] }

/** RSA over a hash that somebody else made, as a signing service does it: PKCS#1 v1.5 with the SHA-256 prefix. */
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const overHash = (hash: Buffer): Buffer => privateEncrypt({ key: createPrivateKey(leader.pem), padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_PREFIX, hash]))

describe('a key in a PKCS#12 file', () => {
  test('signs, and brings the certificates that a reader needs, without the root', async () => {
    const signer = pkcs12Signer(asPkcs12(leader, 'mật khẩu', [authority]), 'mật khẩu')
    expect((await signer.certificates()).map((one) => Buffer.from(one).equals(leader.der))).toEqual([true])
    expect(await checkFile(await signedBy(signer), roots)).toMatchObject(good)
  })

  test.each([['a wrong passphrase', () => asPkcs12(leader, 'đúng')], ['a file that is none', () => Buffer.from('không phải')]])('%s opens nothing', (_what, file) => {
    expect(() => pkcs12Signer(file(), 'sai')).toThrow(WrongPassphrase)
  })
})

describe('a remote signing service', () => {
  let server: Server
  let url: string
  let answer: 'right' | 'broken' | 'down' = 'right'
  const asked: string[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${body}`)
        if (answer === 'down' || request.headers.authorization !== 'Bearer khoa-truy-cap') return response.writeHead(503).end()
        if (request.url?.startsWith('/certificates')) return response.end(JSON.stringify({ certificates: [leader.der.toString('base64')] }))
        const { sha256 } = JSON.parse(body) as { sha256: string }
        return response.end(JSON.stringify(answer === 'broken' ? { chuKy: '' } : { signature: overHash(Buffer.from(sha256, 'base64')).toString('base64') }))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  test('gets the hash and never the paper', async () => {
    expect(await checkFile(await signedBy(remoteSigner({ url, keyId: 'bach-quang.chutich', accessToken: 'khoa-truy-cap' })), roots)).toMatchObject(good)
    expect(Math.max(...asked.map((line) => line.length))).toBeLessThan(300)
  })

  test.each(['broken', 'down'] as const)('that is %s signs nothing', async (how) => {
    answer = how
    await expect(signedBy(remoteSigner({ url, keyId: 'bach-quang.chutich', accessToken: 'khoa-truy-cap' }))).rejects.toBeInstanceOf(SigningServiceAway)
  })
})

describe('a token in the officer’s own machine', () => {
  test('signs in two steps: the hash goes out, the signature comes back, once and to the same officer', async () => {
    const people = await peopleOf(database.owner, 'bach-quang')
    const { communeId, staffId } = people.leader
    const { sha256 } = must(await putFile(communeId, (await renderPaper('apology', anApology)).bytes, 10_000_000))
    const request = { role: 'leader' as const, staffId, who, check: null }
    const ready = must(await prepareForClient(communeId, sha256, [leader.der], request, at))
    const subject = { kind: 'paper' as const, id: '01938f7a-7b6e-7c3a-9a53-0a1b2c3d4e5f' }
    const out = await inCommune(people.leader, (tx) => keepForClient(tx, subject, request, ready))
    // The plug-in knows nothing but the hash.
    const signature = overHash(Buffer.from(out.sha256, 'base64'))
    expect(await inCommune(people.viceLeader, (tx) => takeForClient(tx, out.id, people.viceLeader.staffId, at))).toBeNull()
    const taken = (await inCommune(people.leader, (tx) => takeForClient(tx, out.id, staffId, at)))!
    expect(await inCommune(people.leader, (tx) => takeForClient(tx, out.id, staffId, at))).toBeNull()
    expect(await finishForClient(communeId, taken, Buffer.alloc(256, 7), request)).toMatchObject({ ok: false, problem: { code: 'signature-wrong' } })
    const file = must(await finishForClient(communeId, taken, signature, request))
    expect(await checkFile(await bytesOf(communeId, file.sha256After), roots)).toMatchObject(good)
    expect(file).toMatchObject({ sha256Before: sha256, signerName: who.name })
  })

  test('that answers after ten minutes comes too late', async () => {
    const people = await peopleOf(database.owner, 'bach-quang')
    const { communeId, staffId } = people.leader
    const { sha256 } = must(await putFile(communeId, (await renderPaper('apology', anApology)).bytes, 10_000_000))
    const request = { role: 'leader' as const, staffId, who, check: null }
    const ready = must(await prepareForClient(communeId, sha256, [leader.der], request, at))
    const out = await inCommune(people.leader, (tx) => keepForClient(tx, { kind: 'paper', id: staffId }, request, ready))
    expect(await inCommune(people.leader, (tx) => takeForClient(tx, out.id, staffId, new Date(at.getTime() + 10 * 60_000)))).toBeNull()
  })
})

describe('the demonstration’s own keys', () => {
  test('are made at their first use, by several at once the same one, and only their owner may read them', async () => {
    const signers = await Promise.all(Array.from({ length: 3 }, () => signerFor('bach-quang.chutich', { commonName: who.name, organisation: who.agency })))
    const certificates = await Promise.all(signers.map(async (signer) => Buffer.from((await must(signer).certificates())[0]!).toString('hex')))
    expect(new Set(certificates).size).toBe(1)
    const folder = join(env.dataDir, 'secrets', 'signing')
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o077, name).toBe(0)
  })

  test.each(['../secrets/hash-key', 'A B', ''])('a name like %j names no file', async (name) => {
    expect(await signerFor(name, { commonName: 'x', organisation: 'y' })).toEqual({ ok: false, problem: { code: 'no-certificate' } })
  })
})
