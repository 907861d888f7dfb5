import { DueBadge, TimelinessBadge } from '@/components/calendar/due-badge'
import { WhyList } from '@/components/calendar/why-list'
import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { EmptyState, Tag } from '@/components/ui/note'
import { limitWords } from '@/lib/calendar/wording'
import { dayMonth, shortDay, tableDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import type { DossierBehind } from '@/lib/reports/queries/dossiers-behind'
import { endedLabel } from '@/lib/reports/wording'
import { dossierHref } from '../../_components/addresses'

/** One row for each dossier; the second line of a row tells why that was the day. */
export const BehindTable = ({ rows }: { rows: DossierBehind[] }) => (
  <DataTable
    caption="Hồ sơ đằng sau con số, trễ nhiều nhất trước"
    tall
    stack
    rows={rows}
    rowKey={({ id }) => id}
    empty={<EmptyState>Không có hồ sơ nào.</EmptyState>}
    columns={[
      { key: 'standing', head: <>Hạn</>, width: 'w-40', cell: (row) => <StandingTag row={row} /> },
      { key: 'code', head: 'Mã hồ sơ, chủ hồ sơ', rowHead: true, width: 'w-52', cell: ({ code, applicant }) => <><a className="num whitespace-nowrap" href={dossierHref(code)}>{code}</a><br /><span className="soft font-normal">{applicant}</span></> },
      { key: 'what', head: 'Thủ tục', cell: (row) => <><span className="font-medium">{row.procedureName}</span><WhyThisDay row={row} /></> },
      { key: 'received', head: 'Nhận', cell: ({ receivedAt, submittedAt }) => <Day of={receivedAt ?? submittedAt} /> },
      { key: 'limit', head: 'Thời hạn', drop: 2, cell: ({ limit }) => <span className="whitespace-nowrap">{limitWords(limit)}</span> },
      { key: 'due', head: 'Hẹn', cell: ({ dueAt }) => <Day of={dueAt} /> },
      { key: 'done', head: 'Xong', cell: ({ doneAt }) => <Day of={doneAt} /> },
      { key: 'where', head: 'Đang ở đâu, vì sao', cell: ({ step, doneAt, reason }) => <>{doneAt === null && step !== null && <>{step.unit ?? step.name}<br /></>}<span className="soft">{reason}</span></> },
      { key: 'apology', head: 'Xin lỗi', cell: (row) => <Apology row={row} /> },
    ]}
  />
)

const Day = ({ of }: { of: Date | null }) => (of === null ? null : <time className="num whitespace-nowrap" dateTime={of.toISOString()} title={shortDay(localDateOf(of))}>{tableDay(localDateOf(of))}</time>)

function StandingTag({ row: { outcome, story } }: { row: DossierBehind }) {
  if (story.standing !== null) return <DueBadge standing={story.standing} pausedFor="chờ bổ sung" />
  if (outcome === 'early' || outcome === 'on-time' || outcome === 'overdue' || outcome === 'no-limit') {
    return <TimelinessBadge timeliness={outcome} days={story.daysLate === null ? undefined : Math.abs(story.daysLate)} />
  }
  const words = endedLabel[outcome as keyof typeof endedLabel]
  return words === undefined ? <span>Không quy định</span> : <Tag tone={outcome.endsWith('past-due') ? 'late' : 'plain'}>{words}</Tag>
}

function WhyThisDay({ row: { story, dueAt, limit } }: { row: DossierBehind }) {
  if (dueAt === null || story.lines.length === 0) return null
  return (
    <Details plain flush className="text-sm" summary={`Vì sao là ngày ${dayMonth(localDateOf(dueAt))}`}>
      <WhyList lines={story.lines} limit={limitWords(limit)} />
      {story.daysLate !== null && story.daysLate > 0 && <p className="late-text mt-1.5 font-semibold">Xong sau hạn {story.daysLate} ngày làm việc.</p>}
      {story.standing?.state === 'overdue' && story.standing.by.workingDays > 0 && <p className="late-text mt-1.5 font-semibold">Đã quá hạn {story.standing.by.workingDays} ngày làm việc.</p>}
      {story.otherDay && <p className="soft mt-1.5">Lịch làm việc đã đổi sau khi hẹn; ngày hẹn trên giấy giữ nguyên.</p>}
    </Details>
  )
}

/** Asked only of what is late. */
function Apology({ row: { outcome, apologised, promisedAt } }: { row: DossierBehind }) {
  if (outcome !== 'overdue' && outcome !== 'pending-overdue') return null
  if (!apologised) return <b className="late-text whitespace-nowrap">Chưa có</b>
  return <span className="num whitespace-nowrap">{promisedAt === null ? 'Đã gửi' : `Hẹn lại ${dayMonth(localDateOf(promisedAt))}`}</span>
}
