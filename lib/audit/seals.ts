import 'server-only'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { createHmac, hkdfSync } from 'node:crypto'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { localDate } from '@/lib/kernel/local-date'
import { env } from '@/lib/platform/env'
import { sealedWords, type SealLine, sealLineText } from './domain/seal-book'

/** DATA_DIR/seals/<commune>.seals: one line a day, only ever added to. Copy the folder elsewhere with every backup, or print it. */
const sealFile = (communeId: string): string => join(env.dataDir, 'seals', `${z.uuid().parse(communeId)}.seals`)

const Line = z
  .tuple([z.coerce.number().int(), z.iso.date(), z.coerce.number().int(), z.string(), z.iso.datetime(), z.string()])
  .transform(([number, on, seq, hash, sealedAt, signature]): SealLine => ({ number, on: localDate(on), seq, hash: hash === '-' ? '' : hash, sealedAt: new Date(sealedAt), signature }))

/** The key never lies in the database: whoever can rewrite the chain there cannot sign a line. */
export const signSeal = (words: string): string => createHmac('sha256', Buffer.from(hkdfSync('sha256', env.hashKey, '', 'seal of the chain', 32))).update(words).digest('hex')

/** A line that cannot be read stands as one that nobody signed. */
export async function readSeals(communeId: string): Promise<SealLine[]> {
  const text = await readFile(sealFile(communeId), 'utf8').catch((fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? '' : Promise.reject(fault)))
  return text.split('\n').filter((line) => line !== '').map((line) => Line.safeParse(line.split(' ')).data ?? unreadable)
}

const unreadable: SealLine = { number: -1, on: localDate('1970-01-01'), seq: 0, hash: '', sealedAt: new Date(0), signature: '' }

export async function writeSeal(communeId: string, seal: Omit<SealLine, 'signature'>, before: string): Promise<void> {
  const path = sealFile(communeId)
  const signature = signSeal(sealedWords(communeId, seal, before))
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await appendFile(path, `${sealLineText({ ...seal, signature })}\n`, { mode: 0o600 })
}
