import { reopenAction } from '../../actions'
import { DeedArea, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'

/** A returned dossier is never changed: what must be done again lives in a new one that is linked to it. */
export const ReopenDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={reopenAction} submit="Mở lại thành hồ sơ mới">
    <p className="soft">Hồ sơ mới có mã, giấy hẹn và thời hạn riêng, theo quy định đang áp dụng; người nộp và giấy tờ lấy từ hồ sơ này. Hai hồ sơ liên kết với nhau.</p>
    <DeedArea name="reason" label="Vì sao mở lại" rows={2} autoFocus />
    <DeedText name="legalBasis" label="Căn cứ" hint="Văn bản, điều, khoản hoặc quyết định yêu cầu giải quyết lại" />
  </DeedForm>
)
