import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import { MOST_PRINTED } from '@/lib/documents/inputs'
import { paperMark, paperName } from '@/lib/documents/wording'
import type { IssuedPaperRow } from '@/lib/dossiers/queries/issued-papers'
import { tableInstant } from '@/lib/kernel/format'
import { dossierHref } from '../../../_components/queue-address'
import { PAPERS } from '../../_components/addresses'
import { numberPaperAction } from '../actions'
import { NumberForm } from './number-form'

type Props = { rows: IssuedPaperRow[]; /** This officer enters numbers. */ numbers: boolean; waiting: boolean }

/** A list to tick in; a plain form posts it to the printer. Where papers wait for their number there is nothing to print yet. */
export function PapersTable({ rows, numbers, waiting }: Props) {
  if (rows.length === 0) return <EmptyState action={{ href: '/can-bo', label: 'Về hàng việc' }}>{waiting ? 'Không có văn bản nào chờ ghi số.' : 'Chưa có văn bản nào.'}</EmptyState>
  if (waiting) return <Table rows={rows} columns={numbers ? [number, ...common] : common} />
  return (
    <form method="post" action={`${PAPERS}/in`} target="_blank">
      <div className="flex flex-wrap items-center gap-3 border-b border-giay-300 px-3 py-1.5">
        <Button icon="printer">In mục đã chọn</Button>
        <span className="soft text-xs">Mỗi lần không quá {MOST_PRINTED} văn bản.</span>
      </div>
      <Table rows={rows} columns={[pick, ...common]} />
    </form>
  )
}

const Table = ({ rows, columns }: { rows: IssuedPaperRow[]; columns: Column<IssuedPaperRow>[] }) => (
  <DataTable caption="Văn bản đã ra" rows={rows} rowKey={(row) => row.id} current={rows[0]?.id} columns={columns} stack tall />
)

const title = ({ form }: IssuedPaperRow): string => [paperName[form], paperMark[form]].filter(Boolean).join(', ')
const pdfHref = ({ id, code }: IssuedPaperRow): string => (code === null ? `/can-bo/quay/giay/${id}` : `${dossierHref(code)}/giay/${id}`)

const pick: Column<IssuedPaperRow> = {
  key: 'pick', head: 'Chọn', hideHead: true, width: 'w-10', cell: (row) => <input type="checkbox" name="paperIds" value={row.id} aria-label={`Chọn ${title(row)} ${row.numberText}`} />,
}
const number: Column<IssuedPaperRow> = { key: 'enter', head: 'Ghi số', width: 'w-56', cell: (row) => <NumberForm action={numberPaperAction} paperId={row.id} name={`${title(row)} của hồ sơ ${row.code ?? ''}`} /> }
const common: Column<IssuedPaperRow>[] = [
  { key: 'paper', head: 'Văn bản', rowHead: true, cell: (row) => <a href={pdfHref(row)} target="_blank" rel="noreferrer">{title(row)}</a> },
  { key: 'number', head: 'Số', width: 'w-44', cell: (row) => (row.numbering === 'waiting' ? <span className="soft">chờ ghi số</span> : <span className="num">{row.numberText}</span>) },
  { key: 'at', head: 'Ra lúc', width: 'w-28', cell: (row) => <span className="num">{tableInstant(row.issuedAt)}</span> },
  { key: 'code', head: 'Mã hồ sơ', width: 'w-46', cell: (row) => row.code !== null && <a className="num" href={dossierHref(row.code)}>{row.code}</a> },
  { key: 'procedure', head: 'Thủ tục', drop: 2, cell: (row) => row.procedureName },
  { key: 'by', head: 'Người ra', width: 'w-36', drop: 1, cell: (row) => row.issuedBy },
]
