import type { StripDay } from '@/lib/calendar/domain/day-strip'
import { dayMonth, duration, weekdayName, weekdayShort } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import { cx } from '../ui/cx'
import { foldRuns, type RunVerdict, type StripCell } from './strip-days'

/** Longer strips fold on a phone; much longer ones everywhere. It never scrolls sideways. */
const FOLDS_ON_PHONE = 14
const FOLDS_EVERYWHERE = 24

type Props = {
  /** `dayStrip()` of the calendar. */
  days: readonly StripDay[]
  today?: LocalDate
  /** How the first day began: `gửi` while the desk has not accepted yet. */
  firstWord?: 'nhận' | 'gửi'
  /** What happens on the due day: `trả`; `hẹn` once it is past. */
  dueWord?: 'trả' | 'hẹn'
  /** Writes `hôm nay` under the triangle. Where there is room; staff know the triangle. */
  sayToday?: boolean
}

/** One cell for each calendar day: what the count made of it. Read aloud it is a list of sentences. */
export function DayStrip({ days, today, firstWord = 'nhận', dueWord = 'trả', sayToday }: Props) {
  const said: Said = { firstWord, dueWord }
  const always = days.length > FOLDS_EVERYWHERE
  const folds = !always && days.length > FOLDS_ON_PHONE
  const cells: StripCell[] = days.length > FOLDS_ON_PHONE ? foldRuns(days, today) : days.map((day) => ({ kind: 'day', day, folded: false }))
  const shown = always ? cells.filter((cell) => cell.kind === 'fold' || !cell.folded) : cells
  const namesToday = sayToday && days.some((day) => day.on === today)
  return (
    <ol className={cx('days', folds && 'days-folds', namesToday && 'days-with-word')} aria-label="Cách đếm ngày">
      {shown.map((cell) =>
        cell.kind === 'day'
          ? <Day key={cell.day.on} day={cell.day} folded={cell.folded} isToday={cell.day.on === today} said={said} namesToday={namesToday} />
          : <Fold key={`fold ${cell.days[0]?.on}`} cell={cell} always={always} />,
      )}
    </ol>
  )
}

type Said = Required<Pick<Props, 'firstWord' | 'dueWord'>>

type DayProps = { day: StripDay; folded: boolean; isToday: boolean; said: Said; namesToday?: boolean }

function Day({ day, folded, isToday, said, namesToday }: DayProps) {
  const remarks = `${day.provisional ? ', lịch dự kiến' : ''}${isToday ? ', hôm nay' : ''}`
  return (
    <li className={cx(`day-${day.verdict}`, isToday && 'day-today', folded && 'day-folded')} aria-current={isToday ? 'date' : undefined}>
      <span className="sr-only">{`${weekdayName(day.on)} ${dayMonth(day.on)}: ${sentence(day, said)}${remarks}.`}</span>
      <i aria-hidden="true">{weekdayShort(day.on)}</i>
      <b aria-hidden="true">{day.on.slice(8)}</b>
      <span aria-hidden="true">{day.verdict === 'due' && day.index !== undefined && <u>{day.index}, </u>}{word(day, said)}</span>
      {isToday && namesToday && <em aria-hidden="true">hôm nay</em>}
    </li>
  )
}

const foldWords = {
  counted: (days) => `${days} ngày được tính`,
  overrun: (days) => `trễ thêm ${days} ngày`,
  paused: (days) => `tạm dừng ${days} ngày`,
} as const satisfies Record<RunVerdict, (days: number) => string>

function Fold({ cell, always }: { cell: Extract<StripCell, { kind: 'fold' }>; always: boolean }) {
  const first = cell.days[0]!
  const last = cell.days[cell.days.length - 1]!
  return (
    <li className={cx('day-fold', always && 'day-fold-always', cell.verdict === 'overrun' && 'day-fold-late')}>
      <span className="sr-only">{`${dayMonth(first.on)} đến ${dayMonth(last.on)}: ${foldWords[cell.verdict](cell.counted)}.`}</span>
      <span aria-hidden="true">{cell.verdict === 'overrun' ? '+' : ''}{cell.counted} ngày</span>
    </li>
  )
}

/** What stands at the foot of a cell; hours in the short form of timetables (`2g15`). */
function word({ verdict, index, minutes }: StripDay, { firstWord, dueWord }: Said): string {
  switch (verdict) {
    case 'received': return firstWord
    case 'counted': return minutes === undefined ? String(index ?? '') : shortHours(minutes)
    case 'off': return 'nghỉ'
    case 'holiday': return 'lễ'
    case 'paused': return 'dừng'
    case 'due': return dueWord
    case 'overrun': return `+${index ?? ''}`
    case 'passed': return '–'
  }
}

const shortHours = (minutes: number): string => `${Math.floor(minutes / 60)}g${minutes % 60 === 0 ? '' : String(minutes % 60).padStart(2, '0')}`

function sentence({ verdict, index, minutes }: StripDay, { firstWord, dueWord }: Said): string {
  switch (verdict) {
    case 'received': return `${firstWord} hồ sơ`
    case 'counted': return minutes === undefined ? `ngày ${index ?? ''}` : `tính ${duration(minutes)}`
    case 'off': return 'nghỉ, không tính'
    case 'holiday': return 'nghỉ lễ, không tính'
    case 'paused': return 'tạm dừng, không tính'
    case 'due': return `${index === undefined ? '' : `ngày ${index}, `}${dueWord === 'hẹn' ? 'ngày hẹn' : 'trả kết quả'}`
    case 'overrun': return `quá hạn ${index ?? ''} ngày`
    case 'passed': return 'chưa tính'
  }
}
