import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type Printed = { sha256: string; size: number; templateVersion: string }

export const printOf = (tx: Tx, entryId: string): Promise<Printed | null> => tx.paymentPrint.findFirst({ where: { communeId: tx.communeId, entryId }, select: { sha256: true, size: true, templateVersion: true } })

/** Notes the bytes of the first print; of two at once one is noted, and both serve it. */
export async function notePrint(tx: Tx, entryId: string, print: Printed, at: Date): Promise<Printed> {
  await tx.$executeRaw`insert into payment_print (commune_id, entry_id, sha256, size, template_version, printed_at)
    values (${tx.communeId}::uuid, ${entryId}::uuid, ${print.sha256}, ${print.size}, ${print.templateVersion}, ${at}) on conflict do nothing`
  return (await printOf(tx, entryId))!
}
