import { appraiseAction, approveAction, handBackAction, sealAction, settleAction } from '../../actions'
import { DeedArea, DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { Files } from '../papers-tab'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { outcomeLabel } from '@/lib/dossiers/wording'
import { longInstant } from '@/lib/kernel/format'

export const SettleDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={settleAction} submit="Trình kết quả">
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
