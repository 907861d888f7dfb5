import 'server-only'
import { z } from 'zod'
import { shortDay } from '@/lib/kernel/format'
import { localDate } from '@/lib/kernel/local-date'
import { type MessageFacts, recipientOf, type Template, templates } from '@/lib/notifications/domain/message'
import { fillTemplate } from '@/lib/notifications/domain/template-text'
import { canSend } from '@/lib/notifications/providers/provider'
import { settingOf } from '@/lib/notifications/store/setting-store'
import { textOf } from '@/lib/notifications/store/template-store'
import { sendInTurn } from '@/lib/notifications/use-cases/send-in-turn'
import type { System } from '@/lib/identity/domain/actor'
import { decryptField } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { OutboxJob, PutOff } from '@/lib/platform/outbox'
import { type Dossier, dueOf } from '../domain/dossier'
import { isStillMeant } from '../domain/reminders'
import { findDossier } from '../store/dossier-store'
import { trackingSecret } from '../store/file-dossier'
import { type Folder, folderOf } from '../store/folder'
import { officeOf } from '../store/office'
import { returnPlace } from '../wording'

const Payload = z.object({ dossierId: z.uuid(), template: z.enum(templates), requestId: z.uuid().optional() })

/** Tells the people of a dossier what happened. Nobody to reach is no fault: the dossier is there to be looked up. */
export async function deliverMessage(worker: System, { communeId, key, payload }: OutboxJob): Promise<void | PutOff> {
  const { dossierId, template, requestId } = Payload.parse(payload)
  const gathered = await inCommune(worker, communeId, (tx) => gather(tx, { dossierId, template, requestId }))
  if (gathered === null) return
  const { talk, ...message } = gathered
  const until = await sendInTurn(worker, communeId, { key, dossierId, template, ...message }, talk)
  if (until !== null) return { until }
}

/** Null: nothing to say, or nobody to say it to. */
async function gather(tx: Tx, { dossierId, template, requestId }: { dossierId: string; template: Template; requestId: string | undefined }) {
  const dossier = await findDossier(tx, { id: dossierId })
  if (dossier === null || !isStillMeant(template, dossier)) return null
  const [folder, setting] = [await folderOf(tx, dossierId), await settingOf(tx)]
  const recipient = recipientOf(contactOf(folder), { phoneChannel: setting.phoneChannel, canSend })
  if (recipient === null) return null
  const facts = await factsOf(tx, dossier, folder, requestId)
  const text = await textOf(tx, template, recipient.channel)
  return { recipient, subject: fillTemplate(text.subject, facts), body: fillTemplate(text.body, facts), talk: { setting, awaitsSupplement: dossier.awaiting === 'supplement' } }
}

async function factsOf(tx: Tx, dossier: Dossier, folder: Folder, requestId: string | undefined): Promise<MessageFacts> {
  const { issuerName } = await officeOf(tx)
  const request = folder.requests.find(({ id }) => id === requestId)
  const parcel = await tx.resultDelivery.findFirst({ where: { communeId: tx.communeId, dossierId: dossier.id, way: 'post' }, orderBy: { handedOverAt: 'desc' }, select: { trackingNumber: true, state: true } })
  return {
    code: dossier.code, procedureName: dossier.procedure.name, officeName: issuerName, trackingPlace: `${new URL(env.publicUrl).host}/tra-cuu`, secret: trackingSecret(dossier.id),
    acceptBy: dossier.stage === 'submitted' ? dossier.acceptBy : null, dueAt: dueOf(dossier)?.dueAt ?? null, missing: request?.items.map(({ name, sentence }) => `${name}: ${sentence}`) ?? [],
    isPaused: dossier.clock.state === 'paused', supplementBy: request?.deadline_on == null ? null : shortDay(localDate(request.deadline_on)),
    reason: folder.events.findLast(({ note }) => note !== null)?.note ?? null, promisedAt: dossier.promisedAt, outcome: folder.results[0]?.outcome ?? null, returnPlace: returnPlace[parcel?.state === 'sent-back' ? 'desk' : dossier.returnChannel],
    owedVnd: folder.payments.reduce((sum, { state, amount_vnd }) => sum + (state === 'owed' ? amount_vnd : 0), 0), trackingNumber: parcel?.trackingNumber ?? null,
  }
}

/** Who handed it in hears of it; else the applicant. */
function contactOf({ parties }: Folder): { phone: string | null; email: string | null } {
  const reachable = ['submitter', 'applicant'].flatMap((part) => parties.filter((party) => party.part === part && (party.phone !== null || party.email !== null)))
  const [party] = reachable
  const open = (sealed: string | null | undefined): string | null => (sealed == null ? null : decryptField(sealed))
  return { phone: open(party?.phone), email: open(party?.email) }
}
