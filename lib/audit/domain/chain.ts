import type { LocalDate } from '@/lib/kernel/local-date'

/** One link as it stands, with the hash that its content gives now. */
export type Link = { seq: number; previousHash: string; hash: string; recomputed: string }
export type Head = { seq: number; hash: string }
/** The head of a day, written down outside the database. */
export type Seal = Head & { on: LocalDate }

/** The first place where the chain cannot be trusted. Everything before it can. */
export type BrokenLink = { seq: number } & ({ why: 'missing' | 'reordered' | 'changed' | 'head' | 'tail-cut' } | { why: 'seal'; sealedOn: LocalDate })

/**
 * Walks the chain from its first link. `missing`: a number is skipped. `reordered`: the link before it is another one than it names,
 * though that one exists elsewhere. `changed`: the content no longer gives the hash. `tail-cut`: links that the head or a seal
 * names are gone. `seal`: someone who rewrote everything, head included, is caught by what lies outside the database.
 */
export function firstBrokenLink(links: readonly Link[], head: Head | null, seals: readonly Seal[]): BrokenLink | null {
  const known = new Set(links.map(({ hash }) => hash))
  const sealed = new Map(seals.map((seal) => [seal.seq, seal]))
  let previous = ''
  for (const [index, link] of links.entries()) {
    const seq = index + 1
    if (link.seq !== seq) return { seq, why: 'missing' }
    if (link.previousHash !== previous) return misplaced(link, seq, known)
    if (link.recomputed !== link.hash) return { seq, why: 'changed' }
    const seal = sealed.get(seq)
    if (seal !== undefined && seal.hash !== link.hash) return { seq, why: 'seal', sealedOn: seal.on }
    previous = link.hash
  }
  return brokenEnd(links.at(-1), head, seals)
}

/**
 * The link does not follow the one before it. Where it follows another that still exists, they changed places; where it is
 * itself intact, the one before was rewritten; else one was taken out and the rest renumbered.
 */
function misplaced(link: Link, seq: number, known: ReadonlySet<string>): BrokenLink {
  if (known.has(link.previousHash)) return { seq, why: 'reordered' }
  return link.recomputed === link.hash ? { seq: Math.max(1, seq - 1), why: 'changed' } : { seq, why: 'missing' }
}

function brokenEnd(last: Link | undefined, head: Head | null, seals: readonly Seal[]): BrokenLink | null {
  const end = last?.seq ?? 0
  const beyond = seals.find((seal) => seal.seq > end)
  if (beyond !== undefined || (head?.seq ?? 0) > end) return { seq: end + 1, why: 'tail-cut' }
  return last !== undefined && (head === null || head.seq !== end || head.hash !== last.hash) ? { seq: end, why: 'head' } : null
}
