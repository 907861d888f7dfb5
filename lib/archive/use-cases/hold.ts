import 'server-only'
import type { Officer, System } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { closeHold, openHold } from '../store'

type Problem = { code: 'forbidden' } | { code: 'not-found' }
type Ref = { communeId: string; code: string }

const idOf = async (tx: Tx, code: string): Promise<string | null> => (await tx.dossier.findFirst({ where: { communeId: tx.communeId, code }, select: { id: true } }))?.id ?? null
const byWhom = (actor: Officer | System): string | null => (actor.kind === 'officer' ? actor.staffId : null)

/** A complaint, a lawsuit, an inspection: nothing of this dossier is erased while the hold stands. */
export async function placeHold(actor: Officer | System, { communeId, code }: Ref, reason: string): Promise<Result<true, Problem>> {
  if (!may(actor, 'dossier.hold', { communeId })) return fail({ code: 'forbidden' })
  return inCommune(actor, communeId, async (tx) => {
    const dossierId = await idOf(tx, code)
    if (dossierId === null) return fail({ code: 'not-found' })
    await openHold(tx, { dossierId, reason, by: byWhom(actor), at: now() })
    return ok(true)
  })
}

export async function releaseHold(actor: Officer | System, { communeId, code }: Ref): Promise<Result<true, Problem>> {
  if (!may(actor, 'dossier.hold', { communeId })) return fail({ code: 'forbidden' })
  return inCommune(actor, communeId, async (tx) => {
    const dossierId = await idOf(tx, code)
    return dossierId !== null && (await closeHold(tx, { dossierId, by: byWhom(actor), at: now() })) ? ok(true) : fail({ code: 'not-found' })
  })
}
