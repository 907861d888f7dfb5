import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { weekdayName } from '@/lib/kernel/format'
import { addDays, type LocalDate } from '@/lib/kernel/local-date'

/** A line of the explanation as it is shown: one day, or neighbours that say the same. */
export type MergedLine = Omit<ExplanationLine, 'on'> & { from: LocalDate; to: LocalDate }

/** Beyond this many lines runs of counted days become one line (`Ngày 3 đến ngày 9`); below it each day speaks for itself. */
const LONG = 16

/** Weekends become one line; in long lists runs of counted days too. The order and the counts stay as the domain told them. */
export function mergeLines(lines: readonly ExplanationLine[]): MergedLine[] {
  const short = lines.length <= LONG
  const merged: MergedLine[] = []
  for (const line of lines) {
    const last = merged.at(-1)
    if (last && follows(last, line) && (isPlainDayOff(last, line) || (!short && isPlainCount(last, line)))) extend(last, line)
    else merged.push(single(line))
  }
  return merged
}

const single = ({ on, ...line }: ExplanationLine): MergedLine => ({ ...line, from: on, to: on })

const follows = (last: MergedLine, line: ExplanationLine) =>
  addDays(last.to, 1) === line.on && ![last, line].some((each) => each.session !== undefined || each.provisional === true)

const isPlainDayOff = (last: MergedLine, line: ExplanationLine) =>
  last.kind === 'day-off' && line.kind === 'day-off' && !last.counted && !line.counted

const isPlainCount = (last: MergedLine, line: ExplanationLine) =>
  last.kind === 'counted' && line.kind === 'counted' && line.minutes === undefined && line.index !== undefined

function extend(last: MergedLine, line: ExplanationLine) {
  const first = last.from
  last.to = line.on
  if (line.kind === 'counted') last.reason = `${/^Ngày \d+/.exec(last.reason)?.[0] ?? last.reason} đến ngày ${line.index}`
  else last.reason = `${upper(weekdayName(first))}, ${weekdayName(line.on)}: không tính`
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
