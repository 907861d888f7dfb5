import { DueBadge } from '@/components/calendar/due-badge'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { dayMonth, number } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Period } from '@/lib/reports/domain/period'
import type { DossierBehind } from '@/lib/reports/queries/dossiers-behind'
import type { LeaderOverview } from '@/lib/reports/queries/leader-overview'
import { behindHref, dossierHref } from './addresses'

type Props = { overview: LeaderOverview; period: Period }

/** The late ones by name: where they are, why, and whether the citizen was told. */
export function LateSheet({ overview: { report, late }, period }: Props) {
  const [open, done] = [report.total.pending.overdue, report.total.settled.overdue]
  const all = open + done
  return (
    <Sheet
      flush
      title={all === 0 ? 'Không có hồ sơ trễ hẹn' : `${number(all)} hồ sơ trễ hẹn`}
      note={all === 0 ? undefined : `${number(open)} chưa xong, ${number(done)} xong muộn. Không số nào bị giấu.`}
      aside={all === 0 ? undefined : <a href={behindHref(period, 'late')}>Mở cả {number(all)}</a>}
    >
      {open === 0
        ? <EmptyState action={{ href: behindHref(period, 'within-limit'), label: 'Xem hồ sơ đang làm, gần hạn trước' }}>Không có hồ sơ nào đang quá hạn.</EmptyState>
        : <LateTable rows={late.rows} />}
      {open > late.rows.length && <p className="border-t border-giay-200 px-3.5 py-2"><a href={behindHref(period, 'pending-overdue')}>Xem cả {number(open)} hồ sơ đang quá hạn</a></p>}
      {done > 0 && <DoneLate overview={report.groups} total={done} period={period} />}
    </Sheet>
  )
}

const LateTable = ({ rows }: { rows: DossierBehind[] }) => (
  <DataTable
    caption="Hồ sơ đang quá hạn, trễ lâu nhất trước"
    tall
    stack
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      { key: 'late', head: <>Trễ</>, width: 'w-37', cell: ({ story }) => story.standing && <DueBadge standing={story.standing} /> },
      { key: 'what', head: 'Thủ tục, chủ hồ sơ', rowHead: true, cell: ({ code, procedureName, applicant }) => <><a href={dossierHref(code)}>{procedureName}</a><br /><span className="soft font-normal">{applicant}</span></> },
      { key: 'where', head: 'Đang ở đâu', cell: ({ step }) => step && <>{step.unit ?? step.name}<br /><span className="soft">{step.unit === null ? null : step.name}</span></> },
      { key: 'why', head: 'Vì sao', cell: ({ reason }) => reason ?? <span className="soft">Chưa ghi lý do</span> },
      { key: 'again', head: 'Hẹn lại', cell: ({ code, promisedAt }) => (promisedAt === null ? <a className="late-text whitespace-nowrap !font-semibold" href={dossierHref(code)}>Chưa xin lỗi</a> : <span className="num">{dayMonth(localDateOf(promisedAt))}</span>) },
    ]}
  />
)

function DoneLate({ overview, total, period }: { overview: LeaderOverview['report']['groups']; total: number; period: Period }) {
  const fields = overview.filter(({ figures }) => figures.settled.overdue > 0).toSorted((a, b) => b.figures.settled.overdue - a.figures.settled.overdue)
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 border-t border-giay-200 px-3.5 py-2.5">
      <span className="soft"><a href={behindHref(period, 'overdue')}>{number(total)} hồ sơ xong muộn</a>, theo lĩnh vực:</span>
      {fields.map(({ key, name, figures }) => <a key={key} href={behindHref(period, 'overdue', { fieldSlug: key })}><b className="num">{number(figures.settled.overdue)}</b> {name}</a>)}
    </p>
  )
}
