import { DayStrip } from '@/components/calendar/day-strip'
import { DueBadge, TimelinessBadge } from '@/components/calendar/due-badge'
import { DueLeaf } from '@/components/calendar/due-leaf'
import { WhyList } from '@/components/calendar/why-list'
import { cx } from '@/components/ui/cx'
import { Details } from '@/components/ui/details'
import { Sheet } from '@/components/ui/sheet'
import { dayStrip } from '@/lib/calendar/domain/day-strip'
import { calendarOf } from '@/lib/calendar/store'
import { limitWords } from '@/lib/calendar/wording'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { longDay, longInstant, tableInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { ReactNode } from 'react'

type Props = { dossier: DossierDetail; communeId: string }

/** The day as a leaf, how the dossier stands towards it, and what was counted. */
export async function DueSheet({ dossier, communeId }: Props) {
  if (dossier.acceptance !== null) return <Acceptance acceptance={dossier.acceptance} submittedAt={dossier.submittedAt} />
  const { due } = dossier
  if (due === null) return <Sheet className="mt-2"><p><b>{dossier.receivedAt === null ? 'Chưa tiếp nhận, chưa có ngày hẹn' : 'Không quy định thời hạn'}</b>{ended(dossier)}</p></Sheet>
  const { calendar } = await calendarOf(communeId)
  const today = localDateOf(now())
  const late = due.standing.state === 'overdue'
  const until = dossier.resolvedAt ?? dossier.endedAt
  const pausedSince = dossier.clock.state === 'paused' ? dossier.clock.since : null
  const days = dayStrip({ explanation: [...due.explanation], dueOn: due.dueOn, pausedSince }, until === null ? today : localDateOf(until), calendar)
  return (
    <Sheet late={late} className="mt-2" label="Hạn trả">
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3 lg:flex-nowrap">
        <div className="flex min-w-0 items-center gap-3.5">
          <DueLeaf on={due.dueOn} late={late} size="small" />
          <div className="text-xs leading-relaxed">
            <p>{dossier.timeliness === null ? <DueBadge standing={due.standing} today={today} long /> : <TimelinessBadge timeliness={dossier.timeliness} />}</p>
            <p className="soft mt-1.5">{dueStory(dossier)}</p>
          </div>
        </div>
        <div className={cx('max-w-full shrink-0', stripWidth(days.length))}><DayStrip days={days} today={until === null ? today : undefined} dueWord={late || until !== null ? 'hẹn' : 'trả'} /></div>
      </div>
      <Details plain flush summary="Cách tính" className="no-print -mb-2 text-xs">
        {!due.explanationHolds && <p className="soft mb-1">Lịch làm việc đã đổi sau khi hết hạn; hạn giữ nguyên như lúc hết hạn.</p>}
        <WhyList lines={due.explanation} limit={limitWords(dossier.limit)} today={today} />
      </Details>
    </Sheet>
  )
}

/** Cells of the mock-up's width, however many there are; a long strip takes what there is. */
const stripWidth = (days: number): string => (days <= 2 ? 'w-24' : days <= 5 ? 'w-60' : days <= 8 ? 'w-95' : days <= 12 ? 'w-140' : 'w-full lg:w-160')

function Acceptance({ acceptance: { acceptBy, standing }, submittedAt }: { acceptance: NonNullable<DossierDetail['acceptance']>; submittedAt: Date | null }) {
  const late = standing.state === 'overdue'
  return (
    <Sheet late={late} className="mt-2" label="Hạn trả lời hồ sơ trực tuyến">
      <div className="flex items-center gap-3.5">
        <DueLeaf on={localDateOf(acceptBy)} late={late} size="small" />
        <div className="text-xs leading-relaxed">
          <p><DueBadge standing={standing} today={localDateOf(now())} pausedFor="chờ người nộp bổ sung" /></p>
          <p className="mt-1.5">Trả lời trước <b>{longInstant(acceptBy)}</b>: tiếp nhận, yêu cầu bổ sung hoặc từ chối.</p>
          {submittedAt !== null && <p className="soft">Gửi lúc {longInstant(submittedAt)}; 8 giờ làm việc để kiểm tra. Thời hạn giải quyết tính từ lúc tiếp nhận.</p>}
        </div>
      </div>
    </Sheet>
  )
}

/** In words: the day, what moved it, what was promised instead. */
function dueStory({ due, limit, receivedAt, promisedAt, resolvedAt, timeliness, clock, life }: DossierDetail): ReactNode {
  if (due === null) return null
  const moved = due.firstDueAt.getTime() !== due.dueAt.getTime()
  return (
    <>
      Hẹn <b className="text-ink">{longInstant(due.dueAt)}</b>{moved && <>, trên giấy hẹn ghi {tableInstant(due.firstDueAt)}</>}.{' '}
      {receivedAt !== null && <>Nhận {tableInstant(receivedAt)}, {limitWords(limit)}. </>}
      {clock.state === 'paused' && <>Đồng hồ dừng từ {tableInstant(clock.since)}. </>}
      {resolvedAt !== null && <>Có kết quả {longInstant(resolvedAt)}. </>}
      {promisedAt !== null && <>{life.apologyLate === true ? 'Đã xin lỗi muộn' : 'Đã xin lỗi'}, hẹn lại <b className="text-ink">{longDay(localDateOf(promisedAt))}</b>. </>}
      {promisedAt === null && timeliness === null && due.standing.state === 'overdue' && <b className="late-text">Chưa xin lỗi người dân.</b>}
    </>
  )
}

const ended = ({ endedAt, resolvedAt }: DossierDetail): string =>
  endedAt !== null ? `. Kết thúc ${longInstant(endedAt)}.` : resolvedAt !== null ? `. Có kết quả ${longInstant(resolvedAt)}.` : ''
