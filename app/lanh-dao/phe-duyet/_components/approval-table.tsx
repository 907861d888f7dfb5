import { DueBadge } from '@/components/calendar/due-badge'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/note'
import { outcomeLabel } from '@/lib/dossiers/wording'
import { tableDay, tableInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import type { AwaitingApproval } from '@/lib/reports/queries/awaiting-approval'
import { dossierHref } from '../../_components/addresses'

/** Native check boxes named as the use case reads them; a result of one's own hand cannot be chosen, and says why. */
export const ApprovalTable = ({ rows }: { rows: AwaitingApproval[] }) => (
  <DataTable
    caption="Kết quả chờ duyệt"
    tall
    stack
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      { key: 'choose', head: 'Chọn', hideHead: true, width: 'w-11', cell: (row) => <Choose row={row} /> },
      { key: 'due', head: <>Hạn</>, width: 'w-40', cell: ({ standing, dueAt }) => <><DueBadge standing={standing} />{dueAt && <span className="soft num block text-sm">{tableDay(localDateOf(dueAt))}</span>}</> },
      { key: 'what', head: 'Thủ tục, chủ hồ sơ', rowHead: true, cell: ({ procedureName, applicant, code }) => <><a href={dossierHref(code)}>{procedureName}</a><br /><span className="soft font-normal">{applicant} · <span className="num">{code}</span></span></> },
      { key: 'result', head: 'Kết quả trình', cell: ({ summary, outcome }) => <>{outcome === 'denied' && <Tag tone="care" icon="circle-x">{outcomeLabel.denied}</Tag>} {summary}</> },
      { key: 'by', head: 'Người trình', cell: ({ preparedBy }) => preparedBy },
      { key: 'since', head: 'Trình lúc', drop: 1, cell: ({ since }) => <span className="num whitespace-nowrap">{tableInstant(since)}</span> },
    ]}
  />
)

const Choose = ({ row: { id, code, ownHand } }: { row: AwaitingApproval }) =>
  ownHand
    ? <span className="soft text-sm">Bạn trình</span>
    : <label className="flex min-h-11 min-w-11 items-center gap-2.5 sm:justify-center"><input type="checkbox" name="dossierIds[]" value={id} aria-label={`Chọn hồ sơ ${code}`} /><span className="sm:hidden" aria-hidden="true">Chọn duyệt</span></label>
