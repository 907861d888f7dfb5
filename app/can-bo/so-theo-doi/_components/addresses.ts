import type { RegisterFilter } from '@/lib/dossiers/queries/register'
import { addDays } from '@/lib/kernel/local-date'
import { lastDay, type Period } from '@/lib/reports/domain/period'
import type { Query } from '@/lib/reports/inputs'

export const BOOK = '/can-bo/so-theo-doi'
export const PAPERS = `${BOOK}/van-ban`

/** The first value under a name of an address. */
export const one = (query: Query, name: string): string | null => [query[name]].flat()[0] || null

/** A page of the book, or its file: `to` of a period is the day after its last. */
export function bookHref(period: Period, fieldSlug: string | null, more: Readonly<Record<string, string>> = {}, door = ''): string {
  return `${BOOK}${door}?${new URLSearchParams({ tu: period.from, den: lastDay(period), ...(fieldSlug === null ? {} : { 'linh-vuc': fieldSlug }), ...more })}`
}

export const bookFilter = (period: Period, fieldSlug: string | null): RegisterFilter => ({ fieldSlug, from: period.from, to: addDays(period.to, -1) })
