import 'server-only'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'

export type TransferAccount = { bankBin: string; bankName: string; accountNumber: string; holder: string }

/** The account that takes transfers for this commune on a day; null where none is entered. */
export async function accountOn(tx: Tx, day: LocalDate): Promise<TransferAccount | null> {
  const on = new Date(`${day}T00:00:00Z`)
  return tx.paymentAccount.findFirst({
    where: { communeId: tx.communeId, effectiveFrom: { lte: on }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: on } }] },
    orderBy: { effectiveFrom: 'desc' },
    select: { bankBin: true, bankName: true, accountNumber: true, holder: true },
  })
}
