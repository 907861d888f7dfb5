import 'server-only'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { Timeliness } from '@/lib/calendar/domain/standing'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import { isLegOpen, isOwnWork, isWithPartner, type LegState } from '../domain/leg'
import { standsOn } from '../domain/partner'
import { legFileKey, partnersOf } from '../store/leg-store'
import { isLegLate, type LegFile } from './partner-legs'

export type LegView = {
  id: string; name: string; agency: string; partnerName: string | null; partnerId: string | null; turn: number; required: boolean; state: LegState; limit: TimeLimit | null; handedOverAt: Date | null; acceptedAt: Date | null; dueAt: Date | null
  finishedAt: Date | null; isLate: boolean; timeliness: Timeliness | null; instruction: string | null; finishNote: string | null; partnerCode: string | null; papers: readonly string[]; files: readonly LegFile[]
  /** Its turn has come: it can be handed over now. */
  isNext: boolean
}
export type LegsView = {
  legs: readonly LegView[]
  /** Parts that the procedure gives to others and that nobody has laid out yet. */
  unplanned: readonly { name: string; agency: string }[]
  partners: readonly { id: string; name: string }[]
  papers: readonly { id: string; name: string }[]
  mayHandOver: boolean
}

/** The parts of a dossier that lie with others, for its own officers; with what a hand-over form offers. */
export async function legsOf(officer: Officer, dossierId: string): Promise<LegsView | null> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return null
  const at = now()
  return inCommune(officer, async (tx) => {
    const key = { communeId: tx.communeId, dossierId }
    const dossier = await tx.dossier.findFirst({ where: { communeId: tx.communeId, id: dossierId }, select: { procedureVersionId: true, variantId: true, stage: true } })
    if (dossier === null) return null
    const rows = await tx.dossierLeg.findMany({ where: key, orderBy: [{ turn: 'asc' }, { position: 'asc' }] })
    const open = dossier.stage === 'received' || dossier.stage === 'in-progress'
    const isWorthAsking = open || rows.length > 0
    const partners = isWorthAsking ? await partnersOf(tx) : []
    const handed = rows.length === 0 ? [] : await tx.legPaper.findMany({ where: { communeId: tx.communeId, legId: { in: rows.map(({ id }) => id) } }, orderBy: { position: 'asc' }, select: { legId: true, name: true } })
    const files = rows.length === 0 ? [] : await tx.attachment.findMany({ where: { ...key, removedAt: null, documentKey: { in: rows.map(({ id }) => legFileKey(id)) } }, select: { id: true, name: true, size: true, mime: true, documentKey: true } })
    const papers = open ? await tx.dossierDocument.findMany({ where: key, orderBy: { position: 'asc' }, select: { id: true, name: true } }) : []
    const planned = new Set(rows.filter(({ state }) => state !== 'cancelled').map(({ legKey }) => legKey))
    const variant = open ? (await versionOfDossier(dossier.procedureVersionId)).variants.find(({ id }) => id === dossier.variantId) : undefined
    const legs = rows.map((row): LegView => ({
      ...row, state: row.state as LegState, limit: row.timeLimit as TimeLimit | null, timeliness: row.timeliness as Timeliness | null, partnerName: partners.find(({ id }) => id === row.partnerId)?.name ?? null,
      isLate: (isWithPartner({ state: row.state as LegState }) || row.finishedAt !== null) && isLegLate(row.dueAt, row.timeLimit as TimeLimit | null, row.finishedAt ?? at),
      papers: [...new Set(handed.filter(({ legId }) => legId === row.id).map(({ name }) => name))], files: files.filter(({ documentKey }) => documentKey === legFileKey(row.id)),
      isNext: row.state === 'planned' && open && !rows.some((other) => other.turn < row.turn && other.required && isLegOpen({ state: other.state as LegState })),
    }))
    return {
      legs, papers, unplanned: (variant?.legs ?? []).filter((leg) => !isOwnWork(leg.agency) && !planned.has(leg.key)).map(({ name, agency }) => ({ name, agency })),
      partners: partners.filter((partner) => standsOn(partner, localDateOf(at))).map(({ id, name }) => ({ id, name })), mayHandOver: open && may(officer, 'leg.hand-over', { communeId: officer.communeId }),
    }
  })
}
