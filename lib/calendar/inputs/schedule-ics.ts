import { fold } from '@/lib/kernel/fold'
import { addDays, parseLocalDate, type LocalDate } from '@/lib/kernel/local-date'
import type { ScheduleLine } from '../domain/schedule-list'
import type { CalendarEntry, EntryKind } from '../domain/working-calendar'
import { entryLabel, entrySentence, importSentence } from '../wording'
import { sessionsOf } from './schedule-csv'
import type { ReadSchedule, RowProblem, ScheduleRow } from './schedule-rows'

/**
 * The schedule as iCalendar, which phones and mail programs subscribe to: whole days, one event for each line of the list.
 * What a calendar program has no word for stands in properties of ours, so that the file can be read back without loss.
 * @law RFC 5545
 */
export function writeIcs(lines: readonly ScheduleLine[], about: { place: string; host: string; stamp: Date }): string {
  const stamp = about.stamp.toISOString().replace(/[-:]|\.\d+/g, '')
  const events = lines.flatMap(({ from, to, entry }) => [
    'BEGIN:VEVENT',
    `UID:${entry.kind}-${from}-${entry.layer}@${about.host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`,
    `SUMMARY:${escaped(entrySentence(entry))}`,
    `DESCRIPTION:${escaped(entry.source)}`,
    `STATUS:${entry.provisional === true ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    `X-MC-KIND:${entry.kind}`,
    `X-MC-NAME:${escaped(entry.name)}`,
    ...ownProperties(entry),
    'END:VEVENT',
  ])
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mot Cua//Lich lam viec//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(`Lịch làm việc ${about.place}`)}`, ...events, 'END:VCALENDAR']
  return `${file.map(folded).join('\r\n')}\r\n`
}

function ownProperties(entry: CalendarEntry): string[] {
  switch (entry.kind) {
    case 'substitute': return [`X-MC-DAY:${entry.insteadOf}`]
    case 'swap-off': return [`X-MC-DAY:${entry.madeUpOn}`]
    case 'make-up': return [`X-MC-DAY:${entry.replaces}`]
    case 'closure': return entry.closed === 'whole-day' ? [] : [`X-MC-SESSIONS:${entry.closed.join(',')}`]
    default: return []
  }
}

const compact = (day: LocalDate): string => day.replaceAll('-', '')
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines of at most 75 octets, never cut inside a letter. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Reads a published calendar: whole days only. Without our own properties an event is what its summary begins with, else a holiday. */
export function readIcs(text: string): ReadSchedule {
  const read = eventsOf(text).flatMap((event) => (event.lines.get('STATUS')?.value === 'CANCELLED' ? [] : [rowOf(event)]))
  const rows = read.filter((each): each is ScheduleRow => 'kind' in each)
  const problems = read.filter((each): each is RowProblem => 'sentence' in each)
  return read.length === 0 ? { rows, problems: [{ line: 1, sentence: importSentence.noEvents }] } : { rows, problems }
}

export const looksLikeIcs = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)

type Property = { value: string; line: number }
type Event = { line: number; lines: Map<string, Property> }

function rowOf({ line, lines }: Event): ScheduleRow | RowProblem {
  const textOf = (name: string): string => unescaped(lines.get(name)?.value ?? '')
  const problem = (sentence: string, name?: string): RowProblem => ({ line: lines.get(name ?? '')?.line ?? line, sentence })
  if (lines.has('RRULE') || lines.has('RDATE')) return problem(importSentence.repeats, 'RRULE')
  const start = lines.get('DTSTART')
  const from = wholeDay(start)
  if (from === null) return problem(start === undefined ? importSentence.noStart : importSentence.timed, 'DTSTART')
  const end = lines.get('DTEND')
  const after = end === undefined ? addDays(from, 1) : wholeDay(end)
  if (after === null) return problem(importSentence.timed, 'DTEND')
  const told = toldKind(textOf('SUMMARY'))
  const kind = KINDS.find((each) => each === textOf('X-MC-KIND')) ?? told.kind
  const closed = sessionsOf(textOf('X-MC-SESSIONS'))
  if (closed === null) return problem(importSentence.sessions(textOf('X-MC-SESSIONS')), 'X-MC-SESSIONS')
  const to = after > from ? addDays(after, -1) : from
  return {
    line, kind, from, to, name: textOf('X-MC-NAME') || told.name, other: parseLocalDate(textOf('X-MC-DAY')), closed,
    provisional: textOf('STATUS') === 'TENTATIVE', source: textOf('DESCRIPTION') || null,
  }
}

const KINDS = Object.keys(entryLabel) as EntryKind[]

/** "Nghỉ bù Giỗ Tổ Hùng Vương" is a substitute day off of that name; what begins otherwise is a holiday. */
function toldKind(summary: string): { kind: EntryKind; name: string } {
  const kind = KINDS.find((each) => fold(summary).startsWith(fold(entryLabel[each])))
  if (kind === undefined) return { kind: 'holiday', name: summary }
  const rest = summary.slice(entryLabel[kind].length).replace(/^[\s:,-]+/, '')
  return { kind, name: rest === '' ? summary : rest }
}

function wholeDay(property: Property | undefined): LocalDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(property?.value ?? '')
  return match === null ? null : parseLocalDate(`${match[1]}-${match[2]}-${match[3]}`)
}

const unescaped = (text: string): string => text.replace(/\\([nN\\;,])/g, (_whole, letter: string) => (letter.toLowerCase() === 'n' ? ' ' : letter)).trim()

/** The events with their properties, folded lines put together again; alarms inside them are passed over. */
function eventsOf(text: string): Event[] {
  const events: Event[] = []
  let open: Event | null = null
  let inside = 0
  for (const { content, line } of logicalLines(text)) {
    const [, name = '', value = ''] = /^([^:;]+)(?:;[^:]*)?:(.*)$/.exec(content) ?? []
    const upper = name.toUpperCase()
    const isEvent = value.trim().toUpperCase() === 'VEVENT'
    if (upper === 'BEGIN' && isEvent) open = { line, lines: new Map() }
    else if (upper === 'END' && isEvent && open !== null) {
      events.push(open)
      open = null
    } else if (open !== null && (upper === 'BEGIN' || upper === 'END')) inside += upper === 'BEGIN' ? 1 : -1
    else if (open !== null && inside === 0 && !open.lines.has(upper)) open.lines.set(upper, { value: value.trim(), line })
  }
  return events
}

function logicalLines(text: string): { content: string; line: number }[] {
  const lines: { content: string; line: number }[] = []
  text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).forEach((raw, at) => {
    const last = lines.at(-1)
    if (/^[ \t]/.test(raw) && last !== undefined) last.content += raw.slice(1)
    else if (raw.trim() !== '') lines.push({ content: raw, line: at + 1 })
  })
  return lines
}
