import type { Approvals } from '@/lib/dossiers/use-cases/approve-step'
import type { ActionState } from '@/lib/platform/action'

/** How many went through, and why the first of the others did not: all that the next page needs to say. */
export function approvalsAddress(state: ActionState<Approvals>): string {
  const said = new URLSearchParams()
  if (state.status === 'problem') said.set('loi', state.code)
  if (state.status === 'done') {
    const refused = state.value.flatMap(({ answer }) => (answer.ok ? [] : [answer.problem.code]))
    said.set('da-duyet', String(state.value.length - refused.length))
    if (refused.length > 0) said.set('khong-duyet', String(refused.length))
    if (refused[0] !== undefined) said.set('loi', refused[0])
  }
  return `/lanh-dao/phe-duyet?${said}`
}
