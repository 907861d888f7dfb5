import 'server-only'
import { dueOf, receptionOf, type Awaiting, type Stage } from '@/lib/dossiers/domain/dossier'
import { nationalCode } from '@/lib/dossiers/domain/national-code'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { stageLabel } from '@/lib/dossiers/wording'
import type { System } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { ApiClient } from '../domain/api'

/** What another system may know of a dossier: code, state, instants. Nobody's name or number. */
export type ApiStatus = {
  code: string; procedure: string; procedureName: string; stage: Stage; stageLabel: string; awaiting: Awaiting; nationalCode: { code: string; name: string } | null; version: number
  submittedAt: Date | null; receivedAt: Date | null; dueAt: Date | null; promisedAt: Date | null; resolvedAt: Date | null; returnedAt: Date | null; endedAt: Date | null
}

const reader: System = { kind: 'system', name: 'api' }

/** In the commune of the key alone: another commune's dossier and none look the same. */
export const apiStatus = (client: ApiClient, code: string): Promise<ApiStatus | null> => inCommune(reader, client.communeId, (tx) => statusOf(tx, code, now()))

export async function statusOf(tx: Tx, code: string, at: Date): Promise<ApiStatus | null> {
  const dossier = await findDossier(tx, { code })
  if (dossier === null) return null
  return {
    code: dossier.code, procedure: dossier.procedure.code, procedureName: dossier.procedure.name, stage: dossier.stage, stageLabel: stageLabel[dossier.stage], awaiting: dossier.awaiting, version: dossier.version,
    nationalCode: nationalCode(dossier.stage, dossier.clock.state, dossier.awaiting, localDateOf(at)),
    submittedAt: dossier.submittedAt, receivedAt: receptionOf(dossier)?.receivedAt ?? null, dueAt: dueOf(dossier)?.dueAt ?? null, promisedAt: dossier.promisedAt,
    resolvedAt: 'resolvedAt' in dossier ? dossier.resolvedAt : null, returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null, endedAt: 'endedAt' in dossier ? dossier.endedAt : null,
  }
}
