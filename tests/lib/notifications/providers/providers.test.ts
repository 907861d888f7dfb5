import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { httpGateway } from '@/lib/notifications/providers/http-gateway'
import { smtp } from '@/lib/notifications/providers/smtp'

describe('a mail server', () => {
  const letters: string[] = []
  let answer: { code: number; text: string } | null = null
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo: (_address, _session, done) => (answer === null ? done() : done(Object.assign(new Error(answer.text), { responseCode: answer.code }))),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  const letter = { key: 'commune:message:1', channel: 'email' as const, address: 'lai@vidu.vn', subject: 'Có kết quả: hồ sơ Z99', body: 'Hồ sơ đã có kết quả.\nNhận tại quầy.' }
  let provider: ReturnType<typeof smtp>

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    provider = smtp(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'Một Cửa <mot-cua@xa.example.vn>')
  })
  afterEach(() => {
    answer = null
  })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

  test('gets the letter, with the same Message-ID whenever the same key is sent again', async () => {
    expect(await provider.send(letter)).toEqual({ outcome: 'accepted' })
    expect(await provider.send(letter)).toEqual({ outcome: 'accepted' })
    const ids = letters.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim())
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@xa\.example\.vn>$/)
    expect(new Set(ids).size).toBe(1)
    expect(letters[0]).toMatch(/^Auto-Submitted: auto-generated$/im)
    expect(letters[0]).not.toContain('commune:message:1')
  })

  test('that does not know the mailbox is believed', async () => {
    answer = { code: 550, text: 'no such user' }
    expect(await provider.send(letter)).toEqual({ outcome: 'refused', failure: 'mailbox-unknown' })
    answer = { code: 552, text: 'full' }
    expect(await provider.send(letter)).toEqual({ outcome: 'refused', failure: 'mailbox-full' })
  })

  test('that is busy is tried again later', async () => {
    answer = { code: 451, text: 'greylisted' }
    await expect(provider.send(letter)).rejects.toThrow()
  })

  test('a line break in the subject begins no header of its own', async () => {
    await provider.send({ ...letter, subject: 'Một\r\nBcc: all@vidu.vn' })
    expect(letters.at(-1)).not.toMatch(/^Bcc:/im)
  })
})

describe('a gateway', () => {
  const calls: { headers: IncomingMessage['headers']; body: unknown }[] = []
  let answer = { status: 200, body: '{}' }
  let server: Server
  let provider: ReturnType<typeof httpGateway>
  const message = { key: 'commune:message:1', channel: 'sms' as const, address: '0912000326', subject: '', body: 'Hồ sơ đã có kết quả.' }

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        calls.push({ headers: request.headers, body: JSON.parse(body) })
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    provider = httpGateway('sms', { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, key: 'gateway-key' })
  })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

  test('gets the text with our key, so that sending twice arrives once', async () => {
    expect(await provider.send(message)).toEqual({ outcome: 'accepted' })
    expect(calls[0]).toMatchObject({ headers: { authorization: 'Bearer gateway-key', 'idempotency-key': 'commune:message:1' }, body: { channel: 'sms', to: '0912000326', text: 'Hồ sơ đã có kết quả.' } })
  })

  test('says for good that a number does not exist', async () => {
    answer = { status: 404, body: '{"error":"number-unknown"}' }
    expect(await provider.send(message)).toEqual({ outcome: 'refused', failure: 'number-unknown' })
    answer = { status: 400, body: 'not json' }
    expect(await provider.send(message)).toEqual({ outcome: 'refused', failure: 'refused' })
  })

  test('that is away, overrun or does not know our key is tried again later', async () => {
    for (const status of [500, 503, 429, 401]) {
      answer = { status, body: '{}' }
      await expect(provider.send(message)).rejects.toThrow(String(status))
    }
  })
})
