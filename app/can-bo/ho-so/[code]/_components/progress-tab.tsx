import { DataTable } from '@/components/ui/data-table'
import { Icon } from '@/components/ui/icon'
import { EmptyState } from '@/components/ui/note'
import type { DossierDetail, StepView } from '@/lib/dossiers/queries/dossier-detail'
import { roleLabel } from '@/lib/identity/wording'

const stateWords = { done: 'Đã xong', now: 'Đang làm', 'to-come': 'Sắp tới' } as const
const stateIcon = { done: 'circle-check', now: 'circle-dot', 'to-come': 'circle' } as const

/** The way of the dossier through the house under the process it was received with (Mẫu 06 follows it). */
export const ProgressTab = ({ dossier }: { dossier: DossierDetail }) => (
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
      { key: 'hours', head: 'Hạn nội bộ', width: 'w-32', numeric: true, cell: ({ internalHours }) => (internalHours === null ? '–' : `${internalHours} giờ`) },
    ]}
  />
)
