import { ErrorSummary } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { type ShownProblem, toMend } from './problem'

/** Above the heading: what to mend in `field`, or for how long to wait. */
export function ProblemAt({ field, problem }: { field: string; problem: ShownProblem | null }) {
  if (problem?.kind === 'wait') return <Note tone="vang" className="mt-2 mb-4"><p role="status">{problem.sentence}</p></Note>
  const message = toMend(problem)
  return <ErrorSummary errors={message === undefined ? [] : [{ field, message }]} />
}
