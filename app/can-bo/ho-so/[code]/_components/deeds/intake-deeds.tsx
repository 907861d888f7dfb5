import { acceptAction, refuseAction } from '../../actions'
import { DeedArea, DeedChoice } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { DueBlock } from '@/components/calendar/due-block'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { calendarOf } from '@/lib/calendar/store'
import { limitWords, lunarWords } from '@/lib/calendar/wording'
import { refusalReasons } from '@/lib/dossiers/domain/events'
import { refusalReasonLabel } from '@/lib/dossiers/wording'
import { now } from '@/lib/platform/clock'

/** Before the press, the day that the slip would promise. */
export async function AcceptDeed({ dossier, officer, common }: DeedProps) {
  const { calendar } = await calendarOf(officer.communeId)
  const due = dossier.limit === null ? null : dueMoment({ receivedAt: now(), limit: dossier.limit, calendar, pauses: [] })
  return (
    <DeedForm {...common} action={acceptAction} submit="Tiếp nhận, in phiếu" bare>
      {due?.ok
        ? <DueBlock dueAt={due.value.dueAt} size="medium" title="Nếu tiếp nhận bây giờ, hẹn trả" lunar={lunarWords(lunarDateOf(due.value.dueOn))}>{limitWords(dossier.limit)}. Giấy hẹn gửi người nộp kèm tin nhắn.</DueBlock>
        : <p>Thủ tục này không quy định thời hạn. Giấy tiếp nhận gửi người nộp kèm tin nhắn.</p>}
    </DeedForm>
  )
}

export const RefuseDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={refuseAction} submit="Từ chối tiếp nhận" destructive>
    <DeedChoice name="reason" label="Lý do" options={refusalReasons.map((reason) => ({ value: reason, label: refusalReasonLabel[reason] }))} />
    <DeedArea name="text" label="Giải thích cho người nộp" hint="In trên Phiếu từ chối (Mẫu 03): vì sao, căn cứ nào, nên làm gì tiếp" rows={3} />
  </DeedForm>
)
