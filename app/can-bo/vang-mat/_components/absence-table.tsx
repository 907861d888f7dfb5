import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Tag } from '@/components/ui/note'
import { shortDay } from '@/lib/kernel/format'
import type { AbsenceRow } from '@/lib/workflow/queries/absences'
import { EndAbsence } from './end-absence'

const stateWords = { now: 'Đang vắng', 'to-come': 'Sắp tới', over: 'Đã qua', 'ended-early': 'Đã kết thúc' } as const
const stateTone = { now: 'care', 'to-come': 'cham', over: 'plain', 'ended-early': 'plain' } as const

/** Days away, the latest first, with who acts meanwhile. */
export const AbsenceTable = ({ rows }: { rows: AbsenceRow[] }) => (
  <DataTable
    caption="Ngày vắng, mới nhất trước" rows={rows} rowKey={({ id }) => id} stack tall
    empty={<EmptyState>Chưa ai được ghi vắng. Ghi ngày vắng để đồng nghiệp làm thay, hồ sơ không phải chờ.</EmptyState>}
    columns={[
      { key: 'state', head: 'Tình trạng', width: 'w-30', bare: true, cell: ({ state }) => <Tag tone={stateTone[state]}>{stateWords[state]}</Tag> },
      { key: 'who', head: 'Người vắng', rowHead: true, cell: ({ who }) => <>{who.name}<span className="soft block text-xs font-normal">{who.title}, {who.unitName}</span></> },
      { key: 'days', head: 'Từ – đến', width: 'w-44', cell: ({ fromDay, toDay }) => <span className="num">{fromDay === toDay ? shortDay(fromDay) : `${shortDay(fromDay)} – ${shortDay(toDay)}`}</span> },
      { key: 'substitute', head: 'Làm thay', cell: ({ substitute }) => <>{substitute.name}{substitute.isAwayToo && <span className="care-text block text-xs">Người này cũng vắng vài ngày trong đó</span>}</> },
      { key: 'reason', head: 'Lý do', cell: ({ reason, recordedBy, who }) => <>{reason}{recordedBy !== who.name && <span className="soft block text-xs">{recordedBy} ghi</span>}</> },
      { key: 'end', head: 'Kết thúc', hideHead: true, width: 'w-34', cell: ({ id, mayEnd, state, who }) => mayEnd && <EndAbsence absenceId={id} label={state === 'now' ? 'Đã trở lại' : 'Bỏ'} who={who.name} /> },
    ]}
  />
)
