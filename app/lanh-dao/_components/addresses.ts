import type { LocalDate } from '@/lib/kernel/local-date'
import type { Cell } from '@/lib/reports/domain/facts'
import { lastDay, type Period } from '@/lib/reports/domain/period'
import { atRiskSlug, cellSlug } from '@/lib/reports/wording'

type Slice = { fieldSlug?: string | undefined; unitKey?: string | undefined; dueOn?: LocalDate | undefined; after?: string | undefined }

/** What a figure opens: the list of exactly its dossiers. */
export function behindHref(period: Period, cell: Cell | typeof atRiskSlug, { fieldSlug, unitKey, dueOn, after }: Slice = {}): string {
  const query = new URLSearchParams({ o: cell === atRiskSlug ? cell : cellSlug[cell], tu: period.from, den: lastDay(period) })
  if (fieldSlug) query.set('linh-vuc', fieldSlug)
  if (unitKey) query.set('don-vi', unitKey)
  if (dueOn) query.set('han', dueOn)
  if (after) query.set('sau', after)
  return `/lanh-dao/ho-so?${query}`
}

export const periodHref = (path: string, period: Period, more: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams({ tu: period.from, den: lastDay(period), ...more })}`

export const dossierHref = (code: string): string => `/can-bo/ho-so/${encodeURIComponent(code)}`
