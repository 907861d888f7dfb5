import 'server-only'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type LocalDate, localDate } from '@/lib/kernel/local-date'
import { env } from '@/lib/platform/env'
import type { Seal } from './domain/chain'

const Line = z.object({ on: z.string().transform(localDate), seq: z.int().min(1), hash: z.string(), sealedAt: z.string() })

/** DATA_DIR/seals/<commune>.jsonl: one line a sealing, only ever added to. Copy the folder elsewhere with every backup. */
const sealFile = (communeId: string): string => join(env.dataDir, 'seals', `${z.uuid().parse(communeId)}.jsonl`)

export async function readSeals(communeId: string): Promise<Seal[]> {
  const text = await readFile(sealFile(communeId), 'utf8').catch((fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? '' : Promise.reject(fault)))
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.parse(JSON.parse(line)))
    .map(({ on, seq, hash }) => ({ on, seq, hash }))
}

export async function writeSeal(communeId: string, seal: { on: LocalDate; seq: number; hash: string; sealedAt: Date }): Promise<void> {
  const path = sealFile(communeId)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await appendFile(path, `${JSON.stringify(seal)}\n`, { mode: 0o600 })
}
