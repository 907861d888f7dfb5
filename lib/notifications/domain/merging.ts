import type { Template } from './message'

/** At most one message about a dossier to a person in this time. @unit milliseconds */
export const MERGE_WINDOW = 60 * 60_000

/** Until when a message waits after the last one about the same dossier to the same person; null: it may go now. */
export function heldUntil(lastSentAt: Date | null, at: Date): Date | null {
  if (lastSentAt === null) return null
  const free = new Date(lastSentAt.getTime() + MERGE_WINDOW)
  return free > at ? free : null
}

export type Waiting = { id: string; template: Template; body: string }

/** After these nothing that was said before still matters. */
const endings: readonly Template[] = ['refused', 'resolved', 'result-waiting', 'result-posted', 'result-sent-back', 'returned', 'withdrawn', 'discontinued']
/** What they say is said by nobody else: the secret and the day of the slip, what is asked for, a new day. */
const saidAlways: readonly Template[] = ['submitted', 'received', 'supplement-requested', 'payment-requested', 'apology']

/**
 * Of the messages that wait together, in the order in which they arose, those that are said: the latest state last, before it whatever
 * would be lost. A request that was answered meanwhile is not repeated, and of two of a kind the later one speaks.
 */
export function saidTogether(waiting: readonly Waiting[], { awaitsSupplement }: { awaitsSupplement: boolean }): Waiting[] {
  const last = waiting.at(-1)
  if (last === undefined) return []
  if (endings.includes(last.template)) return [last]
  const holds = ({ template }: Waiting): boolean =>
    saidAlways.includes(template) && template !== last.template && (template !== 'supplement-requested' || awaitsSupplement)
  const earlier = waiting.slice(0, -1).filter(holds)
  const latestOfKind = earlier.filter(({ template }, at) => !earlier.slice(at + 1).some((later) => later.template === template))
  const received = [...latestOfKind, last].some(({ template }) => template === 'received')
  return [...latestOfKind.filter(({ template }) => template !== 'submitted' || !received), last]
}

/** One text of several: each is a whole sentence or more already. */
export const mergedBody = (said: readonly Waiting[]): string => said.map(({ body }) => body).join('\n')
