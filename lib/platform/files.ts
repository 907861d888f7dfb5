import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/** Lower-case hex of the content, and its length in bytes. */
export type StoredFile = { sha256: string; size: number }
export type FileTooLarge = { code: 'file-too-large'; limitBytes: number }
export type StorageFull = { code: 'storage-full' }
export type FileSource = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Keeps the bytes under the name of their content: DATA_DIR/files/<commune>/<aa>/<sha256>. The same content is kept once.
 * Durable when it answers (fsync before and after the rename); whatever goes wrong, no half file can be opened.
 * A source that is too large is left as soon as it shows: at most the limit and one chunk of it have been read.
 */
export async function putFile(communeId: string, source: FileSource, limitBytes: number): Promise<Result<StoredFile, FileTooLarge | StorageFull>> {
  const temporary = join(incomingFolder(communeId), randomUUID())
  try {
    await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
    const written = await writeAndHash(temporary, source, limitBytes)
    if (written.ok) await moveIntoPlace(temporary, filePath(communeId, written.value.sha256))
    return written
  } catch (fault) {
    if (isDiskFull(fault)) return fail({ code: 'storage-full' })
    throw fault
  } finally {
    await rm(temporary, { force: true })
    if (source instanceof Readable) source.destroy()
  }
}

/** A stream of the bytes; the reader ends or destroys it. Throws where the file is missing: a row that names it promised it. */
export async function openFile(communeId: string, sha256: string): Promise<{ stream: ReadStream; size: number }> {
  const path = filePath(communeId, sha256)
  const { size } = await stat(path)
  return { stream: createReadStream(path), size }
}

export const hasFile = (communeId: string, sha256: string): Promise<boolean> =>
  stat(filePath(communeId, sha256)).then(
    () => true,
    (fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? false : Promise.reject(fault)),
  )

/** For retention alone, when no row names the content any more. A file already gone is no fault. */
export const removeFile = (communeId: string, sha256: string): Promise<void> => rm(filePath(communeId, sha256), { force: true })

/** Removes what a killed process left half written more than a day ago; answers how many. */
export async function sweepIncoming(communeId: string): Promise<number> {
  const folder = incomingFolder(communeId)
  const names = await readdir(folder).catch(() => [])
  const stale = await Promise.all(names.map(async (name) => now().getTime() - (await stat(join(folder, name))).mtimeMs > 24 * 60 * 60 * 1000))
  const left = names.filter((_name, index) => stale[index])
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
  return left.length
}

async function writeAndHash(path: string, source: FileSource, limitBytes: number): Promise<Result<StoredFile, FileTooLarge>> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      size += chunk.byteLength
      if (size > limitBytes) return fail({ code: 'file-too-large', limitBytes })
      hash.update(chunk)
      await writeAll(file, chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return ok({ sha256: hash.digest('hex'), size })
}

/** A disk that fills up may take part of a chunk without an error; the rest then fails. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.byteLength; ) from += (await file.write(chunk, from)).bytesWritten
}

async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await rename(temporary, target)
  const folder = await open(dirname(target))
  await folder.sync().finally(() => folder.close())
}

const incomingFolder = (communeId: string): string => join(communeFolder(communeId), 'incoming')

function filePath(communeId: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256 in lower-case hex')
  return join(communeFolder(communeId), sha256.slice(0, 2), sha256)
}

function communeFolder(communeId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(communeId)) throw new RangeError('Not the id of a commune')
  return join(env.dataDir, 'files', communeId)
}

const isDiskFull = (fault: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes((fault as NodeJS.ErrnoException).code ?? '')
