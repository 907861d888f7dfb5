import type { Revision } from '@/lib/calendar/queries/calendar-year'
import { tableInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { nb } from '@/lib/kernel/nb'

/** Who changed the calendar, when and by which decision; the latest first. */
export const RevisionList = ({ revisions }: { revisions: readonly Revision[] }) => (
  <ul className="year-list">
    {revisions.map(({ revision, reason, decision, author, at }) => (
      <li key={revision}>
        <b>Lần {revision}</b>
        <span>
          {nb(reason)}
          <small>{[decision, author, `${tableInstant(at)} năm ${localDateOf(at).slice(0, 4)}`].filter(Boolean).join(' · ')}</small>
        </span>
      </li>
    ))}
  </ul>
)
