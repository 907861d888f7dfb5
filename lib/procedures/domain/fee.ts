import { type Vnd, vnd } from '@/lib/kernel/vnd'
import { type FilingChannel, type LawChannel, lawChannelOf } from '@/lib/procedures/domain/procedure'

/** Money that a procedure costs: phí pays for a service (fee), lệ phí is set by the state for a paper (charge). */
export type Fee = {
  kind: 'fee' | 'charge'
  /** null: set by the province's People's Council, or not stated. Never to be shown as free. @unit đồng */
  amountVnd: Vnd | null
  /** what the amount is multiplied by; null: it stands for the whole dossier */
  per: 'page' | 'copy' | 'case' | 'person' | null
  /** the amount in words, with what it depends on */
  wording: string
  /** groups that do not pay */
  exemptions: string[]
  /** null: whatever the channel */
  channels: LawChannel[] | null
  /** only where the citizen asks for it (a further copy) */
  onRequest: boolean
  /** The desk accepts the dossier only once it is paid; absent: it may be paid later. */
  beforeAcceptance?: boolean
  /** 'certified-copy': by pages and copies, see `certificationFee` */
  rule: 'certified-copy' | null
}

/** How much of what is asked for. Absent counts as one, except `copies` of what is only given on request. */
export type Quantities = { pages?: number; copies?: number; persons?: number }

export const feesFor = (fees: readonly Fee[], channel: FilingChannel): Fee[] =>
  fees.filter(({ channels }) => channels === null || channels.includes(lawChannelOf(channel)))

const FIRST_PAGES = 2
const PER_FIRST_PAGE = 2_000
const PER_FURTHER_PAGE = 1_000
const MOST_PER_COPY = 200_000

/**
 * The fee for certified copies: 2.000 đồng for each of the first two pages, 1.000 đồng from the third, at most
 * 200.000 đồng a copy; pages are those of the original. @unit pages, copies: whole, 1 or more
 */
export function certificationFee(pages: number, copies: number): Vnd {
  if (!Number.isSafeInteger(pages) || pages < 1) throw new RangeError(`Not a number of pages: ${pages}`)
  if (!Number.isSafeInteger(copies) || copies < 1) throw new RangeError(`Not a number of copies: ${copies}`)
  const first = Math.min(pages, FIRST_PAGES) * PER_FIRST_PAGE
  const further = Math.max(0, pages - FIRST_PAGES) * PER_FURTHER_PAGE
  return vnd(Math.min(first + further, MOST_PER_COPY) * copies)
}

/** What one fee comes to; null where its amount is for the province to set. Exemptions are for a person to grant. */
export function amountOf(fee: Fee, quantities: Quantities = {}): Vnd | null {
  if (fee.amountVnd === null) return null
  const { pages = 1, persons = 1 } = quantities
  const copies = quantities.copies ?? (fee.onRequest ? 0 : 1)
  if (copies === 0 && (fee.onRequest || fee.per === 'copy')) return vnd(0)
  if (fee.rule === 'certified-copy') return certificationFee(pages, copies)
  const times = { page: pages * copies, copy: copies, case: 1, person: persons }
  return vnd(fee.amountVnd * (fee.per === null ? 1 : times[fee.per]))
}
