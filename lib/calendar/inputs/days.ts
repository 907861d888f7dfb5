import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '@/lib/kernel/local-date'
import { parseWallTime } from '../domain/minute'
import { inputSentence, monthHasDays } from '../wording'

/** "yyyy-mm-dd", as hidden fields and stored rows have it. */
export const LocalDateInput = z.string().transform((text, context): LocalDate => {
  const day = parseLocalDate(text.trim())
  if (day === null) context.addIssue(inputSentence.day)
  return day ?? z.NEVER
})

/** A day typed into three boxes. */
export const DayBoxesInput = z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((boxes, context): LocalDate => {
  const problem = boxesProblem(boxes)
  if (problem !== null) {
    context.addIssue({ code: 'custom', message: problem.sentence, path: [problem.box] })
    return z.NEVER
  }
  return dayOfBoxes(boxes)!
})

type Boxes = { day: string; month: string; year: string }

const dayOfBoxes = ({ day, month, year }: Boxes): LocalDate | null =>
  parseLocalDate(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`)

function boxesProblem(boxes: Boxes): { box: keyof Boxes; sentence: string } | null {
  const [day, month, year] = [whole(boxes.day), whole(boxes.month), whole(boxes.year)]
  if (day === 0 || year < 1000) return { box: day === 0 ? 'day' : 'year', sentence: inputSentence.day }
  if (month < 1 || month > 12) return { box: 'month', sentence: inputSentence.month }
  if (dayOfBoxes(boxes) !== null) return null
  return { box: 'day', sentence: monthHasDays(month, new Date(Date.UTC(year, month, 0)).getUTCDate()) }
}

/** 0 where the text is no number of up to four figures. */
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0)

/** "09:12"; "9:12" and "9h12" are read as well. */
export const WallTimeInput = z.string().transform((text, context): string => {
  const time = text.trim().replace(/^(\d{1,2})[h:](\d{2})$/i, '$1:$2').padStart(5, '0')
  if (parseWallTime(time) !== null) return time
  context.addIssue(inputSentence.time)
  return z.NEVER
})
