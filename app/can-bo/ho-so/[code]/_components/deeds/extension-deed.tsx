import { extendVerificationAction } from '../../actions'
import { DeedArea } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { DueBlock } from '@/components/calendar/due-block'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { limitWords, lunarWords } from '@/lib/calendar/wording'
import { longInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'

/** The longer limit that the procedure gives for a verification, with the day it makes, before it is recorded. */
export function ExtensionDeed({ dossier, common }: DeedProps) {
  const { extensionOffer: offer } = dossier.life
  return (
    <DeedForm {...common} action={extendVerificationAction} submit="Gia hạn để xác minh">
      {offer !== null && (
        <DueBlock dueAt={offer.dueAt} size="medium" title="Hạn mới nếu gia hạn" lunar={lunarWords(lunarDateOf(localDateOf(offer.dueAt)))}>
          {offer.mode === 'total' ? 'Tổng thời hạn' : 'Thời hạn sau khi cộng thêm'}: {limitWords(offer.limit)}. Ngày trên giấy hẹn giữ nguyên; gia hạn một lần.
        </DueBlock>
      )}
      {offer === null && dossier.due !== null && <p className="soft">Phải ghi trước {longInstant(dossier.due.dueAt)} và chỉ một lần.</p>}
      <DeedArea name="reason" label="Cần xác minh điều gì" hint="Người dân đọc được: xác minh ở đâu, vì sao cần" rows={3} autoFocus />
    </DeedForm>
  )
}
