import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actions, transitionOf, type Action } from '@/lib/dossiers/domain/transitions'
import { permissions } from '@/lib/identity/domain/permissions'

/** A row of the table in lib/dossiers/README.md, as the code has it. */
function rowOf(action: Action): string {
  const { from, clock, awaiting, step, to, effect, paper, message, permission } = transitionOf(action)
  const when = [from.join(', '), step === undefined ? '' : `step ${step}`, clock.join(' or '), awaiting === undefined ? '' : `awaiting ${awaiting.join(' or ')}`].filter((part) => part !== '').join('; ')
  const rule: { roles: readonly string[]; citizen?: true; ownTurn?: true } = permissions[permission]
  const who = [...rule.roles, ...(rule.citizen ? ['citizen'] : [])].join(', ') + (rule.ownTurn ? ' (own turn)' : '')
  return `| \`${action}\` | ${when} | ${who} | ${to} | ${effect} | ${paper ?? ''} | ${message ?? ''} |`
}

test('the README shows the table of transitions as it is', () => {
  const readme = readFileSync('lib/dossiers/README.md', 'utf8')
  const rows = readme.split('\n').filter((line) => /^\| `[a-z-]+` \| .*\|.*\|.*\|.*\|.*\|/.test(line))
  expect(rows).toEqual(actions.map(rowOf))
})
