import { DataTable } from '@/components/ui/data-table'
import { Sheet } from '@/components/ui/sheet'
import { paperName } from '@/lib/documents/wording'
import type { PaperToSign, ResultToSign } from '@/lib/dossiers/queries/to-sign'
import { tableInstant } from '@/lib/kernel/format'
import { dossierHref } from '../../../_components/queue-address'

const Box = ({ name, id, label }: { name: string; id: string; label: string }) => (
  <label className="flex min-h-11 min-w-11 items-center gap-2.5"><input type="checkbox" name={name} value={id} aria-label={`Chọn ${label}`} /><span className="sm:hidden" aria-hidden="true">Chọn</span></label>
)

const signedBy = ({ leader }: Pick<ResultToSign, 'leader'>) => (leader === null ? null : <>{leader.name}<br /><span className="soft num">{tableInstant(leader.signedAt)}</span></>)

/** Results and papers that the leader has signed. */
export const ToSealTables = ({ results, papers }: { results: ResultToSign[]; papers: PaperToSign[] }) => (
  <>
    {results.length > 0 && (
      <Sheet title="Kết quả" note={String(results.length)} flush>
        <DataTable
          caption="Kết quả chờ đóng dấu số" rows={results} rowKey={({ id }) => id} tall stack
          columns={[
            { key: 'choose', head: 'Chọn', hideHead: true, width: 'w-11', cell: ({ id, code }) => <Box name="dossierIds[]" id={id} label={`hồ sơ ${code}`} /> },
            { key: 'what', head: 'Thủ tục, chủ hồ sơ', rowHead: true, cell: ({ procedureName, applicant, code }) => <><a href={dossierHref(code)}>{procedureName}</a><br /><span className="soft font-normal">{applicant} · <span className="num">{code}</span></span></> },
            { key: 'number', head: 'Số', width: 'w-28', cell: ({ number }) => <span className="num">{number}</span> },
            { key: 'signed', head: 'Lãnh đạo ký', width: 'w-56', cell: signedBy },
          ]}
        />
      </Sheet>
    )}
    {papers.length > 0 && (
      <Sheet title="Văn bản" note={String(papers.length)} flush>
        <DataTable
          caption="Văn bản chờ đóng dấu số" rows={papers} rowKey={({ id }) => id} tall stack
          columns={[
            { key: 'choose', head: 'Chọn', hideHead: true, width: 'w-11', cell: ({ id, numberText }) => <Box name="paperIds[]" id={id} label={`văn bản số ${numberText}`} /> },
            { key: 'paper', head: 'Văn bản', rowHead: true, cell: ({ form }) => paperName[form] },
            { key: 'number', head: 'Số', width: 'w-40', cell: ({ numberText }) => <span className="num">{numberText}</span> },
            { key: 'whose', head: 'Hồ sơ', cell: ({ dossierCode, applicant }) => (dossierCode === null ? null : <><a className="num" href={dossierHref(dossierCode)}>{dossierCode}</a> <span className="soft">{applicant}</span></>) },
            { key: 'signed', head: 'Lãnh đạo ký', width: 'w-56', cell: signedBy },
          ]}
        />
      </Sheet>
    )}
  </>
)
