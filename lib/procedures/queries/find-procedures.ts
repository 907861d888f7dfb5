import 'server-only'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { buildSearchIndex, searchProcedures, type SearchIndex, type SearchMatch } from '../domain/search'
import { type CatalogueVersion, proceduresInForce } from '../store'

export type FoundProcedure = { version: CatalogueVersion; match: SearchMatch | null }

let built: { versions: readonly CatalogueVersion[]; key: string; index: SearchIndex } | undefined

/** The index of what is in force today; built anew when a version comes or goes. */
async function todaysIndex(communeId: string | null) {
  const versions = await proceduresInForce(localDateOf(now()), communeId)
  const key = versions.map(({ id }) => id).join()
  if (built?.key !== key) {
    const entries = versions.map(({ procedureCode, name, fieldName, popularity, content }) => ({ code: procedureCode, plainName: content.plainName, name, fieldName, keywords: content.keywords, popularity }))
    built = { versions, key, index: buildSearchIndex(entries) }
  }
  return built
}

/** Procedures for what a citizen or officer typed; with nothing typed, all of them, the most asked-for first. */
export async function findProcedures(query: { typed: string; fieldSlug?: string; communeId?: string | null; limit?: number }): Promise<FoundProcedure[]> {
  const { versions, index } = await todaysIndex(query.communeId ?? null)
  const inField = (version: CatalogueVersion): boolean => query.fieldSlug === undefined || version.fieldSlug === query.fieldSlug
  if (query.typed.trim() === '') return versions.filter(inField).map((version) => ({ version, match: null }))
  const byCode = new Map(versions.map((version) => [version.procedureCode, version]))
  return searchProcedures(index, query.typed, query.limit ?? 50)
    .flatMap(({ code, match }) => {
      const version = byCode.get(code)
      return version === undefined ? [] : [{ version, match }]
    })
    .filter(({ version }) => inField(version))
}
