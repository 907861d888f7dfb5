import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { fromDateColumn, toDateColumn } from '@/lib/dossiers/store/rows'
import { type Prisma, Prisma as P, type Tx } from '@/lib/platform/db'
import type { DossierLegModel as LegRow } from '@/lib/platform/prisma-client/models/DossierLeg'
import type { Finished, HandedOver, Leg, LegState } from '../domain/leg'
import type { Partner, PartnerKind } from '../domain/partner'

export const legOf = (row: LegRow): Leg => ({
  id: row.id, dossierId: row.dossierId, position: row.position, turn: row.turn, required: row.required, state: row.state as LegState, partnerId: row.partnerId,
  limit: row.timeLimit as TimeLimit | null, handedOverAt: row.handedOverAt,
  due: row.dueAt === null ? null : { dueAt: row.dueAt, dueOn: fromDateColumn(row.dueOn!), calendarRevision: row.calendarRevision! },
})

export async function findLeg(tx: Tx, id: string): Promise<Leg | null> {
  const row = await tx.dossierLeg.findFirst({ where: { communeId: tx.communeId, id } })
  return row === null ? null : legOf(row)
}

export const legsOfDossier = async (tx: Tx, dossierId: string): Promise<Leg[]> =>
  (await tx.dossierLeg.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { position: 'asc' } })).map(legOf)

export type NewLeg = { key: string | null; name: string; agency: string; partnerId: string | null; turn: number; required: boolean; limit: TimeLimit | null }

/** Adds legs behind those there are. Call it with the dossier's row held, so that two officers do not take one place. */
export async function addLegs(tx: Tx, dossierId: string, legs: readonly NewLeg[]): Promise<string[]> {
  const before = await tx.dossierLeg.count({ where: { communeId: tx.communeId, dossierId } })
  const rows = legs.map(({ key, limit, ...leg }, index) => ({
    communeId: tx.communeId, id: uuidv7(), dossierId, position: before + index, legKey: key, timeLimit: limit === null ? P.DbNull : (limit as Prisma.InputJsonObject), state: 'planned', ...leg,
  }))
  await tx.dossierLeg.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

/** Nobody else changes the dossier or its legs until the transaction ends. */
export const holdDossier = (tx: Tx, dossierId: string): Promise<unknown> =>
  tx.$queryRaw`select id from dossier where commune_id = ${tx.communeId}::uuid and id = ${dossierId}::uuid for update`

type Before = { id: string; state: LegState }

/** Answers false where a colleague was faster: the leg is no longer what it was when it was decided about. */
export async function writeHandOver(tx: Tx, { id, state }: Before, { due, ...change }: HandedOver, by: string, instruction: string | null): Promise<boolean> {
  const data = { ...change, handedOverBy: by, instruction, dueAt: due?.dueAt ?? null, dueOn: due === null ? null : toDateColumn(due.dueOn), calendarRevision: due?.calendarRevision ?? null }
  return (await tx.dossierLeg.updateMany({ where: { communeId: tx.communeId, id, state }, data })).count > 0
}

export const writeAccepted = async (tx: Tx, { id, state }: Before, acceptedAt: Date, by: string): Promise<boolean> =>
  (await tx.dossierLeg.updateMany({ where: { communeId: tx.communeId, id, state }, data: { state: 'accepted', acceptedAt, acceptedBy: by } })).count > 0

export async function writeFinished(tx: Tx, { id, state }: Before, change: Finished, by: string, { note, partnerCode }: { note: string | null; partnerCode: string | null }): Promise<boolean> {
  return (await tx.dossierLeg.updateMany({ where: { communeId: tx.communeId, id, state }, data: { ...change, finishedBy: by, finishNote: note, partnerCode } })).count > 0
}

export type HandedOverPaper = { name: string; originals: number; certified: number; copies: number; attachmentId: string | null }

export const addLegPapers = (tx: Tx, legId: string, papers: readonly HandedOverPaper[]): Promise<unknown> =>
  tx.legPaper.createMany({ data: papers.map((paper, position) => ({ communeId: tx.communeId, id: uuidv7(), legId, position, ...paper })) })

/** Where a partner's own file hangs: named after its leg, so that the partner's scope knows it. */
export const legFileKey = (legId: string): string => `leg:${legId}`

export async function partnersOf(tx: Tx): Promise<Partner[]> {
  const rows = await tx.partnerUnit.findMany({ where: { communeId: tx.communeId }, orderBy: { name: 'asc' }, take: 200 })
  return rows.map(({ id, kind, name, agencies, validFrom, validTo }) => ({ id, kind: kind as PartnerKind, name, agencies, validFrom: fromDateColumn(validFrom), validTo: validTo === null ? null : fromDateColumn(validTo) }))
}

export async function addPartner(tx: Tx, { kind, name, agencies, validFrom, validTo }: Omit<Partner, 'id'>): Promise<string> {
  const id = uuidv7()
  const days = { validFrom: toDateColumn(validFrom), validTo: validTo === null ? null : toDateColumn(validTo) }
  await tx.unit.create({ data: { communeId: tx.communeId, id, key: `partner-${id.slice(-12)}`, kind: 'partner', name, ...days } })
  await tx.partnerUnit.create({ data: { communeId: tx.communeId, id, kind, name, agencies: [...agencies], ...days } })
  return id
}

export async function endPartner(tx: Tx, id: string, lastDay: Partner['validFrom']): Promise<boolean> {
  const data = { validTo: toDateColumn(lastDay) }
  const { count } = await tx.partnerUnit.updateMany({ where: { communeId: tx.communeId, id }, data })
  if (count > 0) await tx.unit.updateMany({ where: { communeId: tx.communeId, id }, data })
  return count > 0
}
