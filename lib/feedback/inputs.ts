import { z } from 'zod'
import { tidyLines } from '@/lib/identity/domain/person'
import { ratingQuestions } from './domain/rating'
import { ratingInputSentence } from './wording'

export const RateDossierInput = z.object({
  score: z.coerce.number(ratingInputSentence.score).int(ratingInputSentence.score).min(1, ratingInputSentence.score).max(5, ratingInputSentence.score),
  answers: z.partialRecord(z.enum(ratingQuestions), z.enum(['yes', 'no'])).default({}),
  comment: z.preprocess((typed) => (typeof typed === 'string' && tidyLines(typed) !== '' ? tidyLines(typed) : null), z.string().max(1000, ratingInputSentence.comment).nullable()).default(null),
})
export type RateDossierInput = z.output<typeof RateDossierInput>
