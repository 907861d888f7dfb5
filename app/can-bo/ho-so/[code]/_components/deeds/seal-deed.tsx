import { sealAction } from '../../actions'
import { DeedChoice, DeedDay, DeedSelect, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { SignatureLines } from '../signature-lines'
import { UploadForm } from '../upload-form'
import { Prepared } from './step-deeds'
import { Note } from '@/components/ui/note'
import { penSigningChoices } from '@/lib/dossiers/queries/pen-signing'
import { resultSignatures } from '@/lib/dossiers/queries/result-signatures'

/** Pen and ink as an equal path: the clerk confirms who signed and when, attaches the scan, gives the number, seals. */
export async function SealDeed({ dossier, officer, common }: DeedProps) {
  const [choices, signatures] = await Promise.all([penSigningChoices(officer, dossier.id), resultSignatures(officer, dossier)])
  // A scan of the signed paper came after the approval; what came before it is the draft.
  const since = dossier.result?.signedAt ?? dossier.result?.preparedAt ?? null
  const scans = dossier.attachments.filter(({ kind, scan, id, createdAt }) => kind === 'result' && scan !== 'quarantined' && id !== dossier.result?.attachmentId && since !== null && createdAt > since)
  const [year, month, day] = choices.signedOn.split('-')
  const isDigital = signatures.digital.length > 0
  return (
    <>
      {isDigital && (
        <Note tone="cham" className="mb-3" title="Lãnh đạo đã ký số kết quả này">
          <p><a href="/can-bo/van-thu/dong-dau-so">Đóng dấu số</a> để kết quả có hiệu lực ở dạng điện tử. Chỉ dùng mẫu bên dưới khi bản giấy cũng được ký bút, đóng dấu mực.</p>
        </Note>
      )}
      {common.blocked === undefined && (
        <div className="mb-3"><UploadForm code={dossier.code} label="Bản quét đã ký, đóng dấu"><span className="field-label">Bản quét đã ký, đóng dấu <span className="soft font-normal">(không bắt buộc)</span></span><input type="hidden" name="loai" value="ket-qua" /><input type="hidden" name="buoc" value="seal" /></UploadForm></div>
      )}
      <DeedForm {...common} action={sealAction} submit="Vào số, đóng dấu">
        <Prepared dossier={dossier} />
        <SignatureLines signatures={signatures} fileId={dossier.result?.attachmentId ?? null} />
        <DeedText name="number" label="Số văn bản" hint="Để trống thì lấy số tiếp theo của sổ" width="20" autoFocus defaultValue={dossier.result?.number ?? undefined} />
        <DeedSelect name="signerId" label="Người đã ký" defaultValue={choices.signerId ?? choices.leaders[0]?.id} options={choices.leaders.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))} />
        <DeedDay name="signedOn" label="Ngày ký" defaultValue={{ day, month, year }} />
        {scans.length > 0 && <DeedChoice name="attachmentId" label="Bản quét" key={scans.at(-1)!.id} defaultValue={scans.at(-1)!.id} options={[...scans.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Không kèm bản quét' }]} />}
      </DeedForm>
    </>
  )
}
