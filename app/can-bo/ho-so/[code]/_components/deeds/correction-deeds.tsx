import { approveCorrectionAction, declineCorrectionAction, proposeCorrectionAction } from '../../actions'
import { DeedArea, DeedSelect } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { SummaryList } from '@/components/ui/lists'
import { limitWords } from '@/lib/calendar/wording'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { longInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { proceduresInForce } from '@/lib/procedures/store'

/** Every procedure that was in force when the dossier was received, those of its field first; a case of its own line where there are several. */
export async function ProposeCorrectionDeed({ dossier, officer, common }: DeedProps) {
  return (
    <DeedForm {...common} action={proposeCorrectionAction} submit="Đề nghị chuyển thủ tục">
      <p className="soft">Mã hồ sơ và ngày trên giấy hẹn giữ nguyên. Thời hạn, các bước và hạn trả tính theo thủ tục đúng, từ lúc tiếp nhận. Lãnh đạo duyệt trước khi hết hạn.</p>
      <DeedSelect name="target" label="Thủ tục đúng" empty="Chọn thủ tục" autoFocus options={await targets(dossier, officer.communeId)} />
      <DeedArea name="reason" label="Nhầm ở đâu" hint="Lãnh đạo đọc để duyệt; người dân được báo khi đã chuyển" rows={2} />
    </DeedForm>
  )
}

async function targets({ procedure, receivedAt }: DossierDetail, communeId: string): Promise<{ value: string; label: string }[]> {
  if (receivedAt === null) return []
  const versions = await proceduresInForce(localDateOf(receivedAt), communeId)
  const ownFieldFirst = versions.toSorted((a, b) => Number(b.fieldSlug === procedure.fieldSlug) - Number(a.fieldSlug === procedure.fieldSlug))
  return ownFieldFirst.flatMap(({ procedureCode, content, variants }) =>
    variants
      .filter(({ name }) => procedureCode !== procedure.code || name !== procedure.variantName)
      .map(({ key, name }) => ({ value: `${procedureCode}:${key}`, label: `${content.plainName}${variants.length > 1 ? `: ${name}` : ''} (${procedureCode})` })))
}

export const ApproveCorrectionDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={approveCorrectionAction} submit="Duyệt chuyển thủ tục" bare>
    <Proposed dossier={dossier} />
    <p className="soft mt-2">Hồ sơ trở về bước đầu của thủ tục đúng; mã giữ nguyên; người nộp được báo tin.</p>
  </DeedForm>
)

export const DeclineCorrectionDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={declineCorrectionAction} submit="Không chuyển">
    <Proposed dossier={dossier} />
    <DeedArea name="reason" label="Vì sao không chuyển" rows={2} autoFocus />
  </DeedForm>
)

function Proposed({ dossier: { life: { correction }, procedure, limit } }: { dossier: DossierDetail }) {
  if (correction === null) return null
  return (
    <SummaryList rows={[
      { label: 'Đang theo', value: `${procedure.name} (${procedure.code}), ${procedure.variantName}, ${limitWords(limit)}` },
      { label: 'Chuyển sang', value: `${correction.name} (${correction.code}), ${correction.variantName}, ${limitWords(correction.limit)}` },
      { label: 'Lý do', value: correction.reason },
      { label: 'Người đề nghị', value: `${correction.by}, ${longInstant(correction.at)}` },
    ]} />
  )
}
