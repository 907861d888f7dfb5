import { latestDueFrom } from '@/app/(cong-dan)/_components/latest-due'
import { DayStrip } from '@/components/calendar/day-strip'
import { DueBlock } from '@/components/calendar/due-block'
import { WhyList } from '@/components/calendar/why-list'
import { Details } from '@/components/ui/details'
import { dayStrip } from '@/lib/calendar/domain/day-strip'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { calendarOf } from '@/lib/calendar/store'
import { limitWithCutOff, lunarWords } from '@/lib/calendar/wording'
import type { TrackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { returnPlace } from '@/lib/dossiers/wording'
import { dayMonth, longDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'

type Props = { dossier: TrackedDossier; at: Date }

/** The promised day, how it was counted, and why: open, because trust is in the reasons. */
export function DuePart({ dossier, at }: Props) {
  if (dossier.acceptBy !== null && dossier.awaiting === 'none') return <AnswerBy dossier={dossier} acceptBy={dossier.acceptBy} />
  if (dossier.receivedAt !== null && dossier.limit === null) return <section className="mt-6 border-t border-line pt-5"><p>Pháp luật không quy định thời hạn cho thủ tục này. Bạn nhận tin ngay khi có kết quả.</p></section>
  if (dossier.dueAt === null || dossier.dueOn === null) return null
  return <Promised dossier={dossier} at={at} dueAt={dossier.dueAt} dueOn={dossier.dueOn} />
}

/** In the last of more cells than these the words under today's mark would stand out of the page. */
const WIDE_CELLS = 7

const frame = 'mt-6 border-t border-line pt-5'

/** Before reception: by when the desk answers, and the latest day after that. */
async function AnswerBy({ dossier, acceptBy }: { dossier: TrackedDossier; acceptBy: Date }) {
  const { due } = await latestDueFrom(dossier.communeId, acceptBy, dossier.limit)
  return (
    <section className={frame} aria-label="Ngày quầy trả lời">
      <DueBlock dueAt={acceptBy} title="Quầy trả lời chậm nhất" lunar={lunarWords(lunarDateOf(localDateOf(acceptBy)))}>
        Đủ giấy tờ thì bạn nhận Giấy tiếp nhận ghi ngày hẹn. {due === null ? 'Thủ tục này không quy định thời hạn giải quyết.' : <>Kết quả có chậm nhất <b>{longDay(due.dueOn)}</b>.</>}
      </DueBlock>
    </section>
  )
}

type PromisedProps = Props & { dueAt: Date; dueOn: NonNullable<TrackedDossier['dueOn']> }

async function Promised({ dossier, at, dueAt, dueOn }: PromisedProps) {
  const { calendar } = await calendarOf(dossier.communeId)
  const { standing, resolvedAt, promisedAt, returnChannel } = dossier
  const isOpen = dossier.stage === 'received' || dossier.stage === 'in-progress'
  const isLate = isOpen && standing?.state === 'overdue'
  const pausedSince = isOpen && standing?.state === 'paused' ? standing.since : null
  const today = localDateOf(at)
  const until = resolvedAt === null ? (isOpen ? today : dueOn) : localDateOf(resolvedAt)
  const tells = dossier.explanationHolds && dossier.explanation.length > 0
  const days = tells ? dayStrip({ explanation: [...dossier.explanation], dueOn, pausedSince }, until, calendar) : []
  return (
    <section className={frame} aria-label="Ngày hẹn trả">
      {isLate && <p className="late-text mb-3">Hồ sơ này đã quá hạn hẹn. Lỗi ở cơ quan giải quyết, không phải ở bạn.</p>}
      <DueBlock dueAt={dueAt} late={isLate} title={pausedSince === null ? (resolvedAt === null ? 'Hẹn trả kết quả' : 'Ngày đã hẹn') : 'Ngày hẹn khi bắt đầu tạm dừng'} lunar={lunarWords(lunarDateOf(dueOn))}>
        {promisedAt !== null && <>Hẹn lại <b>{localTimeOf(promisedAt)} {longDay(localDateOf(promisedAt))}</b>. </>}
        {dossier.extended !== null && dossier.firstDueAt !== null && <>Giấy hẹn ghi {longDay(localDateOf(dossier.firstDueAt))}; thời hạn kéo dài một lần để xác minh, ghi ngày {dayMonth(localDateOf(dossier.extended.at))}.{dossier.extended.reason !== null && ` ${dossier.extended.reason}`} </>}
        {pausedSince === null ? (isOpen && place(returnChannel)) : 'Ngày hẹn dời theo lúc bạn nộp đủ giấy tờ.'}
      </DueBlock>
      {tells && <DayStrip days={days} today={isOpen ? today : undefined} dueWord={until > dueOn ? 'hẹn' : 'trả'} sayToday={days.length <= WIDE_CELLS || days.at(-1)?.on !== today} />}
      {tells
        ? <div className="mt-3"><Details open flush plain summary={pausedSince === null ? `Vì sao là ngày ${dayMonth(dueOn)}?` : 'Cách đếm đến lúc tạm dừng'}><WhyList lines={dossier.explanation} limit={limitWithCutOff(dossier.limit)} today={isOpen ? today : undefined} /></Details></div>
        : !dossier.explanationHolds && <p className="law mt-3">Lịch làm việc đã đổi sau khi hồ sơ tới hạn. Ngày hẹn cũ giữ nguyên.</p>}
    </section>
  )
}

const place = (channel: TrackedDossier['returnChannel']): string => {
  const said = returnPlace[channel]
  return `${said.charAt(0).toLocaleUpperCase('vi')}${said.slice(1)}${channel === 'desk' ? ', mang theo căn cước' : ''}.`
}
