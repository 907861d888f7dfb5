import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Problem, type Result } from '@/lib/kernel/result'

/** What was ticked in a list. */
export const ManyInput = z.object({ dossierIds: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).min(1, 'Chọn ít nhất một hồ sơ.').max(100, 'Mỗi lần không quá 100 hồ sơ.')) })

/**
 * One deed for each of many, in the order of the list, each in a transaction of its own: one that cannot be done holds up no other.
 * Where only one was meant, what stood in its way is said as such.
 */
export const forEachOf =
  <P extends Problem>(deed: (officer: Officer, ref: { dossierId: string }) => Promise<Result<unknown, P>>) =>
  async (officer: Officer, { dossierIds }: z.output<typeof ManyInput>): Promise<Result<{ done: number; failed: number }, P>> => {
    const problems: P[] = []
    for (const dossierId of new Set(dossierIds)) {
      const answer = await deed(officer, { dossierId })
      if (!answer.ok) problems.push(answer.problem)
    }
    const [only] = problems
    if (dossierIds.length === 1 && only !== undefined) return fail(only)
    return ok({ done: dossierIds.length - problems.length, failed: problems.length })
  }
