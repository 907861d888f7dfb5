import { changeProblemSentence, dueProblemSentence, changeRefusal } from '@/lib/calendar/wording'
import type { ChangeCalendarProblem } from '@/lib/dossiers/use-cases/move-due-dates'

/** A problem with a sentence of its own says it; the rest are told by code, as an address carries them. */
export function refusalOf(problem: ChangeCalendarProblem): string {
  switch (problem.code) {
    case 'forbidden':
    case 'calendar-changed': return changeRefusal[problem.code]
    case 'nothing-new':
    case 'entry-not-yours':
    case 'day-outside-calendar':
    case 'day-told-twice':
    case 'no-working-time': return changeProblemSentence(problem)
    default: return dueProblemSentence(problem)
  }
}

/** For codes that came by an address. */
export const refusalByCode = (code: string | undefined): string | null =>
  code === undefined ? null : code === 'calendar-changed' || code === 'forbidden' || code === 'unavailable' ? changeRefusal[code] : changeRefusal.other
