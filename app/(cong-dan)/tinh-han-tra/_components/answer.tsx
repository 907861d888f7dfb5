import { DayStrip } from '@/components/calendar/day-strip'
import { DueBlock } from '@/components/calendar/due-block'
import { WhyList } from '@/components/calendar/why-list'
import { Note } from '@/components/ui/note'
import { Section } from '@/components/ui/page-heading'
import { dayStrip } from '@/lib/calendar/domain/day-strip'
import type { DueMoment } from '@/lib/calendar/domain/due-moment'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { limitWithCutOff, lunarWords } from '@/lib/calendar/wording'
import { longInstant } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import { nb } from '@/lib/kernel/nb'
import { inSentence, type Commune } from '@/lib/units/domain/commune'
import type { Reckoned } from './read-question'

/** Longer strips say nothing more than the list below them. @unit days */
const LONGEST_STRIP = 62

/** The day, the picture of the count, and the reasons: the same lines that stand on the slip. */
export function Answer({ answer, commune, today }: { answer: Reckoned; commune: Commune; today: LocalDate }) {
  const { due, limit, choice, receivedAt } = answer
  return (
    <section aria-label="Ngày hẹn trả" className="mt-5">
      {choice !== null && <p className="font-semibold">{nb(choice.name)}</p>}
      <p className="soft text-base">{nb(`Nhận lúc ${longInstant(receivedAt)}, ${inSentence(commune)}`)}</p>
      {due === null
        ? <Note tone="paper" className="mt-4"><p>Pháp luật không quy định thời hạn cho việc này, nên không có ngày hẹn để tính.</p></Note>
        : <Due due={due} limit={limitWithCutOff(limit)} answer={answer} today={today} />}
    </section>
  )
}

function Due({ due, limit, answer: { calendar }, today }: { due: DueMoment; limit: string; answer: Reckoned; today: LocalDate }) {
  const strip = dayStrip(due, due.dueOn, calendar)
  const provisional = due.explanation.some((line) => line.provisional)
  return (
    <>
      <div className="mt-4">
        <DueBlock dueAt={due.dueAt} title={due.pausedSince === null ? 'Trả kết quả trước' : 'Hạn trước khi tạm dừng'} lunar={lunarWords(lunarDateOf(due.dueOn))}>
          {due.pausedSince !== null && `Đang tạm dừng từ ${longInstant(due.pausedSince)}. Hết tạm dừng mới biết ngày hẹn mới.`}
        </DueBlock>
      </div>
      {strip.length <= LONGEST_STRIP && <DayStrip days={strip} today={today} />}
      {provisional && <Note tone="vang" className="mt-4"><p>Có ngày trong lịch còn dự kiến. Khi có thông báo chính thức, ngày hẹn có thể khác.</p></Note>}
      <Section title="Vì sao là ngày này">
        <div className="mt-3"><WhyList lines={due.explanation} limit={limit} today={today} /></div>
      </Section>
    </>
  )
}
