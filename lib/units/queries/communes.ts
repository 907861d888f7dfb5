import 'server-only'
import { cacheReference } from '@/lib/platform/db'
import type { Commune } from '../domain/commune'

/** Communes change by resolution of the National Assembly's Standing Committee, not by the minute. @unit ms */
const TRUST = 30_000

let kept: { value: Promise<readonly Commune[]>; until: number } | undefined

/** The communes this installation serves, by name. */
export function activeCommunes(): Promise<readonly Commune[]> {
  if (kept === undefined || kept.until < performance.now()) {
    const value = load()
    kept = { value, until: performance.now() + TRUST }
    value.catch(() => (kept = undefined))
  }
  return kept.value
}

export const communeBySlug = async (slug: string): Promise<Commune | null> => (await activeCommunes()).find((commune) => commune.slug === slug) ?? null
export const communeById = async (id: string): Promise<Commune | null> => (await activeCommunes()).find((commune) => commune.id === id) ?? null

async function load(): Promise<readonly Commune[]> {
  const [provinces, rows] = await Promise.all([cacheReference().province.findMany(), cacheReference().commune.findMany({ where: { active: true } })])
  const provinceById = new Map(provinces.map(({ id, slug, name }) => [id, { slug, name }]))
  const collator = new Intl.Collator('vi')
  return rows
    .map((row): Commune => ({
      id: row.id,
      slug: row.slug,
      kind: row.kind as Commune['kind'],
      name: row.name,
      province: provinceById.get(row.provinceId)!,
      identifierCode: row.identifierCode,
      filingMode: row.filingMode as Commune['filingMode'],
      address: row.address,
      phone: row.phone,
      email: row.email,
    }))
    .toSorted((a, b) => collator.compare(a.name, b.name))
}
