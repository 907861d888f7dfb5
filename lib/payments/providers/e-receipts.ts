import 'server-only'
import type { Result } from '@/lib/kernel/result'
import type { Entry } from '../store/ledger'

/**
 * A system that issues the official electronic receipt (biên lai) for money that was taken. The confirmation of this house is no
 * receipt; where no such system is connected, the collector types series and number of the receipt issued elsewhere.
 */
export type EReceiptProvider = {
  key: string
  /** The entry's id goes out as the key: asked twice, it issues one receipt. */
  issue: (communeId: string, entry: Entry) => Promise<Result<{ series: string; number: string }, { code: 'not-issued'; detail: string }>>
}

/** None is connected: each is a contract with its operator. */
export const eReceiptProvider = (): EReceiptProvider | null => null
