import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { DossierModel as DossierRow } from '@/lib/platform/prisma-client/models/Dossier'
import { born, evolve } from '../domain/evolve'
import { caseOfRow } from '../store/dossier-store'
import { fromEventRow, fromRow, toRow } from '../store/rows'

/** A dossier whose row is not what its events make of it, and the columns in which they differ. */
export type Disagreement = { code: string; columns: readonly string[] }

const PAGE = 500

/** Tells every story of the commune anew and compares the end with the row. Empty: all agree. */
export async function disagreements(tx: Tx): Promise<{ checked: number; found: Disagreement[] }> {
  const found: Disagreement[] = []
  let checked = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx.dossier.findMany({ where: { communeId: tx.communeId, id: { gt: after } }, orderBy: { id: 'asc' }, take: PAGE })
    const events = await tx.dossierEvent.findMany({ where: { communeId: tx.communeId, dossierId: { in: rows.map(({ id }) => id) } }, orderBy: { seq: 'asc' } })
    for (const row of rows) {
      const columns = await differing(row, events.filter(({ dossierId }) => dossierId === row.id))
      if (columns.length > 0) found.push({ code: row.code, columns })
    }
    checked += rows.length
    if (rows.length < PAGE) return { checked, found }
    after = rows.at(-1)!.id
  }
}

async function differing(row: DossierRow, events: readonly { type: string; occurredAt: Date; payload: unknown }[]): Promise<string[]> {
  const [first, ...rest] = events.map(fromEventRow)
  if (first === undefined) return ['events']
  try {
    const told = rest.reduce(evolve, born(fromRow(row, await caseOfRow(row), []), first))
    return Object.entries(toRow(told)).filter(([column, value]) => !same(value, row[column as keyof DossierRow])).map(([column]) => column)
  } catch (fault) {
    // A row that contradicts itself, or a story that cannot be, is what this check is for.
    return [(fault as Error).message]
  }
}

const same = (one: unknown, other: unknown): boolean => (one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other)
