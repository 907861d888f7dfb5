import { confirmDeliveryAction, postAction, takeBackAction } from '../../actions'
import { DeedArea, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'

/** One parcel; several at once go on the page of the post. */
export const PostDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={postAction} submit="Bàn giao bưu chính">
    <DeedText name="trackingNumber" label="Mã bưu gửi" hint="In trên phiếu của bưu chính, ví dụ EA123456789VN" width="20" code autoComplete="off" autoFocus />
  </DeedForm>
)

export const ConfirmDeliveryDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={confirmDeliveryAction} submit="Đã phát, kết thúc hồ sơ" bare>
    <p>Người dân được báo là đã trả kết quả và được mời đánh giá.</p>
  </DeedForm>
)

export const TakeBackDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={takeBackAction} submit="Nhận lại, chờ trả tại quầy">
    <DeedArea name="reason" label="Lý do bưu chính ghi" hint="Ví dụ: gọi ba lần không có người nhận" rows={2} autoFocus />
  </DeedForm>
)
