import type { CitizenSignIn } from '@/lib/identity/sign-in-state'
import { identitySentence } from '@/lib/identity/wording'

/** `mend`: what to change in the field. `wait`: nothing is wrong there, it is only too early. */
export type ShownProblem = { kind: 'mend' | 'wait'; sentence: string }

/** What to say on this page, or null. The mark in the address keeps an old problem from being told at a later visit. */
export function problemOf(state: CitizenSignIn | null, mark: string | undefined): ShownProblem | null {
  if (mark === undefined || state?.problem === undefined) return null
  const { code, sentence } = state.problem
  if (code === 'field' && typeof sentence === 'string') return { kind: 'mend', sentence }
  const own = identitySentence(state.problem)
  return own === undefined ? null : { kind: code === 'code-just-sent' || code === 'too-many-attempts' ? 'wait' : 'mend', sentence: own }
}

export const toMend = (problem: ShownProblem | null): string | undefined => (problem?.kind === 'mend' ? problem.sentence : undefined)
