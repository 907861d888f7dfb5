import 'server-only'
import { z } from 'zod'
import { type MessageFacts, recipientOf, templates } from '@/lib/notifications/domain/message'
import { sendMessage } from '@/lib/notifications/use-cases/send-message'
import { messageSubject, messageText } from '@/lib/notifications/wording'
import type { System } from '@/lib/identity/domain/actor'
import { decryptField } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { OutboxJob } from '@/lib/platform/outbox'
import { dueOf } from '../domain/dossier'
import { findDossier } from '../store/dossier-store'
import { trackingSecret } from '../store/file-dossier'
import { type Folder, folderOf } from '../store/folder'
import { officeOf } from '../store/office'
import { returnPlace } from '../wording'

const Payload = z.object({ dossierId: z.uuid(), template: z.enum(templates), requestId: z.uuid().optional() })

/** Tells the people of a dossier what happened. Nobody to reach is no fault: the dossier is there to be looked up. */
export async function deliverMessage(worker: System, { communeId, key, payload }: OutboxJob): Promise<void> {
  const { dossierId, template, requestId } = Payload.parse(payload)
  const gathered = await inCommune(worker, communeId, (tx) => gather(tx, dossierId, requestId))
  if (gathered === null || gathered.recipient === null) return
  const { facts, recipient } = gathered
  await sendMessage(worker, communeId, { key, dossierId, template, recipient, subject: messageSubject(template, facts.code), body: messageText[template](facts) })
}

async function gather(tx: Tx, dossierId: string, requestId: string | undefined) {
  const dossier = await findDossier(tx, { id: dossierId })
  if (dossier === null) return null
  const folder = await folderOf(tx, dossierId)
  const { issuerName } = await officeOf(tx)
  const request = folder.requests.find(({ id }) => id === requestId)
  const facts: MessageFacts = {
    code: dossier.code, procedureName: dossier.procedure.name, officeName: issuerName, trackingPlace: `${new URL(env.publicUrl).host}/tra-cuu`, secret: trackingSecret(dossierId),
    acceptBy: dossier.stage === 'submitted' ? dossier.acceptBy : null, dueAt: dueOf(dossier)?.dueAt ?? null, missing: request?.items.map(({ name, sentence }) => `${name}: ${sentence}`) ?? [],
    reason: folder.events.findLast(({ note }) => note !== null)?.note ?? null, promisedAt: dossier.promisedAt, outcome: folder.results[0]?.outcome ?? null, returnPlace: returnPlace[dossier.returnChannel],
  }
  return { facts, recipient: recipientOf(contactOf(folder)) }
}

/** Who handed it in hears of it; else the applicant. */
function contactOf({ parties }: Folder): { phone: string | null; email: string | null } {
  const reachable = ['submitter', 'applicant'].flatMap((part) => parties.filter((party) => party.part === part && (party.phone !== null || party.email !== null)))
  const [party] = reachable
  const open = (sealed: string | null | undefined): string | null => (sealed == null ? null : decryptField(sealed))
  return { phone: open(party?.phone), email: open(party?.email) }
}
