import { dayRange } from '@/lib/calendar/domain/day-range'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { provisionalLabel } from '@/lib/calendar/wording'
import { listDay } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import { nb } from '@/lib/kernel/nb'
import { cx } from '../ui/cx'
import { mergeLines, type MergedLine } from './merge-lines'

const sessionWord = { morning: 'sáng', afternoon: 'chiều', evening: 'tối' } as const

type Props = {
  lines: readonly ExplanationLine[]
  /** First line: `3 ngày làm việc`. */
  limit?: string
  today?: LocalDate
}

/** Why this day, line by line, from the same function as the day itself. Lines that were not counted are softer, the last is bold. */
export function WhyList({ lines, limit, today }: Props) {
  const merged = mergeLines(lines)
  return (
    <ul className="why">
      {limit && <li><b>Thời hạn</b><span>{nb(limit)}</span></li>}
      {merged.map((line, at) => <Line key={`${line.from}${line.session ?? ''}${line.kind}${at}`} line={line} today={today} />)}
    </ul>
  )
}

function Line({ line, today }: { line: MergedLine; today?: LocalDate }) {
  const isToday = line.from === today && line.to === today
  const soft = !line.counted && line.kind !== 'received' && line.kind !== 'due'
  return (
    <li className={cx(soft && 'why-not-counted', line.kind === 'due' && 'why-last') || undefined}>
      <b>{label(line)}</b>
      <span>
        {nb(line.reason)}{isToday && line.kind === 'counted' && ', hôm nay'}
        {line.provisional && <small>Lịch {provisionalLabel}</small>}
      </span>
    </li>
  )
}

function label({ from, to, session }: MergedLine): string {
  if (from !== to) return dayRange(from, to)
  return session ? `${sessionWord[session]} ${nb(listDay(from))}` : nb(listDay(from))
}
