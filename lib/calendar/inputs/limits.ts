import { z } from 'zod'
import { instantAt } from '@/lib/kernel/local-date'
import { timeLimit } from '../domain/time-limit'
import { dueProblemSentence } from '../wording'
import { DayBoxesInput, WallTimeInput } from './days'

const blankIsNull = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value)

/** A time limit from a form or a row; all blank is null, "không quy định". */
export const TimeLimitInput = z
  .object({
    unit: z.preprocess(blankIsNull, z.string().nullish()),
    value: z.preprocess(blankIsNull, z.coerce.number().nullish().catch(Number.NaN)),
    cutOff: z.preprocess(blankIsNull, WallTimeInput.nullish()),
  })
  .transform((raw, context) => {
    if (raw.unit == null && raw.value == null) return null
    const limit = timeLimit(raw)
    if (limit.ok) return limit.value
    context.addIssue(dueProblemSentence(limit.problem))
    return z.NEVER
  })

/** What the public calculator asks: which limit, received when. */
export const DueQuestionInput = z
  .object({ limit: TimeLimitInput, received: DayBoxesInput, time: WallTimeInput })
  .transform(({ limit, received, time }) => ({ limit, receivedAt: instantAt(received, time) }))
