import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { must } from '@/lib/kernel/result'
import { env } from '@/lib/platform/env'
import { hasFile, openFile, putFile, removeFile, sweepIncoming } from '@/lib/platform/files'

const commune = randomUUID()
const folder = () => join(env.dataDir, 'files', commune)
const incoming = () => readdir(join(folder(), 'incoming')).catch(() => [])
const LIMIT = 1024 * 1024

afterAll(() => rm(env.dataDir, { recursive: true, force: true }))

/** A source that counts how much of it was taken. */
function counted(total: number, fault?: Error): { stream: Readable; taken: () => number } {
  let taken = 0
  async function* chunks(): AsyncGenerator<Buffer> {
    for (; taken < total; taken += 64 * 1024) yield Buffer.alloc(64 * 1024)
    if (fault !== undefined) throw fault
  }
  return { stream: Readable.from(chunks(), { highWaterMark: 1 }), taken: () => taken }
}

test('bytes are kept under the name of their content and come back the same', async () => {
  const bytes = randomBytes(300_000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(must(await putFile(commune, Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]), LIMIT))).toEqual({ sha256, size: 300_000 })
  const { stream, size } = await openFile(commune, sha256)
  expect(size).toBe(300_000)
  expect((await buffer(stream)).equals(bytes)).toBe(true)
  expect((await stat(join(folder(), sha256.slice(0, 2), sha256))).mode & 0o077).toBe(0)
})

test('the same content is kept once, and an empty file is a file', async () => {
  const [one, other] = await Promise.all([putFile(commune, Buffer.from('giống nhau'), LIMIT), putFile(commune, Buffer.from('giống nhau'), LIMIT)])
  expect(must(one!)).toEqual(must(other!))
  expect(must(await putFile(commune, Buffer.alloc(0), LIMIT)).size).toBe(0)
})

test('a commune does not find the files of another', async () => {
  const { sha256 } = must(await putFile(commune, Buffer.from('của xã này'), LIMIT))
  expect(await hasFile(commune, sha256)).toBe(true)
  expect(await hasFile(randomUUID(), sha256)).toBe(false)
  await removeFile(commune, sha256)
  expect(await hasFile(commune, sha256)).toBe(false)
  await expect(openFile(commune, sha256)).rejects.toThrow('ENOENT')
})

test('a file at its limit is taken, one byte more is refused', async () => {
  expect((await putFile(commune, Buffer.alloc(LIMIT), LIMIT)).ok).toBe(true)
  expect(await putFile(commune, Buffer.alloc(LIMIT + 1), LIMIT)).toEqual({ ok: false, problem: { code: 'file-too-large', limitBytes: LIMIT } })
})

test('a file that is too large is left after at most 64 KB beyond the limit, and nothing of it stays', async () => {
  const source = counted(200 * 1024 * 1024)
  expect(await putFile(commune, source.stream, LIMIT)).toMatchObject({ ok: false, problem: { code: 'file-too-large' } })
  expect(source.taken()).toBeLessThanOrEqual(LIMIT + 64 * 1024)
  expect(source.stream.destroyed).toBe(true)
  expect(await incoming()).toEqual([])
})

test('an upload that breaks off is thrown on and leaves nothing', async () => {
  const before = await readdir(folder())
  await expect(putFile(commune, counted(256 * 1024, new Error('aborted')).stream, LIMIT)).rejects.toThrow('aborted')
  expect(await incoming()).toEqual([])
  expect(await readdir(folder())).toEqual(before)
})

test('a full disk is a problem, not an accident, and leaves nothing', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  expect(await putFile(commune, counted(256 * 1024, full).stream, LIMIT)).toEqual({ ok: false, problem: { code: 'storage-full' } })
  expect(await incoming()).toEqual([])
})

test('what a killed process left is swept after a day, and what is being written is not', async () => {
  await mkdir(join(folder(), 'incoming'), { recursive: true })
  const [old, fresh] = [join(folder(), 'incoming', randomUUID()), join(folder(), 'incoming', randomUUID())]
  await Promise.all([writeFile(old, 'x'), writeFile(fresh, 'x')])
  await utimes(old, 0, Date.now() / 1000 - 25 * 60 * 60)
  expect(await sweepIncoming(commune)).toBe(1)
  expect(await incoming()).toHaveLength(1)
})

test.each(['../../etc', '', 'a/b', 'ABCDEF00-0000-0000-0000-000000000000'])('a commune named %j cannot lead out of the folder', async (name) => {
  await expect(putFile(name, Buffer.from('x'), LIMIT)).rejects.toThrow(RangeError)
  expect(() => hasFile(commune, `../../${name}`)).toThrow(RangeError)
})
