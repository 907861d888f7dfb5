import { limitFor } from '@/lib/procedures/domain/procedure'
import { catalogue, proceduresInForce, type CatalogueVersion } from '@/lib/procedures/store'
import { limitWords } from '@/lib/calendar/wording'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { LocalDate } from '@/lib/kernel/local-date'

/** A procedure, one of its cases and, where the law makes a difference, the way of filing: one entry of the list. */
export type ProcedureChoice = { value: string; name: string; limit: TimeLimit | null }
export type ChoiceGroup = { field: string; choices: ProcedureChoice[] }

const valueOf = (code: string, variant: string, online: boolean): string => [code, variant, ...(online ? ['online'] : [])].join('~')

/** All choices by field, in the order of the catalogue. */
export async function procedureChoices(on: LocalDate, communeId: string | null): Promise<ChoiceGroup[]> {
  const [{ fields }, versions] = await Promise.all([catalogue(), proceduresInForce(on, communeId)])
  return fields
    .map(({ slug, name }) => ({ field: name, choices: versions.filter(({ fieldSlug }) => fieldSlug === slug).flatMap(choicesOf).toSorted((a, b) => a.name.localeCompare(b.name, 'vi')) }))
    .filter(({ choices }) => choices.length > 0)
}

function choicesOf(version: CatalogueVersion): ProcedureChoice[] {
  return version.variants.flatMap((variant) => {
    const name = version.variants.length === 1 ? version.content.plainName : `${version.content.plainName}: ${variant.name.charAt(0).toLowerCase()}${variant.name.slice(1)}`
    const [desk, online] = [limitFor(variant, 'desk'), limitFor(variant, 'online')]
    const choice = { value: valueOf(version.procedureCode, variant.key, false), name, limit: desk }
    return limitWords(desk) === limitWords(online) ? [choice] : [choice, { value: valueOf(version.procedureCode, variant.key, true), name: `${name}, nộp trực tuyến`, limit: online }]
  })
}

/** The choice an address names: as the list has it, or as links from elsewhere do, by code and case. */
export function chosenFrom(groups: readonly ChoiceGroup[], typed: string, variant: string): ProcedureChoice | null {
  const all = groups.flatMap(({ choices }) => choices)
  return all.find(({ value }) => value === typed) ?? all.find(({ value }) => value === valueOf(typed, variant, false)) ?? all.find(({ value }) => value.startsWith(`${typed}~`)) ?? null
}
