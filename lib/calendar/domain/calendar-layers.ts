import { weekdayOf, type LocalDate, type Weekday } from '@/lib/kernel/local-date'
import {
  LAYERS, type CalendarDay, type CalendarEntry, type DayKind, type EntryKind, type Layer, type Session, type SessionName, type WeeklySessions,
} from './working-calendar'

/** 0 for the nation, more for what is narrower. */
const narrowness = (layer: Layer): number => LAYERS.indexOf(layer)

/** Of two entries of one layer for one day, a day off beats a make-up day, and anything beats "as usual". */
const RANK = { holiday: 5, substitute: 4, 'swap-off': 3, 'make-up': 2, ordinary: 1, closure: 0 } as const satisfies Record<EntryKind, number>

/**
 * What the layers together say of one day. The narrowest layer that speaks of the kind of day decides it; closures of that
 * layer and of narrower ones then take sessions away. A closure never makes a day off a working day.
 * `weekly` stands in order of precedence.
 */
export function resolveDay(on: LocalDate, weekday: Weekday, entries: readonly CalendarEntry[], weekly: readonly WeeklySessions[]): CalendarDay {
  const ruling = rulingEntry(entries)
  const widest = ruling === null ? 0 : narrowness(ruling.layer)
  const closures = entries.filter((entry) => entry.kind === 'closure' && narrowness(entry.layer) >= widest)
  const open = isDayOff(ruling) ? [] : sessionsOn(on, ruling?.kind === 'make-up' ? weekdayOf(ruling.replaces) : weekday, weekly)
  if (ruling === null && closures.length === 0) return plainDay(on, open)
  const sessions = open.filter((session) => !closures.some((closure) => takesAway(closure, session.name)))
  const isWorkingDay = sessions.some((session) => session.countsForDeadlines)
  const closed = open.filter((session) => !sessions.includes(session))
  const kind = kindOf(ruling, isWorkingDay, closed)
  const entry = kind === 'closure' ? closures[0]! : ruling
  const provisional = [...(ruling === null ? [] : [ruling]), ...closures].some((each) => each.provisional === true)
  return { on, kind, isWorkingDay, sessions, closedSessions: closed.map((session) => session.name), entry, closures, provisional }
}

function plainDay(on: LocalDate, sessions: readonly Session[]): CalendarDay {
  const isWorkingDay = sessions.some((session) => session.countsForDeadlines)
  const kind = isWorkingDay ? 'working' : 'day-off'
  return { on, kind, isWorkingDay, sessions, closedSessions: [], entry: null, closures: [], provisional: false }
}

function rulingEntry(entries: readonly CalendarEntry[]): CalendarEntry | null {
  const candidates = entries.filter((entry) => entry.kind !== 'closure')
  return candidates.reduce<CalendarEntry | null>((best, entry) => (best === null || outranks(entry, best) ? entry : best), null)
}

const outranks = (entry: CalendarEntry, best: CalendarEntry): boolean =>
  narrowness(entry.layer) > narrowness(best.layer) || (entry.layer === best.layer && RANK[entry.kind] > RANK[best.kind])

const isDayOff = (entry: CalendarEntry | null): boolean =>
  entry !== null && (entry.kind === 'holiday' || entry.kind === 'substitute' || entry.kind === 'swap-off')

const takesAway = (entry: CalendarEntry, name: SessionName): boolean =>
  entry.kind === 'closure' && (entry.closed === 'whole-day' || entry.closed.includes(name))

function kindOf(ruling: CalendarEntry | null, isWorkingDay: boolean, closed: readonly Session[]): DayKind {
  if (ruling?.kind === 'holiday' || ruling?.kind === 'substitute' || ruling?.kind === 'swap-off') return ruling.kind
  if (isWorkingDay) return ruling?.kind === 'make-up' ? 'make-up' : 'working'
  return closed.some((session) => session.countsForDeadlines) ? 'closure' : 'day-off'
}

/**
 * The rules of the week in the order in which they prevail: the narrowest layer first, then the latest in effect, then the
 * seasonal before the whole year, then the later in the list. Each with its sessions in the order of the day.
 */
export const inOrderOfPrecedence = (weekly: readonly WeeklySessions[]): WeeklySessions[] =>
  weekly
    .toReversed()
    .map((rule) => ({ ...rule, sessions: rule.sessions.toSorted((a, b) => a.opens.localeCompare(b.opens)) }))
    .toSorted((a, b) =>
      narrowness(b.layer) - narrowness(a.layer)
      || b.effectiveFrom.localeCompare(a.effectiveFrom)
      || Number(b.season !== null) - Number(a.season !== null))

/** The sessions that the week gives to a day, as if it were `weekday` (a make-up Saturday has those of the day it replaces). */
const sessionsOn = (on: LocalDate, weekday: Weekday, weekly: readonly WeeklySessions[]): readonly Session[] =>
  weekly.find((rule) => rule.weekdays.includes(weekday) && isInEffect(rule, on))?.sessions ?? []

const isInEffect = (rule: WeeklySessions, on: LocalDate): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo) && isInSeason(rule.season, on)

function isInSeason(season: WeeklySessions['season'], on: LocalDate): boolean {
  if (season === null) return true
  const day = on.slice(5)
  return season.from <= season.to ? season.from <= day && day <= season.to : season.from <= day || day <= season.to
}
