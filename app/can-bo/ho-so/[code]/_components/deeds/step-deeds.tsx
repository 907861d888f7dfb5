import { appraiseAction, approveAction, handBackAction, settleAction } from '../../actions'
import { DeedArea, DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { Files } from '../papers-tab'
import { SignatureLines } from '../signature-lines'
import { UploadForm } from '../upload-form'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { type ResultSignatures, resultSignatures } from '@/lib/dossiers/queries/result-signatures'
import { outcomeLabel } from '@/lib/dossiers/wording'
import { longInstant } from '@/lib/kernel/format'
import { isBroken } from '@/lib/signatures/domain/signature'

/** The file of the result is sent first, in a form of its own; the latest one is laid before whoever signs. */
export async function SettleDeed({ dossier, officer, common }: DeedProps) {
  const signatures = await resultSignatures(officer, dossier)
  const files = dossier.attachments.filter(({ kind, scan }) => kind === 'result' && scan !== 'quarantined')
  return (
    <>
      {common.blocked === undefined && <div className="mb-3"><UploadForm code={dossier.code} label="Tệp kết quả"><span className="field-label">Tệp kết quả <span className="soft font-normal">(không bắt buộc)</span></span><input type="hidden" name="loai" value="ket-qua" /></UploadForm></div>}
      <SettleForm dossier={dossier} common={common} files={files} signatures={signatures} />
    </>
  )
}

const SettleForm = ({ dossier, common, files, signatures }: Pick<DeedProps, 'dossier' | 'common'> & { files: DossierDetail['attachments']; signatures: ResultSignatures }) => (
  <DeedForm {...common} action={settleAction} submit="Trình kết quả">
    {files.length > 0 && <DeedChoice name="attachmentId" label="Tệp trình ký" key={files.at(-1)!.id} defaultValue={files.at(-1)!.id} options={[...files.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Không kèm tệp' }]} />}
    {files.map(({ id }) => <SignatureLines key={id} signatures={{ ...signatures, digital: [], pen: null }} fileId={id} />)}
    {files.some(({ id }) => brokenFile(signatures, id)) && <DeedArea name="signatureNote" label="Vì sao vẫn dùng tệp có chữ ký không còn khớp" hint="Lưu cùng hồ sơ; bỏ trống nếu chọn tệp khác" rows={2} optional />}
    <DeedChoice name="outcome" label="Kết quả" defaultValue="granted" options={(['granted', 'denied'] as const).map((value) => ({ value, label: outcomeLabel[value], reveal: value === 'denied' ? <DenialGround dossier={dossier} /> : undefined }))} />
    <DeedArea name="summary" label="Tóm tắt kết quả" hint="Ví dụ: Giấy xác nhận tình trạng hôn nhân của bà Phạm Thị Thu Lài" rows={2} autoFocus defaultValue={dossier.result?.summary} />
    <DeedText name="number" label="Số văn bản, nếu đã có" hint="Để trống thì văn thư vào số" width="20" optional />
  </DeedForm>
)

const brokenFile = ({ checks }: ResultSignatures, id: string): boolean => {
  const check = checks.get(id)
  return check !== undefined && isBroken(check.report)
}

/** A denial says why, and by which rule of law. */
const DenialGround = ({ dossier: { result } }: Pick<DeedProps, 'dossier'>) => (
  <>
    <DeedArea name="denialReason" label="Lý do không giải quyết" hint="Người dân đọc được" rows={2} defaultValue={result?.denialReason ?? undefined} />
    <DeedText name="legalBasis" label="Căn cứ pháp luật" hint="Văn bản, điều, khoản" defaultValue={result?.legalBasis ?? undefined} />
  </>
)

export const AppraiseDeed = async ({ dossier, officer, common }: DeedProps) => (
  <DeedForm {...common} action={appraiseAction} submit="Thẩm định xong, trình ký">
    <Prepared dossier={dossier} />
    <SignatureLines signatures={await resultSignatures(officer, dossier)} fileId={dossier.result?.attachmentId ?? null} />
    <DeedArea name="remark" label="Ý kiến thẩm định" rows={2} optional autoFocus />
  </DeedForm>
)

/** By pen: approved here and signed on paper. A digital signature has a page of its own, where many are signed at once. */
export const ApproveDeed = async ({ dossier, officer, common }: DeedProps) => (
  <DeedForm {...common} action={approveAction} submit="Phê duyệt" bare>
    <Prepared dossier={dossier} />
    <SignatureLines signatures={await resultSignatures(officer, dossier)} fileId={dossier.result?.attachmentId ?? null} />
    {dossier.result?.attachmentId != null && <p className="soft">Ký bút: phê duyệt tại đây, văn thư đóng dấu sau. Ký số: mở <a href="/lanh-dao/ky-so">Ký số</a>.</p>}
  </DeedForm>
)

export const HandBackDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={handBackAction} submit="Trả lại bước đầu">
    <DeedArea name="reason" label="Cần làm lại những gì" hint="Đồng hồ vẫn chạy: người dân không mất thêm ngày" rows={3} autoFocus />
  </DeedForm>
)

/** What the case officer laid before whoever acts now. */
export function Prepared({ dossier: { result, attachments, code } }: { dossier: DossierDetail }) {
  if (result === null) return null
  return (
    <div className="mb-3">
      <p><b>{outcomeLabel[result.outcome]}.</b> {result.summary}</p>
      {result.denialReason !== null && <p>Lý do: {result.denialReason} Căn cứ: {result.legalBasis}</p>}
      <p className="soft">Trình lúc {longInstant(result.preparedAt)}{result.signedAt !== null && `; ký lúc ${longInstant(result.signedAt)}`}.</p>
      <Files code={code} files={attachments.filter(({ id }) => id === result.attachmentId)} />
    </div>
  )
}
