import { Tag } from '@/components/ui/note'
import { isOfLayer, type EnteredRule } from '@/lib/calendar/domain/calendar-rule'
import type { WeeklySessions } from '@/lib/calendar/domain/working-calendar'
import { layerLabel, sessionLabel, weekdaysWords } from '@/lib/calendar/wording'
import { dayMonth, shortDay, timeRange } from '@/lib/kernel/format'
import { localDate } from '@/lib/kernel/local-date'
import { addressOf, CALENDAR } from './addresses'

/** The hours of the week with their dates of effect; where the commune has its own, those of wider layers only fill gaps. */
export function HoursList({ rules, year }: { rules: readonly EnteredRule[]; year: number }) {
  const weeks = rules.flatMap((rule) => (rule.rule === 'week' && touches(rule.entry, year) ? [{ id: rule.id, entry: rule.entry, isOwn: isOfLayer(rule, 'commune') }] : []))
  return (
    <ul className="year-list">
      {weeks.toReversed().map(({ id, entry, isOwn }) => (
        <li key={id} className="!grid-cols-1">
          <span>
            <b className="num">{entry.sessions.length === 0 ? 'Không làm việc' : entry.sessions.map(({ opens, closes }) => timeRange(opens, closes)).join(', ')}</b>
            <span className="block">{[weekdaysWords(entry.weekdays), seasonWords(entry), effectWords(entry)].join(', ')}</span>
            {entry.sessions.some(({ countsForDeadlines }) => !countsForDeadlines) && <span className="block">{receiveOnly(entry)}</span>}
            <small>{entry.source}</small>
            {entry.layer !== 'nation' && <Tag>{layerLabel[entry.layer]}</Tag>}
            {isOwn && <a className="no-print" href={addressOf(`${CALENDAR}/rut`, { muc: id })}>Rút<span className="sr-only"> giờ làm việc này</span></a>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const touches = ({ effectiveFrom, effectiveTo }: WeeklySessions, year: number): boolean => effectiveFrom <= `${year}-12-31` && (effectiveTo === null || effectiveTo >= `${year}-01-01`)

/** Seasons are months and days of every year; a leap year shows 29 February. */
const seasonWords = ({ season }: WeeklySessions): string => (season === null ? 'cả năm' : `từ ${dayMonth(localDate(`2024-${season.from}`))} đến ${dayMonth(localDate(`2024-${season.to}`))}`)

const effectWords = ({ effectiveFrom, effectiveTo }: WeeklySessions): string => `hiệu lực từ ${shortDay(effectiveFrom)}${effectiveTo === null ? '' : ` đến ${shortDay(effectiveTo)}`}`

const receiveOnly = ({ sessions }: WeeklySessions): string =>
  `${sessions.filter(({ countsForDeadlines }) => !countsForDeadlines).map(({ name }) => sessionLabel[name]).join(', ')} chỉ tiếp nhận, không tính hạn`
