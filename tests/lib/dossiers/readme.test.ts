import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actions } from '@/lib/dossiers/domain/transitions'
import { rowOf, withLife } from '@/scripts/lib/state-diagram'

const readme = readFileSync('lib/dossiers/README.md', 'utf8')

test('the README tells the table of transitions as it is: npm run generate writes it', () => {
  expect(withLife(readme)).toBe(readme)
})

test('every action has its row and its arrow', () => {
  for (const action of actions) {
    expect(readme).toContain(rowOf(action))
    expect(readme).toMatch(new RegExp(`-->.*\\b${action}\\b`))
  }
})

test('a README that lost its marks is told so, not rewritten', () => {
  expect(() => withLife('# dossiers')).toThrow(/marks/)
})
