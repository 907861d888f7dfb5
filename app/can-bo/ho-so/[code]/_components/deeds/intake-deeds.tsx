import { acceptAction, refuseAction } from '../../actions'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { SentRefusalFields } from '../refusal-fields'
import { papersAsked } from './request-supplement-deed'
import { DueBlock } from '@/components/calendar/due-block'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { calendarOf } from '@/lib/calendar/store'
import { limitWords, lunarWords } from '@/lib/calendar/wording'
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

export async function RefuseDeed({ dossier, common }: DeedProps) {
  return (
    <DeedForm {...common} action={refuseAction} submit="Từ chối tiếp nhận" destructive>
      <SentRefusalFields papers={await papersAsked(dossier)} />
    </DeedForm>
  )
}
