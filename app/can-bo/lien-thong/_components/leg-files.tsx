import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import type { LegFile, PartnerLegPaper } from '@/lib/interagency/queries/partner-legs'
import { fileSize } from '@/lib/kernel/format'

const hrefOf = (legId: string, fileId: string): string => `/can-bo/lien-thong/viec/${legId}/tep/${fileId}`

const FileLink = ({ legId, file }: { legId: string; file: LegFile }) => <span><a href={hrefOf(legId, file.id)} className="break-all">{file.name}</a> <span className="soft num">{fileSize(file.size)}</span></span>

/** The papers that were ticked at the hand-over: all that this partner sees of the folder. */
export const LegPapers = ({ legId, papers }: { legId: string; papers: readonly PartnerLegPaper[] }) => (
  <DataTable
    caption="Giấy tờ xã giao kèm" rows={papers.map((paper, at) => ({ ...paper, at: at + 1 }))} rowKey={({ at }) => String(at)} stack empty={<EmptyState>Xã không giao kèm giấy tờ nào.</EmptyState>}
    columns={[
      { key: 'name', head: 'Giấy tờ', rowHead: true, cell: ({ name }) => name },
      { key: 'count', head: 'Số bản', width: 'w-40', cell: ({ originals, certified, copies }) => [[originals, 'chính'], [certified, 'chứng thực'], [copies, 'sao']].filter(([count]) => count !== 0).map(([count, words]) => `${count} bản ${words}`).join(', ') || 'chỉ xem' },
      { key: 'file', head: 'Tệp', width: 'w-64', cell: ({ file }) => (file === null ? <span className="soft">bản giấy</span> : <FileLink legId={legId} file={file} />) },
    ]}
  />
)

/** What the partner itself sent with its answer. */
export const OwnFiles = ({ legId, files }: { legId: string; files: readonly LegFile[] }) =>
  files.length === 0 ? null : <ul className="mb-2 grid gap-0.5">{files.map((file) => <li key={file.id}><FileLink legId={legId} file={file} /></li>)}</ul>

/** Takes a file of the partner's own, before it answers; a plain form that comes back. */
export function SendOwnFile({ legId, files, problem }: { legId: string; files: readonly LegFile[]; problem: string | undefined }) {
  return (
    <div className="mb-3">
      <OwnFiles legId={legId} files={files} />
      <form action={`/can-bo/lien-thong/viec/${legId}/tep`} method="post" encType="multipart/form-data" className="no-print flex flex-wrap items-center gap-2 text-xs" aria-label="Tệp kết quả của cơ quan">
        <label htmlFor="tep" className="field-label">Tệp của cơ quan <span className="soft font-normal">(không bắt buộc)</span></label>
        <input type="file" id="tep" name="tep" accept="image/*,application/pdf" multiple className="max-w-64" />
        <Button variant="outlined">Tải lên</Button>
        {problem !== undefined && <span role="alert" className="late-text">{problem}</span>}
      </form>
    </div>
  )
}
