import { z } from 'zod'
import { parseLocalDate } from '@/lib/kernel/local-date'
import { tidyLines, tidyText } from '@/lib/identity/domain/person'
import { inputSentence } from './wording'

const day = z.string(inputSentence.day).transform((typed, context) => {
  const read = parseLocalDate(typed.trim())
  if (read === null) context.addIssue(inputSentence.day)
  return read ?? z.NEVER
})
const text = (missing: string, most: number) => z.string(missing).transform(tidyLines).pipe(z.string().min(1, missing).max(most, inputSentence.tooLong(most)))

export const RecordAbsenceInput = z.object({
  staffId: z.uuid(inputSentence.staff),
  substituteId: z.uuid(inputSentence.substitute),
  fromDay: day,
  toDay: day,
  reason: text(inputSentence.reason, 300),
})
export const EndAbsenceInput = z.object({ absenceId: z.uuid(inputSentence.absence) })
export const SetPolicyInput = z.object({
  mayActTwice: z.preprocess((value) => value === true || value === 'yes' || value === 'on', z.boolean()),
  decision: z.string(inputSentence.decision).transform(tidyText).pipe(z.string().min(1, inputSentence.decision).max(200, inputSentence.tooLong(200))),
})
