import { appraiseAction, approveAction, handBackAction, sealAction, settleAction } from '../../actions'
import { DeedArea, DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { Files } from '../papers-tab'
import { UploadForm } from '../upload-form'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { outcomeLabel } from '@/lib/dossiers/wording'
import { longInstant } from '@/lib/kernel/format'

/** The file of the result is sent first, in a form of its own; the latest one is laid before whoever signs. */
export function SettleDeed({ dossier, common }: DeedProps) {
  const files = dossier.attachments.filter(({ kind, scan }) => kind === 'result' && scan !== 'quarantined')
  return (
    <>
      {common.blocked === undefined && <div className="mb-3"><UploadForm code={dossier.code} label="Tệp kết quả"><span className="field-label">Tệp kết quả <span className="soft font-normal">(không bắt buộc)</span></span><input type="hidden" name="loai" value="ket-qua" /></UploadForm></div>}
      <SettleForm dossier={dossier} common={common} files={files} />
    </>
  )
}

const SettleForm = ({ dossier, common, files }: Pick<DeedProps, 'dossier' | 'common'> & { files: DossierDetail['attachments'] }) => (
  <DeedForm {...common} action={settleAction} submit="Trình kết quả">
    {files.length > 0 && <DeedChoice name="attachmentId" label="Tệp trình ký" key={files.at(-1)!.id} defaultValue={files.at(-1)!.id} options={[...files.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Không kèm tệp' }]} />}
    <DeedChoice name="outcome" label="Kết quả" inline defaultValue="granted" options={(['granted', 'denied'] as const).map((value) => ({ value, label: outcomeLabel[value] }))} />
    <DeedArea name="summary" label="Tóm tắt kết quả" hint="Ví dụ: Giấy xác nhận tình trạng hôn nhân của bà Phạm Thị Thu Lài" rows={2} autoFocus defaultValue={dossier.result?.summary} />
    <DeedText name="number" label="Số văn bản, nếu đã có" hint="Để trống thì văn thư vào số" width="20" optional />
  </DeedForm>
)

export const AppraiseDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={appraiseAction} submit="Thẩm định xong, trình ký">
    <Prepared dossier={dossier} />
    <DeedArea name="remark" label="Ý kiến thẩm định" rows={2} optional autoFocus />
  </DeedForm>
)

export const ApproveDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={approveAction} submit="Phê duyệt" bare><Prepared dossier={dossier} /></DeedForm>
)

export const SealDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={sealAction} submit="Vào số, đóng dấu">
    <Prepared dossier={dossier} />
    <DeedText name="number" label="Số văn bản" hint="Để trống thì lấy số tiếp theo của sổ" width="20" autoFocus defaultValue={dossier.result?.number ?? undefined} />
  </DeedForm>
)

export const HandBackDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={handBackAction} submit="Trả lại bước đầu">
    <DeedArea name="reason" label="Cần làm lại những gì" hint="Đồng hồ vẫn chạy: người dân không mất thêm ngày" rows={3} autoFocus />
  </DeedForm>
)

/** What the case officer laid before whoever acts now. */
function Prepared({ dossier: { result, attachments, code } }: { dossier: DossierDetail }) {
  if (result === null) return null
  return (
    <div className="mb-3">
      <p><b>{outcomeLabel[result.outcome]}.</b> {result.summary}</p>
      <p className="soft">Trình lúc {longInstant(result.preparedAt)}{result.signedAt !== null && `; ký lúc ${longInstant(result.signedAt)}`}.</p>
      <Files code={code} files={attachments.filter(({ id }) => id === result.attachmentId)} />
    </div>
  )
}
