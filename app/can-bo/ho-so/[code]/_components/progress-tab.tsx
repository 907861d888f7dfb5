import { SheetForm } from './sheet-form'
import type { TabProps } from './dossier-tabs'
import { DataTable } from '@/components/ui/data-table'
import { Icon } from '@/components/ui/icon'
import { EmptyState } from '@/components/ui/note'
import type { DossierDetail, StepView } from '@/lib/dossiers/queries/dossier-detail'
import { may } from '@/lib/identity/domain/permissions'
import { roleLabel } from '@/lib/identity/wording'
import { tableInstant } from '@/lib/kernel/format'
import { stepStandingWords } from '@/lib/workflow/wording'

const stateWords = { done: 'Đã xong', now: 'Đang làm', 'to-come': 'Sắp tới' } as const
const stateIcon = { done: 'circle-check', now: 'circle-dot', 'to-come': 'circle' } as const

/** The way of the dossier through the house under the process it was received with, and the sheet that tells it (Mẫu 06). */
export const ProgressTab = ({ dossier, officer }: TabProps) => (
  <>
    <DataTable<StepView>
      caption="Các bước giải quyết"
      rows={[...dossier.steps]}
      rowKey={({ position }) => String(position)}
      stack
      empty={<EmptyState>Hồ sơ giải quyết ngay tại quầy, không qua các bước.</EmptyState>}
      columns={[
        { key: 'state', head: 'Tình trạng', width: 'w-32', bare: true, cell: ({ state }) => <span className={state === 'done' ? 'done-text inline-flex items-center gap-1.5' : state === 'now' ? 'inline-flex items-center gap-1.5 font-semibold' : 'soft inline-flex items-center gap-1.5'}><Icon name={stateIcon[state]} size="small" />{stateWords[state]}</span> },
        { key: 'name', head: 'Bước', rowHead: true, cell: ({ name }) => name },
        { key: 'role', head: 'Người làm', width: 'w-60', cell: ({ role, state }) => (state === 'now' && dossier.assignee !== null ? `${dossier.assignee.name}, ${roleLabel[role].toLocaleLowerCase('vi')}` : roleLabel[role]) },
        { key: 'hours', head: 'Hạn nội bộ', width: 'w-44', cell: ({ internalHours, state }) => <>{internalHours === null ? '–' : `${internalHours} giờ`}{state === 'now' && <StepTime time={dossier.stepTime} />}</> },
      ]}
    />
    {dossier.receivedAt !== null && may(officer, 'dossier.control-sheet', { communeId: officer.communeId }) && (
      <div className="no-print flex flex-wrap items-center gap-3 border-t border-giay-200 px-3.5 py-2.5">
        <SheetForm dossierId={dossier.id} />
        <a href={`/can-bo/ho-so/${encodeURIComponent(dossier.code)}/phieu-kiem-soat`} target="_blank">Xem trước</a>
        <span className="soft text-xs">Lấy từ diễn biến: ai giao, ai nhận, lúc nào, bước sớm hay muộn.</span>
      </div>
    )}
  </>
)

/** By when the house wants the step done: apart from the day that was promised to the citizen. */
function StepTime({ time }: { time: DossierDetail['stepTime'] }) {
  if (time === null || time.dueAt === null) return null
  return <span className={time.standing.state === 'overdue' ? 'care-text block text-xs' : 'soft block text-xs'}>đến {tableInstant(time.dueAt)}, {stepStandingWords(time.standing)}</span>
}
