/**
 * How many slips of the finger lie between two words: a letter left out, put in, taken for another, or two that
 * changed places (optimal string alignment). Gives `most + 1` as soon as it is certain to be more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let twoBack: number[] = []
  let back = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min((back[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (back[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, (twoBack[column - 2] ?? 0) + 1)
      here.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    twoBack = back
    back = here
  }
  return back[b.length] ?? most + 1
}

/**
 * What a word may have been before a Vietnamese keyboard left its keys in it: Telex ("ddawng" → "dang",
 * "sinhh", "kys" → "ky") and VNI ("d9a8ng" → "dang"). Folded words in, folded words out; none where nothing is left over.
 */
export function typedForms(word: string): string[] {
  const vni = /[a-z]\d/.test(word) ? word.replace(/\d/g, '') : word
  const telex = word
    .replace(/d(?=d)/g, '')
    .replace(/([aeo])\1/g, '$1')
    .replace(/(?<=[aou])w|w(?=$)/g, '')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj]+$/, '')
    .replace(/([a-z])\1+$/, '$1')
  return [...new Set([vni, telex])].filter((form) => form !== word && form !== '')
}

/** Onsets that many regions say alike and therefore write alike. */
const ALIKE = [['ch', 'tr'], ['tr', 'ch'], ['x', 's'], ['s', 'x'], ['gi', 'd'], ['d', 'gi']] as const

/** The same word as it is spelt where it sounds otherwise: "tam chu" is "tạm trú". Folded in, folded out. */
export const heardForms = (word: string): string[] =>
  ALIKE.filter(([heard]) => word.startsWith(heard) && word.length > heard.length).map(([heard, meant]) => meant + word.slice(heard.length))
