import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Ratios of WCAG 2.2, computed from the token file itself: a changed value that can no longer be read fails here. */
const css = readFileSync(new URL('../../../components/ui/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

const block = (selector: string): Record<string, string> => {
  const at = css.indexOf(`${selector} {`)
  if (at < 0) throw new Error(`No rule ${selector}`)
  return Object.fromEntries([...css.slice(at, css.indexOf('}', at)).matchAll(/--mc-([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]))
}

const normal = block(':root')
const high = { ...normal, ...block(':root[data-contrast="high"]') }
const systemHigh = { ...normal, ...block(':root:not([data-contrast="normal"])') }

type Tokens = Record<string, string>

function colour(tokens: Tokens, name: string): string {
  const value = tokens[name]
  if (value === undefined) throw new Error(`No token ${name}`)
  const pointed = /^var\(--mc-([\w-]+)\)$/.exec(value)
  return pointed ? colour(tokens, pointed[1]!) : value
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function ratio(tokens: Tokens, ink: string, ground: string): number {
  const [light, dark] = [luminance(colour(tokens, ink)), luminance(colour(tokens, ground))].toSorted((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

/** Every pair of ink and ground that a stylesheet of the house puts together. */
const text: [ink: string, ground: string][] = [
  ...['ground', 'surface', 'desk', 'surface-raised', 'selected', 'giay-50'].flatMap((ground): [string, string][] => [
    ['ink', ground], ['ink-soft', ground], ['link', ground], ['giay-700', ground], ['late-mark', ground], ['la-700', ground], ['vang-800', ground],
  ]),
  ['son-600', 'ground'], ['giay-800', 'surface'], ['on-action', 'action'], ['on-action', 'action-hover'], ['on-action', 'action-active'], ['link-visited', 'ground'],
  ['early-ink', 'early-bg'], ['ontime-ink', 'ontime-bg'], ['within-ink', 'within-bg'], ['soon-ink', 'soon-bg'], ['late-ink', 'late-bg'], ['paused-ink', 'paused-bg'],
  ['ink', 'cham-50'], ['ink', 'vang-50'], ['vang-800', 'vang-100'], ['cham-800', 'cham-100'], ['ink', 'giay-200'],
  ['giay-0', 'cham-700'], ['giay-0', 'cham-800'], ['giay-0', 'cham-900'], ['cham-100', 'cham-900'], ['cham-200', 'cham-900'], ['cham-200', 'cham-800'],
  ['giay-0', 'son-600'], ['giay-0', 'la-700'], ['son-700', 'son-50'], ['giay-0', 'son-700'],
]

/** Lines and marks that carry meaning. */
const marks: [mark: string, ground: string][] = [
  ['field-border', 'ground'], ['field-border', 'desk'], ['action', 'ground'], ['late-mark', 'ground'], ['soon-mark', 'soon-bg'], ['paused-mark', 'paused-bg'],
  ['ontime-mark', 'ontime-bg'], ['within-mark', 'ground'], ['vang-400', 'cham-900'], ['cham-400', 'ground'], ['focus-ink', 'ground'], ['focus-halo', 'cham-900'],
]

/** In the high contrast set the palette keeps its names; these pairs are drawn by the roles instead there. */
const rolesOnly = (pairs: typeof text) => pairs.filter((pair) => !pair.some((name) => /^(vang-(50|100)|cham-(50|100)|giay-(50|200)|son-50)$/.test(name)))

describe('as it comes', () => {
  test.each(text)('%s on %s passes AA (4.5)', (ink, ground) => expect(ratio(normal, ink, ground)).toBeGreaterThanOrEqual(4.5))
  test.each(marks)('%s on %s is seen (3.0)', (mark, ground) => expect(ratio(normal, mark, ground)).toBeGreaterThanOrEqual(3))
})

describe('with high contrast', () => {
  test.each(rolesOnly(text))('%s on %s passes AAA (7.0)', (ink, ground) => expect(ratio(high, ink, ground)).toBeGreaterThanOrEqual(7))
  test.each(['line', 'field-border', 'early-mark', 'within-mark', 'soon-mark', 'paused-mark', 'late-mark'])('the line %s stands out (4.5)', (line) =>
    expect(ratio(high, line, 'ground')).toBeGreaterThanOrEqual(4.5))
})

test.each(text)('asked for by the system, %s on %s is no weaker than before', (ink, ground) =>
  expect(ratio(systemHigh, ink, ground)).toBeGreaterThanOrEqual(Math.min(7, ratio(normal, ink, ground)) - 0.01))

test('Tailwind hands out no name that has no value', () => {
  const themed = [...css.slice(css.indexOf('@theme')).matchAll(/var\(--mc-([\w-]+)\)/g)].map(([, name]) => name!)
  expect(themed.filter((name) => normal[name] === undefined)).toEqual([])
})
