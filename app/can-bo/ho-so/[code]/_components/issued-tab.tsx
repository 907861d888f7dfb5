import type { TabProps } from './dossier-tabs'
import { Files } from './papers-tab'
import { SignatureLines } from './signature-lines'
import { paperHref } from './done-toast'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import { paperMark, paperName } from '@/lib/documents/wording'
import { resultSignatures } from '@/lib/dossiers/queries/result-signatures'
import { outcomeLabel } from '@/lib/dossiers/wording'
import { longInstant, tableInstant } from '@/lib/kernel/format'

/** Papers that went out, each the same bytes as on the first day, and the result. */
export async function IssuedTab({ dossier, officer }: TabProps) {
  const { result } = dossier
  const file = dossier.attachments.filter(({ id }) => id === result?.attachmentId)
  return (
    <>
      <DataTable
        caption="Văn bản đã ra"
        rows={[...dossier.papers]}
        rowKey={({ id }) => id}
        stack
        empty={<EmptyState>Chưa có văn bản nào.</EmptyState>}
        columns={[
          { key: 'mark', head: 'Mẫu', width: 'w-24', bare: true, cell: ({ form }) => paperMark[form] },
          { key: 'name', head: 'Văn bản', rowHead: true, cell: ({ id, form }) => <a href={paperHref(dossier.code, id)}>{paperName[form]}</a> },
          { key: 'number', head: 'Số', width: 'w-40', cell: ({ numberText }) => <span className="num">{numberText}</span> },
          { key: 'at', head: 'Lúc', width: 'w-32', cell: ({ issuedAt }) => <span className="num">{tableInstant(issuedAt)}</span> },
        ]}
      />
      {result !== null && (
        <div className="border-t border-giay-200 px-3.5 py-2.5">
          <h3>Kết quả{result.number !== null && <> số <span className="num">{result.number}</span></>}</h3>
          <p className="mt-1">{outcomeLabel[result.outcome]}. {result.summary}</p>
          <p className="soft mt-1">
            Trình {longInstant(result.preparedAt)}{result.signedAt !== null && `; ký ${longInstant(result.signedAt)}`}{result.sealedAt !== null && `; đóng dấu ${longInstant(result.sealedAt)}`}{result.returnedTo !== null && `; trả cho ${result.returnedTo}`}.
          </p>
          <Files code={dossier.code} files={file} />
          <SignatureLines signatures={await resultSignatures(officer, dossier)} fileId={result.attachmentId} />
        </div>
      )}
    </>
  )
}
