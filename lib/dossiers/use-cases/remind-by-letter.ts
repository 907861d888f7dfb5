import 'server-only'
import { z } from 'zod'
import type { System } from '@/lib/identity/domain/actor'
import { officerEmail } from '@/lib/identity/queries/officer-email'
import { localDate, localDateOf } from '@/lib/kernel/local-date'
import { sendMessage } from '@/lib/notifications/use-cases/send-message'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { inCommune } from '@/lib/platform/db'
import type { OutboxJob, PutOff } from '@/lib/platform/outbox'
import { saysSomething } from '../domain/digest'
import { warningKinds } from '../domain/reminders'
import { digestOf } from '../queries/digest'
import { digestLetter, warningLetter, type WarnedOf } from '../letter-wording'

const Digest = z.object({ staffId: z.uuid(), on: z.string().transform(localDate) })
const Warning = z.object({ staffId: z.uuid(), runId: z.uuid() })
/** A letter that somebody else is just sending is looked at again after this. @unit milliseconds */
const BUSY = 60_000

/** The morning's letter to one officer: not to one without e-mail, not where there is nothing to say, not on a later day. */
export async function deliverDigest(worker: System, { communeId, key, payload }: OutboxJob): Promise<void | PutOff> {
  const { staffId, on } = Digest.parse(payload)
  if (localDateOf(now()) !== on) return
  const digest = await digestOf(worker, communeId, staffId, on)
  if (digest === null || !saysSomething(digest)) return
  return toOfficer(worker, communeId, { key, template: 'officer-digest', accountId: digest.accountId, ...digestLetter(digest, env.publicUrl) })
}

/** What one round of warnings found for one officer. */
export async function deliverWarning(worker: System, { communeId, key, payload }: OutboxJob): Promise<void | PutOff> {
  const { staffId, runId } = Warning.parse(payload)
  const found = await inCommune(worker, communeId, async (tx) => {
    const staff = await tx.staffMember.findFirst({ where: { communeId, id: staffId }, select: { accountId: true } })
    const noted = await tx.officerWarning.findMany({ where: { communeId, runId, staffId }, orderBy: [{ dueAt: 'asc' }, { dossierId: 'asc' }], take: 200 })
    const dossiers = await tx.dossier.findMany({ where: { communeId, id: { in: noted.map(({ dossierId }) => dossierId) }, stage: { in: ['received', 'in-progress'] } }, select: { id: true, code: true, procedureName: true, dueAt: true } })
    const lines = noted.flatMap(({ dossierId, kind, dueAt }): WarnedOf[] => {
      const dossier = dossiers.find(({ id, dueAt: inForce }) => id === dossierId && inForce?.getTime() === dueAt.getTime())
      return dossier === undefined ? [] : [{ code: dossier.code, procedureName: dossier.procedureName, dueAt, kind: warningKinds.find((known) => known === kind)! }]
    })
    return { accountId: staff?.accountId ?? null, lines }
  })
  if (found.accountId === null || found.lines.length === 0) return
  return toOfficer(worker, communeId, { key, template: 'officer-warning', accountId: found.accountId, ...warningLetter(found.lines, env.publicUrl) })
}

type Letter = { key: string; template: 'officer-digest' | 'officer-warning'; accountId: string; subject: string; body: string }

async function toOfficer(worker: System, communeId: string, { key, template, accountId, subject, body }: Letter): Promise<void | PutOff> {
  const address = await officerEmail(accountId)
  if (address === null) return
  const sent = await sendMessage(worker, communeId, { key, dossierId: null, template, recipient: { channel: 'email', address }, subject, body })
  if (sent === 'busy') return { until: new Date(now().getTime() + BUSY) }
}
