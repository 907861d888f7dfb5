import { discontinueAction, voidAction, withdrawAction } from '../../actions'
import { DeedArea, DeedChoice } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { discontinuationCauses } from '@/lib/dossiers/domain/events'
import { discontinuationCauseLabel } from '@/lib/dossiers/wording'

export const WithdrawDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={withdrawAction} submit="Rút hồ sơ" destructive>
    <p>Hồ sơ dừng từ bây giờ. Ra Thông báo dừng giải quyết (Mẫu 05) và trả lại giấy tờ bản chính.</p>
    <DeedArea name="reason" label="Lý do người dân nêu" rows={2} optional autoFocus />
  </DeedForm>
)

/** For want of a supplement it is offered once the last day of the request is over. */
export const DiscontinueDeed = ({ dossier: { life: { supplement } }, common }: DeedProps) => (
  <DeedForm {...common} action={discontinueAction} submit="Dừng giải quyết" destructive>
    <DeedChoice name="cause" label="Căn cứ" defaultValue={supplement.expired ? 'not-supplemented' : undefined} options={discontinuationCauses.map((cause) => ({ value: cause, label: discontinuationCauseLabel[cause] }))} />
    <DeedArea name="reason" label="Lý do và căn cứ pháp luật" hint="In trên Thông báo dừng giải quyết (Mẫu 05)" rows={3} />
  </DeedForm>
)

export const VoidDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={voidAction} submit="Hủy hồ sơ nhập nhầm" destructive>
    <p className="soft">Chỉ trong ngày tiếp nhận, khi chưa ai làm gì với hồ sơ, và do người khác người tiếp nhận. Mã hồ sơ không dùng lại.</p>
    <DeedArea name="reason" label="Nhập nhầm điều gì" rows={2} autoFocus />
  </DeedForm>
)
