import { apologiseAction, discontinueAction, voidAction, withdrawAction } from '../../actions'
import { DeedArea, DeedChoice, DeedDay } from '../deed-fields'
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

export const DiscontinueDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={discontinueAction} submit="Dừng giải quyết" destructive>
    <DeedChoice name="cause" label="Căn cứ" options={discontinuationCauses.map((cause) => ({ value: cause, label: discontinuationCauseLabel[cause] }))} />
    <DeedArea name="reason" label="Lý do" hint="In trên Thông báo dừng giải quyết (Mẫu 05)" rows={3} />
  </DeedForm>
)

export const ApologiseDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={apologiseAction} submit="Xin lỗi, hẹn lại">
    <p className="soft">Chỉ hẹn lại một lần. Số liệu vẫn tính theo hạn cũ: trễ vẫn là trễ.</p>
    <DeedArea name="reason" label="Vì sao chậm" hint="Người dân đọc được: nói thẳng nguyên nhân" rows={2} autoFocus />
    <DeedDay name="promisedOn" label="Ngày hẹn lại" hint="ví dụ 27 11 2026" />
  </DeedForm>
)

export const VoidDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={voidAction} submit="Hủy hồ sơ nhập nhầm" destructive>
    <p className="soft">Chỉ trong ngày tiếp nhận, khi chưa ai làm gì với hồ sơ, và do người khác người tiếp nhận. Mã hồ sơ không dùng lại.</p>
    <DeedArea name="reason" label="Nhập nhầm điều gì" rows={2} autoFocus />
  </DeedForm>
)
