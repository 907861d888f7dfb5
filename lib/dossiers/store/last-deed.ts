import 'server-only'
import type { Actor } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { LastDeed } from '../domain/last-deed'
import { fromEventRow } from './rows'

/**
 * Who did what to the dossier last, for an officer whose screen was overtaken. Null for a citizen, who hears nothing of what moves
 * inside the house, and where the event no longer says who it was.
 */
export async function lastDeed(tx: Tx, actor: Actor, code: string): Promise<LastDeed | null> {
  if (actor.kind !== 'officer') return null
  const dossier = await tx.dossier.findFirst({ where: { communeId: tx.communeId, code }, select: { id: true } })
  if (dossier === null) return null
  const event = await tx.dossierEvent.findFirst({ where: { communeId: tx.communeId, dossierId: dossier.id }, orderBy: { seq: 'desc' } })
  if (event === null) return null
  const told = fromEventRow(event)
  const deed = { type: told.type, step: 'step' in told ? told.step : null, at: told.at, today: localDateOf(told.at) === localDateOf(now()) }
  if (event.actorKind !== 'officer' || event.actorId === null) return { ...deed, who: event.actorKind === 'citizen' ? 'citizen' : 'system', name: null }
  if (event.actorId === actor.staffId) return { ...deed, who: 'self', name: null }
  const staff = await tx.staffMember.findFirst({ where: { communeId: tx.communeId, id: event.actorId }, select: { fullName: true } })
  return { ...deed, who: 'colleague', name: staff?.fullName ?? null }
}
