import { Tag } from '@/components/ui/note'
import { dayRange } from '@/lib/calendar/domain/day-range'
import type { ScheduleLine } from '@/lib/calendar/domain/schedule-list'
import { entrySentence, layerLabel, provisionalLabel } from '@/lib/calendar/wording'
import { nb } from '@/lib/kernel/nb'
import { addressOf, CALENDAR } from './addresses'

/**
 * The days that change the week, each with the paper that says so; the commune's own can be withdrawn. Of a computed year the
 * head of the list says once what holds for all of its days.
 */
export const ScheduleList = ({ lines, isComputed }: { lines: readonly ScheduleLine[]; isComputed: boolean }) => (
  <ul className="year-list">
    {lines.map((line) => (
      <li key={`${line.from} ${line.entry.kind} ${line.entry.layer}`}>
        <b>{dayRange(line.from, line.to)}</b>
        <span>
          {nb(line.entry.kind === 'holiday' ? line.entry.name : entrySentence(line.entry))}
          {!(isComputed && line.ids.length === 0) && <small>{nb(line.entry.source)}</small>}
          {line.entry.provisional === true && !isComputed && <Tag tone="care" icon="hourglass">{provisionalLabel.replace('d', 'D')}</Tag>}
          {line.entry.layer !== 'nation' && <Tag>{layerLabel[line.entry.layer]}</Tag>}
          {line.entry.layer === 'commune' && <a className="no-print" href={addressOf(`${CALENDAR}/rut`, { muc: line.ids })}>Rút<span className="sr-only"> {dayRange(line.from, line.to)}</span></a>}
        </span>
      </li>
    ))}
  </ul>
)
