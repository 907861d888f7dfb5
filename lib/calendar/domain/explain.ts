import { explainClockHours } from './explain-clock-hours'
import { explainDays } from './explain-days'
import { explainHalfDays, explainWorkingHours } from './explain-sessions'
import type { ExplanationLine, Told } from './explanation'
import { stillPaused } from './explanation-words'
import { dayNumberOf, localDateOfDay } from './minute'

/** Tells why a due moment is what it is, each unit in its own way; an open pause has the last word. */
export function explain(told: Told): ExplanationLine[] {
  const lines = linesByUnit(told)
  if (told.openSince === null) return lines
  const on = localDateOfDay(dayNumberOf(told.openSince))
  return [...lines, { on, kind: 'paused', counted: false, reason: stillPaused(told.openSince) }]
}

function linesByUnit(told: Told): ExplanationLine[] {
  switch (told.limit.unit) {
    case 'working-day':
    case 'same-day':
    case 'calendar-day': return explainDays(told)
    case 'half-day': return explainHalfDays(told)
    case 'working-hour': return explainWorkingHours(told)
    case 'clock-hour': return explainClockHours(told)
  }
}
