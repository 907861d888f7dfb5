import 'server-only'
import { z } from 'zod'
import { isOpen } from '@/lib/dossiers/domain/dossier'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import type { ApiClient } from '../domain/api'
import type { SentFile } from '../inputs'
import { ask, noteAnswer } from '../store/call-store'
import { addFiles, type FileRefused, keepFiles } from './sent-files'
import { hashOf, systemOf } from './take-in-dossier'

type Problem = FileRefused | { code: 'not-found' } | { code: 'dossier-not-open' } | { code: 'same-key-other-content' }
const Answer = z.object({ id: z.uuid() })

/** A file of a dossier that is still somebody's work, sent after it; the same key twice adds it once. */
export async function addSentFile(client: ApiClient, code: string, key: string, file: SentFile): Promise<Result<{ id: string }, Problem>> {
  const kept = await keepFiles(client.communeId, [file])
  if (!kept.ok) return kept
  return inCommune(systemOf(client), client.communeId, async (tx): Promise<Result<{ id: string }, Problem>> => {
    const dossier = await findDossier(tx, { code })
    if (dossier === null) return fail({ code: 'not-found' })
    if (!isOpen(dossier)) return fail({ code: 'dossier-not-open' })
    const asked = await ask(tx, client, `file:${key}`, hashOf([code, file]))
    if (asked.state === 'other-content') return fail({ code: 'same-key-other-content' })
    if (asked.state === 'answered') return ok(Answer.parse(asked.answer))
    const [id] = await addFiles(tx, dossier.id, kept.value, 'paper')
    await noteAnswer(tx, client, `file:${key}`, { id: id! })
    return ok({ id: id! })
  })
}
