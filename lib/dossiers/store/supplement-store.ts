import 'server-only'
import { z } from 'zod'
import { toDateColumn } from './rows'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import type { IntakeWait, MissingItem } from '../domain/supplement'

export const MissingItems = z.array(z.object({ documentKey: z.string().nullable(), name: z.string(), sentence: z.string() }))

export type RequestRow = { id: string; round: number; atIntake: boolean; requestedAt: Date; suppliedAt: Date | null }

/** The requests of a dossier, the first one first. */
export async function supplementRequests(tx: Tx, dossierId: string): Promise<RequestRow[]> {
  return tx.supplementRequest.findMany({
    where: { communeId: tx.communeId, dossierId },
    orderBy: { round: 'asc' },
    select: { id: true, round: true, atIntake: true, requestedAt: true, suppliedAt: true },
  })
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
}

export const writeRequest = (tx: Tx, { items, deadlineOn, ...request }: NewRequest): Promise<unknown> =>
  tx.supplementRequest.create({
    data: { communeId: tx.communeId, ...request, items: items.map((item) => ({ ...item })), deadlineOn: deadlineOn === null ? null : toDateColumn(deadlineOn) },
  })

export const writeSupplied = (tx: Tx, id: string, suppliedAt: Date): Promise<unknown> =>
  tx.supplementRequest.updateMany({ where: { communeId: tx.communeId, id, suppliedAt: null }, data: { suppliedAt } })
