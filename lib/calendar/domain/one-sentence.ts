import { dayMonth, duration, weekdayName } from '@/lib/kernel/format'
import { localTimeOf, type LocalDate } from '@/lib/kernel/local-date'
import { dayRange, uncapitalised } from './day-range'
import type { DueMoment } from './due-moment'
import { daysOf, type ExplanationLine, type OffKind } from './explanation'
import type { TimeLimit } from './time-limit'

/** More parts than this do not fit a slip: then counted days are left out, and the weekends become one part. */
const MOST_PARTS = 14

/**
 * The explanation as the slip prints it: "không tính ngày nhận 20/11; 21–22/11 nghỉ hằng tuần; 23/11 ngày 1; 24/11 nghỉ lễ,
 * không tính; 25/11 ngày 2; thứ Năm 26/11 ngày 3".
 */
export function explainInOneSentence(limit: TimeLimit, due: Pick<DueMoment, 'explanation' | 'dueAt'>): string {
  const [first, ...later] = daysOf(due.explanation)
  if (first === undefined) return ''
  const spans = joined(later.map(([on, lines]) => spanOf(on, lines)))
  const parts = [...firstDayParts(first[1], limit), ...spans.map((span) => part(span, limit, due.dueAt))]
  if (parts.length <= MOST_PARTS) return parts.join('; ')
  const telling = spans.filter(({ as }) => as !== 'counted' && as !== 'day-off')
  const told = telling.map((span) => part(span, limit, due.dueAt))
  return [...firstDayParts(first[1], limit), 'không tính ngày nghỉ hằng tuần', ...told].join('; ')
}

type Rest = 'paused' | 'zero' | OffKind

/** Neighbouring days that are told together. @unit first, last: units counted; minutes: of an hour limit */
type Span = { from: LocalDate; to: LocalDate; as: 'counted' | 'due' | Rest; first?: number; last?: number; minutes: number }

function spanOf(on: LocalDate, lines: readonly ExplanationLine[]): Span {
  const counted = lines.filter((line) => line.counted)
  const minutes = counted.reduce((sum, line) => sum + (line.minutes ?? 0), 0)
  const as = lines.some((line) => line.kind === 'due') ? 'due' : counted.length > 0 ? 'counted' : restKind(lines)
  return { from: on, to: on, as, first: counted[0]?.index, last: counted.at(-1)?.index, minutes }
}

/** A day with nothing counted: a pause says more than a session that was closed. */
function restKind(lines: readonly ExplanationLine[]): Rest {
  const kinds = lines.map((line) => line.kind)
  if (kinds.includes('paused')) return 'paused'
  return kinds.includes('zero') ? 'zero' : (kinds[0] as OffKind)
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const before = result.at(-1)
    if (before === undefined || before.as !== span.as || span.as === 'due') result.push(span)
    else result[result.length - 1] = { ...before, to: span.to, last: span.last, minutes: before.minutes + span.minutes }
  }
  return result
}

function firstDayParts(lines: readonly ExplanationLine[], limit: TimeLimit): string[] {
  const [received, ...rest] = lines
  const on = dayMonth(received!.on)
  const plain = limit.unit === 'calendar-day' || (limit.unit === 'working-day' && limit.cutOff == null)
  const told = plain ? `không tính ngày nhận ${on}` : `${on} ${uncapitalised(received!.reason)}`
  const due = rest.find((line) => line.kind === 'due')
  return due === undefined || limit.unit === 'same-day' ? [told] : [told, uncapitalised(due.reason)]
}

function part({ from, to, as, first, last, minutes }: Span, limit: TimeLimit, dueAt: Date): string {
  const days = dayRange(from, to)
  const unit = limit.unit === 'half-day' ? 'buổi' : 'ngày'
  const indexes = first === last ? `${first ?? ''}` : `${first ?? ''}–${last ?? ''}`
  switch (as) {
    case 'counted': return minutes > 0 ? `${days} ${duration(minutes)}` : `${days} ${unit} ${indexes}`
    case 'due': return `${weekdayName(from)} ${days} ${duePart(limit, `${unit} ${indexes}`, first !== undefined, dueAt)}`
    default: return `${days} ${restWord[as]}`
  }
}

function duePart(limit: TimeLimit, indexed: string, isCounted: boolean, dueAt: Date): string {
  if (limit.unit === 'working-hour' || limit.unit === 'clock-hour') return `lúc ${localTimeOf(dueAt)}, đủ ${limit.value} giờ`
  return isCounted && limit.unit !== 'same-day' ? indexed : 'trả kết quả'
}

const restWord = {
  'day-off': 'nghỉ hằng tuần', holiday: 'nghỉ lễ, không tính', substitute: 'nghỉ bù, không tính', 'swap-off': 'nghỉ hoán đổi, không tính',
  closure: 'đóng cửa, không tính', paused: 'tạm dừng, không tính', zero: 'coi như ngày nhận, không tính',
} as const satisfies Record<Rest, string>
