import 'server-only'
import { z } from 'zod'
import type { Dossier } from '@/lib/dossiers/domain/dossier'
import { dueOf, receptionOf } from '@/lib/dossiers/domain/dossier'
import { born, evolve } from '@/lib/dossiers/domain/evolve'
import { nationalCode } from '@/lib/dossiers/domain/national-code'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { fromEventRow } from '@/lib/dossiers/store/rows'
import type { System } from '@/lib/identity/domain/actor'
import { localDateOf, toIsoLocal } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { OutboxJob } from '@/lib/platform/outbox'
import { webhookEventOf } from '../domain/webhook'
import { send } from '../store/message-store'
import { originOf } from '../store/reception-store'
import { addDelivery, listenersTo } from '../store/webhook-store'

const worker: System = { kind: 'system', name: 'exchange' }
const Payload = z.object({ eventId: z.uuid(), dossierId: z.uuid() })

/** The state of a dossier right after one of its events: what is told about that event, however late it is told. */
type Then = { seq: bigint; type: string; at: Date; dossier: Dossier; reason: string | null }

/** An event of a dossier goes to whoever listens: webhooks of the commune, and the commune over whose counter the dossier came. */
export const tellListeners = ({ communeId, payload }: OutboxJob): Promise<void> =>
  inCommune(worker, communeId, async (tx) => {
    const { eventId, dossierId } = Payload.parse(payload)
    const then = await stateAfter(tx, dossierId, eventId)
    if (then === null) return
    const group = webhookEventOf(then.type)
    for (const webhookId of await listenersTo(tx, group, now())) await addDelivery(tx, { webhookId, eventId, event: group, body: (id) => JSON.stringify(bodyOf(id, group, then)) })
    await tellOrigin(tx, then)
  })

async function tellOrigin(tx: Tx, { seq, dossier, type, reason }: Then): Promise<void> {
  const origin = await originOf(tx, { dossierId: dossier.id })
  if (origin === null) return
  const { stage, clock, awaiting } = dossier
  const body = {
    receptionId: origin.receptionId, seq: String(seq), stage, nationalCode: nationalCode(stage, clock.state, awaiting, localDateOf(now()))?.code ?? null, dueAt: dueOf(dossier)?.dueAt ?? null,
    resultAt: 'resolvedAt' in dossier ? dossier.resolvedAt : null, refusal: type === 'dossier-refused' ? (reason ?? 'other') : null,
  }
  await send(tx, { kind: 'status', key: `status:${origin.receptionId}:${seq}`, to: origin.receivingCommuneId, body })
}

/** Folds the story up to that event. Null where the event is not this dossier's. */
async function stateAfter(tx: Tx, dossierId: string, eventId: string): Promise<Then | null> {
  const rows = await tx.dossierEvent.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { seq: 'asc' } })
  const last = rows.findIndex(({ id }) => id === eventId)
  const today = await findDossier(tx, { id: dossierId })
  if (last < 0 || today === null) return null
  const [first, ...rest] = rows.slice(0, last + 1).map(fromEventRow)
  const event = rest.at(-1) ?? first!
  return { seq: rows[last]!.seq, type: event.type, at: event.at, dossier: rest.reduce(evolve, born(today, first!)), reason: event.type === 'dossier-refused' ? event.reason : null }
}

const iso = (at: Date | null): string | null => (at === null ? null : toIsoLocal(at))

/** Codes, states and instants. Nobody's name, number or words. `key` is the same however often it is sent. */
const bodyOf = (key: string, event: string, { seq, type, at, dossier }: Then) => ({
  key, event, type, occurredAt: toIsoLocal(at), sequence: Number(seq),
  dossier: {
    code: dossier.code, procedure: dossier.procedure.code, stage: dossier.stage, awaiting: dossier.awaiting, nationalCode: nationalCode(dossier.stage, dossier.clock.state, dossier.awaiting, localDateOf(at)),
    submittedAt: iso(dossier.submittedAt), receivedAt: iso(receptionOf(dossier)?.receivedAt ?? null), dueAt: iso(dueOf(dossier)?.dueAt ?? null), promisedAt: iso(dossier.promisedAt),
    resolvedAt: iso('resolvedAt' in dossier ? dossier.resolvedAt : null), returnedAt: iso(dossier.stage === 'returned' ? dossier.returnedAt : null), endedAt: iso('endedAt' in dossier ? dossier.endedAt : null),
  },
})
