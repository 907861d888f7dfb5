/** Numbers by chance that are the same each time: a scenario is a fixed story. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number): number => from + next() * (to - from)
  return {
    /** From 0 up to and without 1. */
    next,
    between,
    whole: (below: number): number => Math.floor(next() * below),
    chance: (share: number): boolean => next() < share,
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!,
    /** One of a list in which each has a share; shares need not add up to anything. */
    weighted: <T extends { share: number }>(from: readonly T[]): T => {
      let left = next() * from.reduce((sum, { share }) => sum + share, 0)
      return from.find(({ share }) => (left -= share) < 0) ?? from.at(-1)!
    },
  }
}
export type Random = ReturnType<typeof randomFrom>
