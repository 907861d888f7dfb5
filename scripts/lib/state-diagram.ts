import { actions, transitionOf, type Action } from '@/lib/dossiers/domain/transitions'
import { permissions } from '@/lib/identity/domain/permissions'

type Row = ReturnType<typeof transitionOf>

export const MARKS = { begin: '<!-- begin: written by `npm run generate` from domain/transitions.ts -->', end: '<!-- end: written by `npm run generate` -->' }

/** How a dossier begins: no action of the table, for there is nothing yet to act on. */
const beginnings = ['[*] --> submitted: filed online', '[*] --> received: counter, post, national portal', '[*] --> returned: settled on the spot']

/** Where an action leads from a stage. A step of the process leads on, or, as the last one, to the result. */
const targets = (from: string, to: Row['to']): string[] => (to === 'same' ? [from] : to === 'next-step' ? ['in-progress', 'resolved'] : [to])

const clockTargets: Record<Row['effect'], (from: string) => string> = {
  keeps: (from) => from,
  starts: () => 'running',
  pauses: () => 'paused',
  resumes: () => 'running',
  stops: () => 'stopped',
}

/** As the language of diagrams takes a name: it reads a hyphen as part of an arrow. */
const state = (name: string): string => name.replaceAll('-', '_')

/** One line for each pair of states, with every action that leads from the one to the other. */
function edges(of: (row: Row) => [from: string, to: string][]): string[] {
  const labels = new Map<string, Action[]>()
  for (const action of actions) {
    for (const [from, to] of of(transitionOf(action))) {
      const edge = `${state(from)} --> ${state(to)}`
      labels.set(edge, [...(labels.get(edge) ?? []), action])
    }
  }
  return [...labels].map(([edge, deeds]) => `${edge}: ${deeds.join(', ')}`)
}

const diagram = (lines: readonly string[]): string => ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n')

const stageDiagram = (): string => diagram([...beginnings, ...edges(({ from, to }) => from.flatMap((stage) => targets(stage, to).map((target): [string, string] => [stage, target])))])

const clockDiagram = (): string =>
  diagram(['[*] --> not_started: filed online', '[*] --> running: counter, post, national portal', ...edges(({ clock, effect }) => (effect === 'keeps' ? [] : clock.map((state): [string, string] => [state, clockTargets[effect](state)])))])

/** "ownTurn" → "own turn": what a rule asks beside the role, by the names of its flags. */
const inWords = (flag: string): string => flag.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

export function rowOf(action: Action): string {
  const { from, clock, awaiting, delivery, step, to, effect, paper, message, permission } = transitionOf(action)
  const when = [from.join(', '), step === undefined ? '' : `step ${step}`, clock.join(' or '), awaiting === undefined ? '' : `awaiting ${awaiting.join(' or ')}`, delivery === undefined ? '' : `result ${delivery.join(' or ')}`].filter((part) => part !== '').join('; ')
  const rule: { roles: readonly string[]; citizen?: true } = permissions[permission]
  const flags = Object.entries(rule).flatMap(([flag, value]) => (value === true && flag !== 'citizen' ? [inWords(flag)] : []))
  const who = [...rule.roles, ...(rule.citizen ? ['citizen'] : [])].join(', ') + (flags.length > 0 ? ` (${flags.join(', ')})` : '')
  return `| \`${action}\` | ${when} | ${who} | ${to} | ${effect} | ${paper ?? ''} | ${message ?? ''} |`
}

const table = (): string => ['| action | when | who | to | clock | paper | message |', '| --- | --- | --- | --- | --- | --- | --- |', ...actions.map(rowOf)].join('\n')

/** What stands between the marks: stages, clock, and the table itself. */
export const lifeOfADossier = (): string =>
  [MARKS.begin, '', stageDiagram(), '', 'The clock of the same dossier; an action that is not named here leaves it as it is:', '', clockDiagram(), '', table(), '', MARKS.end].join('\n')

/** The README with what is generated written anew; throws where a mark is missing. */
export function withLife(readme: string): string {
  const [begin, end] = [readme.indexOf(MARKS.begin), readme.indexOf(MARKS.end)]
  if (begin < 0 || end < begin) throw new Error('lib/dossiers/README.md has lost the marks between which the life of a dossier is written')
  return readme.slice(0, begin) + lifeOfADossier() + readme.slice(end + MARKS.end.length)
}
