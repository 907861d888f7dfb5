import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import type { ResultToSign } from '@/lib/dossiers/queries/to-sign'
import { outcomeLabel } from '@/lib/dossiers/wording'
import { tableDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { verdictWords } from '@/lib/signatures/wording'
import { dossierHref } from '../../_components/addresses'

/** Results with the file that will be signed. One that cannot be signed says why instead of offering a box. */
export const ResultsToSign = ({ rows }: { rows: ResultToSign[] }) => (
  <Sheet title="Kết quả" note={String(rows.length)} flush>
    <DataTable
      caption="Kết quả chờ ký số" rows={rows} rowKey={({ id }) => id} tall stack
      columns={[
        { key: 'choose', head: 'Chọn', hideHead: true, width: 'w-28', cell: (row) => <Choose row={row} /> },
        { key: 'what', head: 'Thủ tục, chủ hồ sơ', rowHead: true, cell: ({ procedureName, applicant, code }) => <><a href={dossierHref(code)}>{procedureName}</a><br /><span className="soft font-normal">{applicant} · <span className="num">{code}</span></span></> },
        { key: 'result', head: 'Kết quả trình', cell: ({ summary, outcome, preparedBy }) => <>{outcome === 'denied' && <Tag tone="care" icon="circle-x">{outcomeLabel.denied}</Tag>} {summary}<br /><span className="soft">{preparedBy}</span></> },
        { key: 'file', head: 'Tệp ký', width: 'w-64', cell: (row) => <File row={row} /> },
        { key: 'number', head: 'Số', width: 'w-28', cell: ({ number }) => <span className="num">{number ?? <span className="soft">Lấy khi ký</span>}</span> },
        { key: 'due', head: 'Hẹn trả', width: 'w-28', drop: 1, cell: ({ dueAt }) => <span className="num">{dueAt === null ? '' : tableDay(localDateOf(dueAt))}</span> },
      ]}
    />
  </Sheet>
)

function Choose({ row: { id, code, ownHand, file } }: { row: ResultToSign }) {
  if (ownHand) return <span className="soft text-sm">Bạn trình, người khác ký</span>
  if (file === null) return <span className="soft text-sm">Ký bút</span>
  return <label className="flex min-h-11 min-w-11 items-center gap-2.5"><input type="checkbox" name="dossierIds[]" value={id} aria-label={`Chọn hồ sơ ${code}`} /><span className="sm:hidden" aria-hidden="true">Chọn ký</span></label>
}

function File({ row: { file, code } }: { row: ResultToSign }) {
  if (file === null) return <span className="soft">Chưa có tệp PDF</span>
  const isSuspect = file.verdict !== null && file.verdict !== 'unsigned' && file.verdict !== 'good'
  return (
    <>
      <a href={`/lanh-dao/ky-so/xem/${encodeURIComponent(code)}/${file.id}`} target="_blank" rel="noreferrer" className="break-all">{file.name}</a>
      {isSuspect && <span className="care-text block text-sm">{verdictWords[file.verdict!].title}</span>}
    </>
  )
}
