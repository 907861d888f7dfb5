import { requestSupplementAction } from '../../actions'
import { DeedArea, DeedDay } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { SentMissingLines } from '../sent-lines'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { shownName } from '@/lib/procedures/domain/procedure'
import { catalogue } from '@/lib/procedures/store'
import { Note } from '@/components/ui/note'
import { MOST_ROUNDS } from '@/lib/dossiers/domain/supplement'
import { supplementEffectLabel } from '@/lib/dossiers/wording'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'

/** Everything that is missing, said at once, each with a sentence; the clock stops until it arrives. */
export async function RequestSupplementDeed({ dossier, common }: DeedProps) {
  const papers = await papersAsked(dossier)
  return (
    <DeedForm {...common} action={requestSupplementAction} submit="Yêu cầu bổ sung">
      <Round {...dossier.life.supplement} />
      <SentMissingLines papers={papers} />
      <DeedArea name="reason" label="Lý do chung" hint="Một câu để người dân hiểu vì sao phải bổ sung" rows={2} />
      <DeedDay name="deadlineOn" label="Nộp bổ sung trước ngày" optional hint="ví dụ 15 12 2026" />
      <p className="soft mt-3 text-xs">{dossier.stage === 'submitted' ? '8 giờ làm việc để trả lời dừng đếm cho đến khi giấy tờ đến.' : `${supplementEffectLabel[dossier.life.supplement.rule]}, không phải khi cán bộ ghi sổ.`} Ra Phiếu yêu cầu bổ sung (Mẫu 02), báo tin cho người nộp.</p>
    </DeedForm>
  )
}

/** From the second time on, how often this dossier was sent back already. */
const Round = ({ rounds }: { rounds: number }) => rounds > 0 && (
  <Note tone="vang" title={`Đây là lần yêu cầu bổ sung thứ ${rounds + 1}`}>
    <p>{rounds >= MOST_ROUNDS ? 'Người dân không phải đi lại bổ sung quá hai lần cho một việc, trừ khi không làm theo hướng dẫn: ghi rõ vì sao trong lý do.' : 'Người dân không phải đi lại bổ sung quá hai lần cho một việc. Rà lại cả hồ sơ, nêu đủ một lần.'}</p>
  </Note>
)

/** The papers of the case it was received under. */
export async function papersAsked({ procedure, channel }: DossierDetail): Promise<{ key: string; name: string }[]> {
  const versions = (await catalogue()).byCode.get(procedure.code) ?? []
  const version = versions.find(({ effectiveFrom }) => effectiveFrom === procedure.effectiveFrom)
  const variant = version?.variants.find(({ name }) => name === procedure.variantName) ?? version?.variants[0]
  return variant === undefined ? [] : checklistFor(variant, channel).map(({ document }) => ({ key: document.key, name: shownName(document) }))
}
