import 'server-only'
import { createHash } from 'node:crypto'
import { withCalendar } from '@/lib/dossiers/store/calendar-check'
import type { FilingProblem } from '@/lib/dossiers/store/file-dossier'
import { caseOf, type ProcedureProblem } from '@/lib/dossiers/store/procedure-facts'
import type { System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { ApiClient } from '../domain/api'
import type { IntakeBody } from '../inputs'
import { type ApiStatus, statusOf } from '../queries/api-status'
import { fileFromOutside, missingOf } from './file-from-outside'
import { addFiles, type FileRefused, keepFiles } from './sent-files'

export type TakeInDossierProblem = FilingProblem | ProcedureProblem | FileRefused | { code: 'papers-missing'; missing: string[] }

export const systemOf = ({ tokenId }: ApiClient): System => ({ kind: 'system', name: `api:${tokenId}` })
export const hashOf = (request: unknown): string => createHash('sha256').update(JSON.stringify(request)).digest('hex')

/** A dossier of the national portal enters under its own code, in the commune of the key, with its files: all of it or nothing. */
export async function takeInDossier(client: ApiClient, key: string, body: IntakeBody): Promise<Result<ApiStatus, TakeInDossierProblem>> {
  const [at, { communeId }, system] = [now(), client, systemOf(client)]
  const under = await caseOf(communeId, body.procedure, body.variant, at)
  if (!under.ok) return under
  const complete = missingOf(under.value, 'national-portal', body.documents)
  if (!complete.ok) return complete
  const files = await keepFiles(communeId, body.files)
  if (!files.ok) return files
  const from = { channel: 'national-portal', returnChannel: body.returnChannel, externalCode: body.code, applicant: body.applicant, submitter: body.submitter, handedIn: body.documents } as const
  return withCalendar<ApiStatus, TakeInDossierProblem>(communeId, (calendar) =>
    inCommune(system, communeId, async (tx): Promise<Result<ApiStatus, TakeInDossierProblem>> => {
      const filed = await fileFromOutside(tx, system, under.value, from, `api:${client.tokenId}:${key}`, hashOf(body), at, calendar)
      if (!filed.ok) return filed
      if (!filed.value.replayed) await addFiles(tx, filed.value.dossierId, files.value, 'paper')
      const status = await statusOf(tx, filed.value.code, at)
      return status === null ? fail({ code: 'code-taken' }) : ok(status)
    }),
  )
}
