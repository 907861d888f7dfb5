import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import type { RegisterLine } from '@/lib/dossiers/queries/register'
import { shortDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { dossierHref } from '../../_components/queue-address'
import { BOOK } from './addresses'

const moment = (instant: Date | null) => instant !== null && <span className="num">{localTimeOf(instant)} <span className="lg:block">{shortDay(localDateOf(instant))}</span></span>

/** The eleven columns of Mẫu 07; address and telephone share one, as on the form. */
export const RegisterTable = ({ rows }: { rows: RegisterLine[] }) => (
  <DataTable
    caption="Sổ theo dõi hồ sơ, theo thứ tự nhận" rows={rows} rowKey={(row) => row.code} current={rows[0]?.code} stack tall
    empty={<EmptyState action={{ href: `${BOOK}?ky=nam`, label: 'Xem cả năm' }}>Không nhận hồ sơ nào trong kỳ này.</EmptyState>}
    columns={[
      { key: 'number', head: 'STT', width: 'w-14', numeric: true, cell: (row) => row.number },
      { key: 'code', head: 'Mã hồ sơ', width: 'w-46', rowHead: true, cell: (row) => <a className="num" href={dossierHref(row.code)}>{row.code}</a> },
      { key: 'procedure', head: 'Tên thủ tục', width: 'min-w-40', bare: true, cell: (row) => row.procedureName },
      { key: 'applicant', head: 'Tổ chức, cá nhân', width: 'w-40', cell: (row) => row.applicantName },
      { key: 'address', head: 'Địa chỉ, điện thoại', width: 'w-44', drop: 3, cell: (row) => <>{row.address} {row.phone !== null && <span className="num soft block">{row.phone}</span>}</> },
      { key: 'unit', head: 'Cơ quan chủ trì', width: 'w-36', drop: 2, cell: (row) => row.solvingUnit },
      { key: 'received', head: 'Nhận', width: 'w-26', cell: (row) => moment(row.receivedAt) },
      { key: 'due', head: 'Hẹn trả', width: 'w-26', cell: (row) => (row.dueAt === null ? <span className="soft">không quy định</span> : moment(row.dueAt)) },
      { key: 'returned', head: 'Trả', width: 'w-26', cell: (row) => (row.ended === null ? moment(row.returnedAt) : row.ended) },
      { key: 'method', head: 'Cách nhận', width: 'w-24', drop: 1, cell: (row) => row.returnMethod },
      { key: 'signed', head: 'Ký nhận', width: 'w-32', drop: 1, cell: (row) => row.signedBy },
    ]}
  />
)
