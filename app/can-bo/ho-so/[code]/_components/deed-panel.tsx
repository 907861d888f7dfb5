import { AcceptDeed, RefuseDeed } from './deeds/intake-deeds'
import { ApologiseDeed, DiscontinueDeed, VoidDeed, WithdrawDeed } from './deeds/ending-deeds'
import { AssignDeed } from './deeds/assign-deed'
import { ReturnDeed } from './deeds/return-deed'
import { AppraiseDeed, ApproveDeed, HandBackDeed, SealDeed, SettleDeed } from './deeds/step-deeds'
import { RequestSupplementDeed } from './deeds/request-supplement-deed'
import { SupplyDeed } from './deeds/supply-deed'
import { Sheet } from '@/components/ui/sheet'
import { transitionOf, type Action } from '@/lib/dossiers/domain/transitions'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { actionLabel, sayProblem } from '@/lib/dossiers/wording'
import { may } from '@/lib/identity/domain/permissions'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'
import type { ReactNode } from 'react'

/** What every form of a deed is given. `blocked`: why it can no longer be done. */
export type DeedProps = { dossier: DossierDetail; officer: SignedInOfficer; common: { dossierId: string; version: number; keepHref: string; blocked?: string } }

const forms = {
  accept: AcceptDeed, refuse: RefuseDeed, 'request-intake-supplement': RequestSupplementDeed, 'request-supplement': RequestSupplementDeed, 'supply-intake-supplement': SupplyDeed,
  'supply-supplement': SupplyDeed, take: () => null, assign: AssignDeed, settle: SettleDeed, appraise: AppraiseDeed, approve: ApproveDeed, seal: SealDeed, 'hand-back': HandBackDeed,
  'return-result': ReturnDeed, withdraw: WithdrawDeed, discontinue: DiscontinueDeed, apologise: ApologiseDeed, void: VoidDeed,
} as const satisfies Record<Action, (props: DeedProps) => ReactNode | Promise<ReactNode>>

/** The question before a deed, as the heading of its form. */
const question = {
  accept: 'Tiếp nhận hồ sơ này?', refuse: 'Từ chối tiếp nhận hồ sơ này?', 'request-intake-supplement': 'Yêu cầu bổ sung một lần cho đủ', 'request-supplement': 'Yêu cầu bổ sung một lần cho đủ',
  'supply-intake-supplement': 'Ghi nhận giấy tờ bổ sung', 'supply-supplement': 'Ghi nhận giấy tờ bổ sung', take: '', assign: 'Phân công hồ sơ', settle: 'Trình kết quả', appraise: 'Thẩm định xong, trình ký?',
  approve: 'Phê duyệt kết quả này?', seal: 'Vào số, đóng dấu', 'hand-back': 'Trả lại bước đầu', 'return-result': 'Trả kết quả', withdraw: 'Rút hồ sơ theo đề nghị của người dân?',
  discontinue: 'Dừng giải quyết hồ sơ này?', apologise: 'Xin lỗi và hẹn lại (Mẫu 04)', void: 'Hủy hồ sơ nhập nhầm?',
} as const satisfies Record<Action, string>

/** The form of the deed that the address names, if this officer may do it at all. */
export function DeedPanel({ dossier, officer, deed }: { dossier: DossierDetail; officer: SignedInOfficer; deed: Action | null }) {
  if (deed === null || deed === 'take') return null
  if (!may(officer, transitionOf(deed).permission, { communeId: officer.communeId, assigneeId: dossier.assignee?.id ?? null })) return null
  const blocked = dossier.actions.includes(deed) ? undefined : (sayProblem({ code: 'not-now', action: deed, stage: dossier.stage }) ?? actionLabel[deed])
  const Form = forms[deed]
  const common = { dossierId: dossier.id, version: dossier.version, keepHref: `/can-bo/ho-so/${encodeURIComponent(dossier.code)}?tab=giay-to`, blocked }
  return (
    <div id="lam" className="deed">
      <Sheet title={question[deed]}><Form dossier={dossier} officer={officer} common={common} /></Sheet>
    </div>
  )
}
