import { sessionClosesThrough, sessionRankAt } from './calendar-index'
import { daysTold, marked, offKindOf, toldUntil, type ExplanationLine, type Told } from './explanation'
import * as words from './explanation-words'
import { dayNumber, dayNumberOf, startOfDay, wallTime, type Minute } from './minute'
import { isPausedAt, pausedMinutes } from './pauses'
import { unitsOf } from './time-limit'
import type { CalendarDay, SessionName } from './working-calendar'

type Sitting = { name: SessionName; opens: Minute; closes: Minute }

/** What the telling says of one session; null: nothing, another line stands for it. */
type Teller = (day: CalendarDay, sitting: Sitting) => ExplanationLine | null

/** The lines of a limit in half days: one for each session after the one in which the count began. */
export function explainHalfDays(told: Told): ExplanationLine[] {
  const { from, index, due, openSince } = told
  const zeroRank = sessionClosesThrough(index, from)
  const receivedInside = sessionRankAt(index, from) !== null
  let passed = 0
  const tell: Teller = (day, { name, closes }) => {
    const at = { on: day.on, session: name }
    const isZero = sessionClosesThrough(index, closes - 1) === zeroRank
    if (isZero) return receivedInside ? null : { ...at, kind: 'zero', counted: false, reason: words.zeroSession(name) }
    const isOpenPause = openSince !== null && dayNumber(day.on) === dayNumberOf(openSince)
    if (isPausedAt(told.stops, closes)) return isOpenPause ? null : { ...at, kind: 'paused', counted: false, reason: words.pausedWords }
    passed += 1
    const isDue = passed === unitsOf(told.limit)
    const reason = isDue ? words.dueSession(passed, name, day, due) : words.countedSession(passed, name, day)
    return { ...at, kind: isDue ? 'due' : kindOfWork(day), counted: true, index: passed, reason }
  }
  return [receivedLine(told, words.receivedInSession), ...sessionBySession(told, tell)]
}

/** The lines of a limit in working hours: the minutes of each session, their sum is the limit. */
export function explainWorkingHours(told: Told): ExplanationLine[] {
  const tell: Teller = (day, { name, opens, closes }) => {
    const [start, end] = [Math.max(opens, told.from), Math.min(closes, told.due)]
    const paused = pausedMinutes(told.stops, start, end)
    const minutes = end - start - paused
    const at = { on: day.on, session: name, minutes }
    const isDue = told.openSince === null && closes >= told.due
    if (isDue) return { ...at, kind: 'due', counted: true, reason: words.dueWithMinutes(minutes, unitsOf(told.limit) * 60, told.due) }
    if (minutes > 0) return { ...at, kind: kindOfWork(day), counted: true, reason: words.countedMinutes(minutes, paused) }
    const isOpenPause = told.openSince !== null && closes > told.openSince
    return isOpenPause ? null : { ...at, kind: 'paused', counted: false, reason: words.pausedWords }
  }
  return [receivedLine(told, (at, _session, restarted) => words.receivedAndRunning(at, restarted)), ...sessionBySession(told, tell)]
}

const kindOfWork = (day: CalendarDay): 'make-up' | 'counted' => (day.kind === 'make-up' ? 'make-up' : 'counted')

/** Days off as one line each, sessions taken away as one line each, and what `tell` says of the others that the count passed. */
function sessionBySession(told: Told, tell: Teller): ExplanationLine[] {
  return daysTold(told).flatMap((day, position) => {
    const isReceipt = position === 0
    const off = offKindOf(day)
    if (off !== null) return isReceipt ? [] : [marked({ on: day.on, kind: off, counted: false, reason: words.notCounted(day) }, day)]
    const sittings = sittingsOf(day).filter(({ opens, closes }) => closes > told.from && opens < toldUntil(told))
    const lines = sittings.map((sitting) => tell(day, sitting)).filter((line) => line !== null)
    return [...lines, ...(isReceipt ? [] : closedLines(day))].toSorted(bySession).map((line) => marked(line, day))
  })
}

const ORDER = { morning: 0, afternoon: 1, evening: 2 } as const satisfies Record<SessionName, number>
const bySession = (a: ExplanationLine, b: ExplanationLine): number => ORDER[a.session ?? 'morning'] - ORDER[b.session ?? 'morning']

const closedLines = (day: CalendarDay): ExplanationLine[] =>
  day.closedSessions.map((session) => ({ on: day.on, session, kind: 'closure', counted: false, reason: words.closedSessionWords(day, session) }))

function sittingsOf(day: CalendarDay): Sitting[] {
  const midnight = startOfDay(dayNumber(day.on))
  return day.sessions
    .filter((session) => session.countsForDeadlines)
    .map(({ name, opens, closes }) => ({ name, opens: midnight + wallTime(opens), closes: midnight + wallTime(closes) }))
}

function receivedLine(told: Told, inside: (at: Minute, session: SessionName, restarted: boolean) => string): ExplanationLine {
  const day = told.index.dayAt(dayNumberOf(told.from))
  const sitting = sittingsOf(day).find(({ opens, closes }) => opens <= told.from && told.from < closes)
  const line = { on: day.on, kind: 'received', counted: false } as const
  if (sitting === undefined) return marked({ ...line, reason: words.receivedOutsideHours(told.from, told.restarted) }, day)
  return marked({ ...line, session: sitting.name, reason: inside(told.from, sitting.name, told.restarted) }, day)
}
