import { AcceptDeed, RefuseDeed } from './deeds/intake-deeds'
import { ApologiseDeed, DraftApologyDeed } from './deeds/apology-deeds'
import { ApproveCorrectionDeed, DeclineCorrectionDeed, ProposeCorrectionDeed } from './deeds/correction-deeds'
import { DiscontinueDeed, VoidDeed, WithdrawDeed } from './deeds/ending-deeds'
import { ExtensionDeed } from './deeds/extension-deed'
import { ReopenDeed } from './deeds/reopen-deed'
import { AssignDeed } from './deeds/assign-deed'
import { ConfirmDeliveryDeed, PostDeed, TakeBackDeed } from './deeds/post-deeds'
import { RequestPaymentDeed, SettlePaymentDeed } from './deeds/payment-deeds'
import { ReturnDeed } from './deeds/return-deed'
import { RecallDeed, SkipDeed, TakeOverDeed } from './deeds/share-deeds'
import { SealDeed } from './deeds/seal-deed'
import { AppraiseDeed, ApproveDeed, HandBackDeed, SettleDeed } from './deeds/step-deeds'
import { RequestSupplementDeed } from './deeds/request-supplement-deed'
import { SupplyDeed } from './deeds/supply-deed'
import { Sheet } from '@/components/ui/sheet'
import { transitionOf, type Action } from '@/lib/dossiers/domain/transitions'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { actionLabel, sayProblem } from '@/lib/dossiers/wording'
import { may } from '@/lib/identity/domain/permissions'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'
import type { ReactNode } from 'react'

/** What every form of a deed is given. `blocked`: why it can no longer be done. `scanned`: the slip's code brought the officer here. */
export type DeedProps = { dossier: DossierDetail; officer: SignedInOfficer; scanned?: boolean; common: { dossierId: string; version: number; keepHref: string; blocked?: string; previewHref?: string } }

const forms = {
  accept: AcceptDeed, refuse: RefuseDeed, 'request-intake-supplement': RequestSupplementDeed, 'request-supplement': RequestSupplementDeed, 'supply-intake-supplement': SupplyDeed,
  'supply-supplement': SupplyDeed, take: () => null, assign: AssignDeed, settle: SettleDeed, appraise: AppraiseDeed, approve: ApproveDeed, seal: SealDeed, 'hand-back': HandBackDeed,
  'take-over': TakeOverDeed, recall: RecallDeed, 'skip-step': SkipDeed,
  'return-result': ReturnDeed, 'post-result': PostDeed, 'confirm-delivery': ConfirmDeliveryDeed, 'take-back-parcel': TakeBackDeed, withdraw: WithdrawDeed, discontinue: DiscontinueDeed, apologise: ApologiseDeed, void: VoidDeed,
  'extend-verification': ExtensionDeed, 'draft-apology': DraftApologyDeed, 'propose-correction': ProposeCorrectionDeed, 'approve-correction': ApproveCorrectionDeed,
  'decline-correction': DeclineCorrectionDeed, reopen: ReopenDeed, 'request-payment': RequestPaymentDeed, 'settle-payment': SettlePaymentDeed,
} as const satisfies Record<Action, (props: DeedProps) => ReactNode | Promise<ReactNode>>

/** The question before a deed, as the heading of its form. */
const question = {
  accept: 'Tiếp nhận hồ sơ này?', refuse: 'Từ chối tiếp nhận hồ sơ này?', 'request-intake-supplement': 'Yêu cầu bổ sung một lần cho đủ', 'request-supplement': 'Yêu cầu bổ sung một lần cho đủ',
  'supply-intake-supplement': 'Ghi nhận giấy tờ bổ sung', 'supply-supplement': 'Ghi nhận giấy tờ bổ sung', take: '', assign: 'Phân công hồ sơ', settle: 'Trình kết quả', appraise: 'Thẩm định xong, trình ký?',
  approve: 'Phê duyệt kết quả này?', seal: 'Vào số, đóng dấu', 'hand-back': 'Trả lại bước đầu', 'take-over': 'Nhận thay việc của đồng nghiệp?', recall: 'Thu hồi việc đã chuyển?', 'skip-step': 'Bỏ qua bước này?', 'return-result': 'Trả kết quả', 'post-result': 'Gửi kết quả qua bưu chính', 'confirm-delivery': 'Bưu chính đã phát cho người nhận?', 'take-back-parcel': 'Nhận lại bưu gửi chuyển hoàn', withdraw: 'Rút hồ sơ theo đề nghị của người dân?',
  discontinue: 'Dừng giải quyết hồ sơ này?', apologise: 'Ký văn bản xin lỗi và hẹn lại (Mẫu 04)?', void: 'Hủy hồ sơ nhập nhầm?',
  'extend-verification': 'Gia hạn để xác minh', 'draft-apology': 'Soạn văn bản xin lỗi và hẹn lại (Mẫu 04)', 'propose-correction': 'Đề nghị chuyển sang thủ tục đúng',
  'approve-correction': 'Duyệt chuyển thủ tục?', 'decline-correction': 'Không chuyển thủ tục', reopen: 'Mở lại hồ sơ đã trả', 'request-payment': 'Yêu cầu nộp tiền', 'settle-payment': 'Xác nhận đã nộp tiền',
} as const satisfies Record<Action, string>

/** The form of the deed that the address names, if this officer may do it at all. */
export function DeedPanel({ dossier, officer, deed, scanned }: { dossier: DossierDetail; officer: SignedInOfficer; deed: Action | null; scanned?: boolean }) {
  if (deed === null || deed === 'take') return null
  const step = dossier.steps.find(({ state }) => state === 'now')
  if (!may(officer, transitionOf(deed).permission, { communeId: officer.communeId, assigneeId: dossier.assignee?.id ?? null, unitKey: step?.unitKey, stepRole: step?.role })) return null
  const blocked = dossier.actions.includes(deed) ? undefined : (sayProblem({ code: 'not-now', action: deed, stage: dossier.stage }) ?? actionLabel[deed])
  const Form = forms[deed]
  const common = { dossierId: dossier.id, version: dossier.version, keepHref: `/can-bo/ho-so/${encodeURIComponent(dossier.code)}?tab=giay-to`, blocked, previewHref: transitionOf(deed).paper === undefined ? undefined : `/can-bo/ho-so/${encodeURIComponent(dossier.code)}/xem-truoc?lam=${deed}` }
  return (
    <div id="lam" className="deed">
      <Sheet title={question[deed]}><Form dossier={dossier} officer={officer} scanned={scanned} common={common} /></Sheet>
    </div>
  )
}
