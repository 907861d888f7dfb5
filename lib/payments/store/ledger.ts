import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { type EntryLine, paymentKinds, paymentMethods, type PaymentMethod } from '../domain/payment'

export type NewEntry = { direction: 'in' | 'out'; method: PaymentMethod; amountVnd: number; dossierId: string; collectorId: string | null; lines: readonly EntryLine[]; reference: string | null; cause: string; at: Date }

/** Writes one entry with the next number of its series. The same cause again answers the first entry. */
export async function addEntry(tx: Tx, entry: NewEntry): Promise<string> {
  const { direction, method, amountVnd, dossierId, collectorId, lines, reference, cause, at } = entry
  const rows = await tx.$queryRaw<{ id: string }[]>`select mc_add_payment_entry(${tx.communeId}::uuid, ${direction}, ${method}, ${amountVnd}::int, ${dossierId}::uuid,
    ${collectorId}::uuid, ${JSON.stringify(lines)}::jsonb, ${reference}, ${cause}, ${at}) as id`
  return rows[0]!.id
}

export const EntryLines = z.array(z.object({ paymentId: z.string(), kind: z.enum(paymentKinds), name: z.string(), amountVnd: z.int() }))

export type Entry = {
  id: string
  direction: 'in' | 'out'
  year: number
  number: number
  numberText: string
  method: PaymentMethod
  amountVnd: number
  dossierId: string
  collectorId: string | null
  lines: EntryLine[]
  reference: string | null
  occurredAt: Date
}

type Row = Omit<Entry, 'direction' | 'method' | 'lines'> & { direction: string; method: string; lines: unknown }

export const entryFrom = ({ id, direction, year, number, numberText, method, amountVnd, dossierId, collectorId, lines, reference, occurredAt }: Row): Entry => ({
  id, year, number, numberText, amountVnd, dossierId, collectorId, reference, occurredAt, direction: z.enum(['in', 'out']).parse(direction), method: z.enum(paymentMethods).parse(method), lines: EntryLines.parse(lines),
})

export async function findEntry(tx: Tx, id: string): Promise<Entry | null> {
  const row = await tx.paymentEntry.findFirst({ where: { communeId: tx.communeId, id } })
  return row === null ? null : entryFrom(row)
}

export const entriesOfDossier = async (tx: Tx, dossierId: string): Promise<Entry[]> =>
  (await tx.paymentEntry.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { id: 'asc' } })).map(entryFrom)

/** Series and number of the official receipt, by entry. */
export async function eReceiptsOf(tx: Tx, entryIds: readonly string[]): Promise<Map<string, { series: string; number: string }>> {
  const rows = await tx.eReceipt.findMany({ where: { communeId: tx.communeId, entryId: { in: [...entryIds] } } })
  return new Map(rows.map(({ entryId, series, number }) => [entryId, { series, number }]))
}

/** Notes the receipt of an entry; false where it has one already. */
export async function noteEReceipt(tx: Tx, receipt: { entryId: string; series: string; number: string; provider: string | null; notedBy: string | null; at: Date }): Promise<'noted' | 'has-one' | 'number-taken'> {
  const { entryId, series, number, provider, notedBy, at } = receipt
  const rows = await tx.$queryRaw<{ inserted: boolean }[]>`insert into e_receipt (commune_id, entry_id, series, number, provider, noted_by, noted_at)
    values (${tx.communeId}::uuid, ${entryId}::uuid, ${series}, ${number}, ${provider}, ${notedBy}::uuid, ${at}) on conflict do nothing returning true as inserted`
  if (rows.length > 0) return 'noted'
  return (await tx.eReceipt.findFirst({ where: { communeId: tx.communeId, entryId }, select: { entryId: true } })) === null ? 'number-taken' : 'has-one'
}
