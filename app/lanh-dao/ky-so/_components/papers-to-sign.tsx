import { DataTable } from '@/components/ui/data-table'
import { Sheet } from '@/components/ui/sheet'
import { paperName } from '@/lib/documents/wording'
import type { PaperToSign } from '@/lib/dossiers/queries/to-sign'
import { tableInstant } from '@/lib/kernel/format'
import { dossierHref } from '../../_components/addresses'

/** Mẫu 04 and 05 under which the leader's name stands. */
export const PapersToSign = ({ rows }: { rows: PaperToSign[] }) => (
  <Sheet title="Văn bản" note={String(rows.length)} flush>
    <DataTable
      caption="Văn bản chờ ký số" rows={rows} rowKey={({ id }) => id} stack
      columns={[
        { key: 'choose', head: 'Chọn', hideHead: true, width: 'w-28', cell: ({ id, numberText }) => <label className="flex min-h-11 min-w-11 items-center gap-2.5"><input type="checkbox" name="paperIds[]" value={id} aria-label={`Chọn văn bản số ${numberText}`} /><span className="sm:hidden" aria-hidden="true">Chọn ký</span></label> },
        { key: 'paper', head: 'Văn bản', rowHead: true, cell: (row) => <PaperLink row={row} /> },
        { key: 'number', head: 'Số', width: 'w-40', cell: ({ numberText }) => <span className="num">{numberText}</span> },
        { key: 'whose', head: 'Hồ sơ', cell: ({ dossierCode, applicant }) => (dossierCode === null ? null : <><a className="num" href={dossierHref(dossierCode)}>{dossierCode}</a> <span className="soft">{applicant}</span></>) },
        { key: 'at', head: 'Ban hành', width: 'w-32', cell: ({ issuedAt }) => <span className="num">{tableInstant(issuedAt)}</span> },
      ]}
    />
  </Sheet>
)

const PaperLink = ({ row: { id, form, dossierCode } }: { row: PaperToSign }) =>
  dossierCode === null ? <>{paperName[form]}</> : <a href={`/can-bo/ho-so/${encodeURIComponent(dossierCode)}/giay/${id}`} target="_blank" rel="noreferrer">{paperName[form]}</a>
