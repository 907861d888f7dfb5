/**
 * What must be equal in a report, or may not be greater. One engine for our own reports, for the official form and for
 * figures that somebody typed: a sum is only judged where all its terms are known.
 */
export type Identity<K extends string> = { name: string; left: readonly K[]; relation: 'equals' | 'at-least'; right: readonly K[] }

/** @unit difference: left minus right */
export type BrokenIdentity = { name: string; left: number; right: number; difference: number }

export type Known<K extends string> = Readonly<Partial<Record<K, number>>>

export function broken<K extends string>(figures: Known<K>, identities: readonly Identity<K>[]): BrokenIdentity[] {
  return [...notWhole(figures), ...identities.flatMap((identity) => judged(figures, identity))]
}

function judged<K extends string>(figures: Known<K>, { name, left, relation, right }: Identity<K>): BrokenIdentity[] {
  const [sumLeft, sumRight] = [sumOf(figures, left), sumOf(figures, right)]
  if (sumLeft === null || sumRight === null) return []
  const holds = relation === 'equals' ? sumLeft === sumRight : sumLeft >= sumRight
  return holds ? [] : [{ name, left: sumLeft, right: sumRight, difference: sumLeft - sumRight }]
}

/** Null while a term is unknown. */
function sumOf<K extends string>(figures: Known<K>, terms: readonly K[]): number | null {
  const values = terms.map((term) => figures[term])
  return values.some((value) => value === undefined) ? null : values.reduce<number>((sum, value) => sum + value!, 0)
}

/** Counts of dossiers are whole and never negative. */
const notWhole = <K extends string>(figures: Known<K>): BrokenIdentity[] =>
  (Object.entries(figures) as [K, number | undefined][])
    .filter((entry): entry is [K, number] => entry[1] !== undefined && (!Number.isSafeInteger(entry[1]) || entry[1] < 0))
    .map(([name, value]) => ({ name: `whole:${name}`, left: value, right: Math.max(0, Math.round(value)), difference: value - Math.max(0, Math.round(value)) }))

/** One figure whose other value would make every identity hold: the likely slip of the pen. */
export type Mend<K extends string> = { figure: K; instead: number }

/** Every single change that mends all; empty where nothing is broken, or where one change is not enough. */
export function mends<K extends string>(figures: Known<K>, identities: readonly Identity<K>[]): Mend<K>[] {
  if (broken(figures, identities).length === 0) return []
  const tried = (Object.keys(figures) as K[]).flatMap((figure) =>
    [...new Set(identities.flatMap((identity) => solvedFor(figures, identity, figure)))].map((instead) => ({ figure, instead })),
  )
  return tried.filter(({ figure, instead }) => instead >= 0 && broken({ ...figures, [figure]: instead }, identities).length === 0)
}

function solvedFor<K extends string>(figures: Known<K>, { left, right, relation }: Identity<K>, figure: K): number[] {
  if (relation !== 'equals') return []
  const others = (terms: readonly K[]) => sumOf(figures, terms.filter((term) => term !== figure))
  const [otherLeft, otherRight] = [others(left), others(right)]
  if (otherLeft === null || otherRight === null) return []
  if (left.includes(figure)) return [otherRight - otherLeft]
  return right.includes(figure) ? [otherLeft - otherRight] : []
}
