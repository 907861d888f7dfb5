import 'server-only'
import { issuePaper, numberPattern } from '@/lib/documents/store'
import type { Citizen, Officer, System } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { ok, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { Dossier } from '../domain/dossier'
import type { DossierEvent } from '../domain/events'
import type { Action } from '../domain/transitions'
import { appendEvents } from '../store/dossier-store'
import { officeOf } from '../store/office'
import type { DiscontinuationFacts } from '../store/paper-facts'
import { changed, type Changed, queueMessage } from './change'

type Stop = { action: Extract<Action, 'withdraw' | 'discontinue'>; events: readonly DossierEvent[]; cause: DiscontinuationFacts['cause']; note: string | null }

/** Ends a dossier before its result, with the notice of Mẫu 05 and a word to the citizen. */
export async function stopDossier(tx: Tx, actor: Officer | Citizen | System, dossier: Dossier, { action, events, cause, note }: Stop, at: Date): Promise<Result<Changed, never>> {
  const head = await officeOf(tx)
  const signer = actor.kind === 'officer' ? { signerName: actor.name, signerPosition: actor.title } : await directorOf(tx, at)
  const paper = await issuePaper(tx, {
    form: 'discontinuation', dossierId: dossier.id, numberPattern: numberPattern('discontinuation', head.issuerKind),
    issuedBy: actor.kind === 'officer' ? actor.staffId : null, issuedAt: at, data: { head, cause, ...signer } satisfies DiscontinuationFacts,
  })
  await queueMessage(tx, dossier, action)
  return ok(changed(await appendEvents(tx, dossier, events, actor, note === null ? undefined : { text: note }), [{ form: 'discontinuation', ...paper }]))
}

/** A withdrawal online is answered by whoever leads the centre; where the post is empty the place to sign stays empty. */
async function directorOf(tx: Tx, at: Date): Promise<{ signerName: string; signerPosition: string }> {
  const today = new Date(`${localDateOf(at)}T00:00:00Z`)
  const director = await tx.staffMember.findFirst({
    where: { communeId: tx.communeId, roles: { has: 'centre-director' }, activeFrom: { lte: today }, OR: [{ activeTo: null }, { activeTo: { gte: today } }] },
    orderBy: { id: 'asc' },
    select: { fullName: true, title: true },
  })
  return { signerName: director?.fullName ?? '', signerPosition: director?.title ?? 'Giám đốc' }
}
