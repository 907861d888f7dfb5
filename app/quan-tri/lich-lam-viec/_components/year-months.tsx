import { dayLabel, dayMarkLabel, entrySentence, provisionalLabel } from '@/lib/calendar/wording'
import type { YearDay, YearMonth } from '@/lib/calendar/domain/year-view'
import { cx } from '@/components/ui/cx'
import { shortDay, weekdayName } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import { yearAddress } from './addresses'
import { YearKeys } from './year-keys'

const heads = [['T2', 'thứ Hai'], ['T3', 'thứ Ba'], ['T4', 'thứ Tư'], ['T5', 'thứ Năm'], ['T6', 'thứ Sáu'], ['T7', 'thứ Bảy'], ['CN', 'Chủ nhật']] as const

type Props = { months: readonly YearMonth[]; year: number; today: LocalDate; chosen: LocalDate | null }

/** Twelve months as tables; each day opens what the calendar says of it. */
export const YearMonths = ({ months, year, today, chosen }: Props) => (
  <section className="sheet year-months" aria-label={`Lịch năm ${year}`} data-year-days>
    {months.map((month) => <Month key={month.month} month={month} year={year} today={today} chosen={chosen} />)}
    <YearKeys />
  </section>
)

function Month({ month: { month, workingDays, leading, days }, year, today, chosen }: Omit<Props, 'months'> & { month: YearMonth }) {
  const cells: (YearDay | null)[] = [...Array.from({ length: leading }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_unused, week) => cells.slice(week * 7, week * 7 + 7))
  return (
    <section className="year-month">
      <h2>Tháng {month}<small>{workingDays} ngày làm việc</small></h2>
      <table className="year-days">
        <thead><tr>{heads.map(([short, long]) => <th key={short} scope="col"><abbr title={long} className="no-underline">{short}</abbr></th>)}</tr></thead>
        <tbody>
          {weeks.map((week, at) => (
            <tr key={at}>
              {Array.from({ length: 7 }, (_unused, weekday) => (
                <td key={weekday}>{week[weekday] && <Day day={week[weekday]} year={year} isToday={week[weekday].on === today} isChosen={week[weekday].on === chosen} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day({ day: { on, mark, lunar, day }, year, isToday, isChosen }: { day: YearDay; year: number; isToday: boolean; isChosen: boolean }) {
  return (
    <a
      href={`${yearAddress(year, on)}#ngay`}
      className={cx('year-day', `year-${mark}`, day.provisional && 'year-provisional')}
      aria-current={isToday ? 'date' : undefined}
      data-chosen={isChosen || undefined}
      data-day={on}
      aria-label={dayWords(on, day)}
    >
      <b>{Number(on.slice(8))}</b>
      {lunar !== null && <i>{lunar.day === 15 ? 'rằm' : `1/${lunar.month}`}</i>}
    </a>
  )
}

/** "24/11/2026, thứ Ba: Nghỉ lễ Ngày Văn hóa Việt Nam, dự kiến" */
function dayWords(on: LocalDate, day: YearDay['day']): string {
  const because = day.entry ?? day.closures[0]
  const told = because === undefined ? dayLabel(day) : entrySentence(because)
  return `${shortDay(on)}, ${weekdayName(on)}: ${told}${day.provisional ? `, ${provisionalLabel}` : ''}`
}

/** What the frames and fills mean. */
export const YearKey = ({ withClosed }: { withClosed: boolean }) => (
  <ul className="year-key">
    {(['holiday', 'substitute', 'swap-off', 'make-up', 'weekend', 'half-day'] as const).map((mark, at) => (
      <li key={mark}><span className={`year-day year-${mark} text-center`} aria-hidden="true"><b>{[30, 27, 31, 22, 8, 16][at]}</b></span>{dayMarkLabel[mark]}</li>
    ))}
    {withClosed && <li><span className="year-day year-closed text-center" aria-hidden="true"><b>5</b></span>{dayMarkLabel.closed}</li>}
    <li><span className="year-day year-holiday year-provisional text-center" aria-hidden="true"><b>3</b></span>Dự kiến</li>
  </ul>
)
