import 'server-only'
import { z } from 'zod'
import { fromDateColumn, toDateColumn } from './rows'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import type { SupplementEffect } from '../domain/events'
import type { IntakeWait, MissingItem } from '../domain/supplement'

export const MissingItems = z.array(z.object({ documentKey: z.string().nullable(), name: z.string(), sentence: z.string() }))

export type RequestRow = { id: string; round: number; atIntake: boolean; requestedAt: Date; suppliedAt: Date | null; effect: SupplementEffect | null }

/** The requests of a dossier, the first one first. */
export async function supplementRequests(tx: Tx, dossierId: string): Promise<RequestRow[]> {
  const rows = await tx.supplementRequest.findMany({
    where: { communeId: tx.communeId, dossierId },
    orderBy: { round: 'asc' },
    select: { id: true, round: true, atIntake: true, requestedAt: true, suppliedAt: true, effect: true },
  })
  return rows.map((row) => ({ ...row, effect: row.effect as SupplementEffect | null }))
}

export const intakeWaits = (requests: readonly RequestRow[]): IntakeWait[] =>
  requests.filter(({ atIntake }) => atIntake).map(({ requestedAt, suppliedAt }) => ({ since: requestedAt, until: suppliedAt }))

export type NewRequest = {
  id: string
  dossierId: string
  round: number
  atIntake: boolean
  items: readonly MissingItem[]
  reason: string
  requestedAt: Date
  requestedBy: string
  deadlineOn: LocalDate | null
  /** Null before reception. */
  effect: SupplementEffect | null
}

export const writeRequest = (tx: Tx, { items, deadlineOn, ...request }: NewRequest): Promise<unknown> =>
  tx.supplementRequest.create({
    data: { communeId: tx.communeId, ...request, items: items.map((item) => ({ ...item })), deadlineOn: deadlineOn === null ? null : toDateColumn(deadlineOn) },
  })

/** `items`: keys of what arrived; null where nobody compared. */
export const writeSupplied = (tx: Tx, id: string, suppliedAt: Date, items: readonly string[] | null): Promise<unknown> =>
  tx.supplementRequest.updateMany({ where: { communeId: tx.communeId, id, suppliedAt: null }, data: { suppliedAt, ...(items === null ? {} : { suppliedItems: [...items] }) } })

/** The request that still waits, with its last day; null where none does. */
export async function openRequest(tx: Tx, dossierId: string): Promise<{ id: string; deadlineOn: LocalDate | null } | null> {
  const row = await tx.supplementRequest.findFirst({ where: { communeId: tx.communeId, dossierId, suppliedAt: null }, orderBy: { round: 'desc' }, select: { id: true, deadlineOn: true } })
  return row === null ? null : { id: row.id, deadlineOn: row.deadlineOn === null ? null : fromDateColumn(row.deadlineOn) }
}

/** What a supplement does to the clock on that day, by the rule of the procedure or the general one. */
export async function supplementRule(tx: Tx, procedureCode: string, on: LocalDate): Promise<SupplementEffect> {
  const day = toDateColumn(on)
  const rules = await tx.supplementClockRule.findMany({
    where: { AND: [{ OR: [{ procedureCode }, { procedureCode: null }] }, { effectiveFrom: { lte: day } }, { OR: [{ effectiveTo: null }, { effectiveTo: { gt: day } }] }] },
    orderBy: { effectiveFrom: 'desc' }, select: { procedureCode: true, effect: true },
  })
  return ((rules.find((rule) => rule.procedureCode !== null) ?? rules[0])?.effect ?? 'pause') as SupplementEffect
}
