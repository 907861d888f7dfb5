import 'server-only'
import { addAttachment } from '@/lib/documents/store'
import { attachmentOf, keepFile, type Kept, type TakeInProblem } from '@/lib/documents/use-cases/take-in-file'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { SentFile } from '../inputs'

export type FileRefused = { code: TakeInProblem['code']; at: number }
type KeptFile = { name: string; documentKey: string | null; kept: Kept }

/** Cleans and keeps the files of a request, before anything is written: a bad one refuses the whole. `at`: its place in the list. */
export async function keepFiles(communeId: string, files: readonly SentFile[]): Promise<Result<KeptFile[], FileRefused>> {
  const all: KeptFile[] = []
  for (const [at, { name, documentKey, base64 }] of files.entries()) {
    const kept = await keepFile({ communeId }, Buffer.from(base64, 'base64'))
    if (!kept.ok) return fail({ code: kept.problem.code, at })
    all.push({ name, documentKey, kept: kept.value })
  }
  return ok(all)
}

/** Their rows, with the cause. */
export async function addFiles(tx: Tx, dossierId: string, files: readonly KeptFile[], kind: 'paper' | 'supplement'): Promise<string[]> {
  const ids: string[] = []
  for (const { kept, ...file } of files) ids.push(await addAttachment(tx, tx.communeId, attachmentOf({ ...file, communeId: tx.communeId }, kept, { draftId: null, dossierId, kind })))
  return ids
}
