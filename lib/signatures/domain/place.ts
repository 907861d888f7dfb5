/** A rectangle on a page: origin at the lower left, as in PDF. @unit points (1/72 inch) */
export type Box = { x: number; y: number; width: number; height: number }
export type Size = { width: number; height: number }

/** Kept free around every mark, so that it touches no letter. @unit points */
const CLEARANCE = 3
/** Printers do not reach the edge of the sheet. @unit points */
const EDGE = 17
const STEP = 4
/** Nothing of a signature stands lower: page feet and printers' margins. @unit points */
const FOOT = 28

/** The free rectangle of that size nearest to where its middle should lie; null where the page is too full. */
export function freePlace(page: Size, taken: readonly Box[], size: Size, wish: { x: number; y: number }): Box | null {
  let best: { box: Box; distance: number } | null = null
  for (let y = EDGE; y + size.height <= page.height - EDGE; y += STEP) {
    for (let x = EDGE; x + size.width <= page.width - EDGE; x += STEP) {
      const distance = (x + size.width / 2 - wish.x) ** 2 + (y + size.height / 2 - wish.y) ** 2
      if (best !== null && distance >= best.distance) continue
      const box = { x, y, ...size }
      if (!taken.some((other) => touches(box, other))) best = { box, distance }
    }
  }
  return best?.box ?? null
}

const touches = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width + CLEARANCE && other.x < one.x + one.width + CLEARANCE && one.y < other.y + other.height + CLEARANCE && other.y < one.y + one.height + CLEARANCE

/**
 * Where the leader's signature is looked for: above the last line of the right half, which is the signer's name. A page without
 * text gets it in the lower right quarter.
 */
export function leaderWish(page: Size, text: readonly Box[], size: Size): { x: number; y: number } {
  const right = text.filter((box) => box.x + box.width / 2 > page.width / 2 && box.y > FOOT)
  const name = right.toSorted((a, b) => a.y - b.y)[0]
  if (name === undefined) return { x: page.width * 0.72, y: page.height * 0.2 }
  const line = right.filter((box) => Math.abs(box.y - name.y) < name.height / 2)
  const [from, to] = [Math.min(...line.map(({ x }) => x)), Math.max(...line.map((box) => box.x + box.width))]
  return { x: (from + to) / 2, y: name.y + name.height + CLEARANCE + size.height / 2 }
}

/** The seal stands at the left of the leader's signature; without one, where a leader's would stand. */
export const sealWish = (page: Size, leader: Box | null, size: Size): { x: number; y: number } =>
  leader === null ? { x: page.width * 0.35, y: page.height * 0.2 } : { x: leader.x - CLEARANCE - 1 - size.width / 2, y: leader.y + leader.height / 2 }

/** The way to check the paper stands low at the left, out of the way of the text. */
export const checkWish = (size: Size): { x: number; y: number } => ({ x: 85 + size.width / 2, y: FOOT + size.height / 2 })
