import { DueBadge } from '@/components/calendar/due-badge'
import { ChannelMark } from '@/components/dossiers/channel-mark'
import { Icon } from '@/components/ui/icon'
import { type Column, DataTable, type RowGroup } from '@/components/ui/data-table'
import { awaitingLabel, countLabel, urgencyLabel } from '@/lib/dossiers/wording'
import { urgencies, type Urgency } from '@/lib/dossiers/domain/urgency'
import { addDays, localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { dayMonth, tableDay, weekdayName } from '@/lib/kernel/format'
import type { ReactNode } from 'react'
import { dossierHref } from './queue-address'
import type { Work, WorkRow } from './queue-work'

type Props = { work: Work; empty: ReactNode; /** Rows can be ticked: this officer may do something to many at once. */ picks?: boolean }

/** The queue by urgency, the most urgent row first and chosen. */
export function QueueTable({ work, empty, picks }: Props) {
  const { rows, counts, moment } = work
  const groups = urgencies.flatMap((urgency): RowGroup<WorkRow & { at: number }>[] => {
    const of = rows.flatMap((row, at) => (row.urgency === urgency ? [{ ...row, at }] : []))
    return of.length === 0 ? [] : [{ id: urgency, label: <>{groupLabel(urgency, moment)} <span className="num">{countLabel(counts[urgency])}</span></>, rows: of }]
  })
  return <DataTable caption="Hàng việc theo hạn" groups={groups} rowKey={({ code }) => code} current={rows[0]?.code} columns={columns(moment, picks)} empty={empty} stack />
}

function columns({ today }: Work['moment'], picks?: boolean): Column<WorkRow & { at: number }>[] {
  const pick: Column<WorkRow & { at: number }> = {
    key: 'pick', head: 'Chọn', hideHead: true, width: 'w-10',
    cell: ({ id, code, isFree, isToShare }) => (isFree || isToShare) && <input type="checkbox" name="dossierIds" value={id} aria-label={`Chọn ${code}`} />,
  }
  return [
    ...(picks ? [pick] : []),
    { key: 'due', head: 'Hạn', width: 'w-34', bare: true, cell: ({ standing }) => <DueBadge standing={standing} today={today} /> },
    { key: 'on', head: 'Hẹn trả', width: 'w-30', cell: (row) => <span className="num">{dueWords(row)}</span> },
    { key: 'code', head: 'Mã hồ sơ', width: 'w-46', rowHead: true, cell: ({ code }) => <a className="num" href={dossierHref(code)}>{code}</a> },
    { key: 'procedure', head: 'Thủ tục', clip: true, bare: true, cell: ({ procedureName }) => procedureName },
    { key: 'applicant', head: 'Chủ hồ sơ', width: 'w-40', clip: true, cell: ({ applicantName }) => applicantName },
    { key: 'step', head: 'Bước đang làm', width: 'w-44', clip: true, drop: 1, cell: ({ stepName, stepLate }) => (stepLate === null ? stepName : <span className="care-text" title={stepLate}><Icon name="timer" size="small" label={stepLate} /> {stepName}</span>) },
    { key: 'channel', head: 'Kênh', width: 'w-28', drop: 2, cell: ({ channel }) => <ChannelMark channel={channel} /> },
    { key: 'note', head: 'Ghi chú', width: 'w-37', clip: true, drop: 3, cell: ({ note }) => noteWords(note) },
  ]
}

function groupLabel(urgency: Urgency, { today, nextWorkingDay }: Work['moment']): string {
  if (urgency === 'today') return `${urgencyLabel.today}, ${weekdayName(today)} ${dayMonth(today)}`
  if (urgency !== 'tomorrow') return urgencyLabel[urgency]
  const name = nextWorkingDay === addDays(today, 1) ? urgencyLabel.tomorrow : 'Ngày làm việc tới'
  return `${name}, ${weekdayName(nextWorkingDay)} ${dayMonth(nextWorkingDay)}`
}

/** `T5 19/11`; with the hour where a minute is missed: `T4 25/11 14:20`. */
function dueWords({ dueAt, standing }: WorkRow): string {
  if (dueAt === null) return ''
  const day = tableDay(localDateOf(dueAt))
  return minuteMatters(standing) ? `${day} ${localTimeOf(dueAt)}` : day
}

const minuteMatters = (standing: WorkRow['standing']): boolean =>
  ('left' in standing && standing.left.sessionMinutes !== null) || ('by' in standing && standing.by.sessionMinutes !== null)

function noteWords({ kind, text, until }: WorkRow['note']): ReactNode {
  switch (kind) {
    case 'acceptance': return 'Hạn 8 giờ làm việc'
    case 'call': return <span className="care-text" title="Tin chưa tới người dân, gọi điện"><Icon name="phone" size="small" /> Gọi điện báo</span>
    case 'supplement': return awaitingLabel.supplement
    case 'apologised': return `Hẹn lại ${until === undefined ? '' : dayMonth(localDateOf(until))}`
    case 'not-apologised': return <span className="late-text">Chưa xin lỗi</span>
    case 'with': return text
    case 'warning': return <span className="care-text" title={text}>{text}</span>
    case 'nobody': return <span className="soft">Chưa ai nhận</span>
    case 'none': return null
  }
}
