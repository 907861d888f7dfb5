import type { TabProps } from './dossier-tabs'
import { UploadForm } from './upload-form'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Tag } from '@/components/ui/note'
import { compare } from '@/lib/dossiers/domain/supplement'
import type { AttachmentView, DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { may } from '@/lib/identity/domain/permissions'
import { fileSize, tableInstant } from '@/lib/kernel/format'

type Handed = DossierDetail['handedIn'][number] & { at: number; files: readonly AttachmentView[] }

/** What was handed in, piece by piece as the slip lists it, with the files that belong to each; what still is missing above it. */
export function PapersTab({ dossier, officer, fileProblem }: TabProps) {
  const scans = may(officer, 'dossier.receive', { communeId: officer.communeId }) && (dossier.stage === 'submitted' || dossier.stage === 'received' || dossier.stage === 'in-progress')
  const open = dossier.requests.filter(({ suppliedAt }) => suppliedAt === null)
  const rows = dossier.handedIn.map((paper, at): Handed => ({ ...paper, at: at + 1, files: filesOf(dossier, paper.documentKey) }))
  const known = new Set(dossier.handedIn.map(({ documentKey }) => documentKey))
  const others = dossier.attachments.filter(({ documentKey, kind }) => kind !== 'result' && (documentKey === null || !known.has(documentKey)))
  return (
    <>
      {open.map((request) => (
        <div key={request.id} className="border-b border-giay-300 bg-vang-50 px-3.5 py-2.5">
          <p className="care-text">Đang chờ bổ sung từ {tableInstant(request.requestedAt)}</p>
          <ul className="mt-1 list-disc pl-5">{request.items.map(({ name, sentence }) => <li key={`${name}${sentence}`}><b>{name}</b>: {sentence}</li>)}</ul>
        </div>
      ))}
      {dossier.requests.flatMap(({ id, round, items, suppliedAt, supplied }) => {
        const compared = suppliedAt === null ? null : compare(items, supplied)
        return compared === null ? [] : [
          <div key={id} className="border-b border-giay-300 px-3.5 py-2.5">
            <p className="font-medium">Bổ sung lần {round}, nhận {tableInstant(suppliedAt!)}: so với yêu cầu</p>
            <ul className="mt-1 list-disc pl-5">{compared.map(({ item: { name, sentence }, supplied: came }) => <li key={`${name}${sentence}`}><b>{name}</b>: {came ? <span className="done-text">đã nhận</span> : <span className="late-text">vẫn thiếu</span>}</li>)}</ul>
          </div>,
        ]
      })}
      <DataTable
        caption="Giấy tờ đã nhận"
        rows={rows}
        rowKey={({ at }) => String(at)}
        stack
        tall
        empty={<EmptyState>Chưa ghi nhận giấy tờ nào.</EmptyState>}
        columns={[
          { key: 'at', head: 'TT', width: 'w-10', bare: true, cell: ({ at }) => <span className="num">{at}</span> },
          { key: 'name', head: 'Giấy tờ', rowHead: true, cell: ({ name }) => <span className="font-medium">{name}</span> },
          { key: 'kind', head: 'Loại bản', width: 'w-44', cell: (paper) => kindWords(paper) },
          { key: 'note', head: 'Ghi chú', width: 'w-40', cell: ({ note }) => note },
          { key: 'files', head: 'Tệp', width: 'w-64', cell: ({ files }) => <Files code={dossier.code} files={files} /> },
        ]}
      />
      {scans && (
        <div className="border-t border-giay-200 px-3.5 py-2">
          <UploadForm code={dossier.code} label="Thêm bản quét" problem={fileProblem}>
            <label htmlFor="giay">Thêm bản quét của</label>
            <select id="giay" name="giay" className="input !mt-0 !w-72"><option value="">Giấy tờ khác</option>{dossier.handedIn.flatMap(({ documentKey, name }) => (documentKey === null ? [] : [<option key={documentKey} value={documentKey}>{name}</option>]))}</select>
          </UploadForm>
        </div>
      )}
      {others.length > 0 && <div className="border-t border-giay-200 px-3.5 py-2.5"><p className="soft mb-1">Tệp khác gửi kèm</p><Files code={dossier.code} files={others} /></div>}
    </>
  )
}

const filesOf = ({ attachments }: DossierDetail, key: string | null): AttachmentView[] => (key === null ? [] : attachments.filter(({ documentKey, kind }) => documentKey === key && kind !== 'result'))

function kindWords({ originals, certified, copies }: Handed): string {
  const parts = [[originals, 'bản chính'], [certified, 'bản sao chứng thực'], [copies, 'bản sao']] as const
  const said = parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []))
  return said.length === 0 ? 'Chỉ xem' : said.join(', ')
}

export const fileHref = (code: string, fileId: string): string => `/can-bo/ho-so/${encodeURIComponent(code)}/tep/${fileId}`

export const Files = ({ code, files }: { code: string; files: readonly AttachmentView[] }) => (
  <ul className="grid gap-0.5">
    {files.map(({ id, name, size, scan }) => (
      <li key={id} className="flex flex-wrap items-center gap-x-2">
        {scan === 'quarantined' ? <><span className="line-through">{name}</span><Tag tone="late">Tệp bị chặn vì có mã độc</Tag></> : <a href={fileHref(code, id)} className="break-all">{name}</a>}
        <span className="soft num">{fileSize(size)}</span>
      </li>
    ))}
  </ul>
)
