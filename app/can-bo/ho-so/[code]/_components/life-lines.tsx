import { Sheet } from '@/components/ui/sheet'
import { limitWords } from '@/lib/calendar/wording'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { warningWords } from '@/lib/dossiers/wording'
import { listDay, longInstant } from '@/lib/kernel/format'
import { now } from '@/lib/platform/clock'
import type { ReactNode } from 'react'

/** What stands beside the straight way: warnings, an extension, an apology, a correction, the dossiers before and after it. Nothing where there is none of it. */
export function LifeLines({ dossier }: { dossier: DossierDetail }) {
  const lines = [...warnings(dossier), ...waiting(dossier), ...happened(dossier)]
  if (lines.length === 0) return null
  return (
    <Sheet className="mt-2" label="Cần biết">
      <ul className="grid gap-1 text-xs leading-relaxed">{lines.map(({ id, late, words }) => <li key={id} className={late ? 'late-text' : undefined}>{words}</li>)}</ul>
    </Sheet>
  )
}

type Line = { id: string; late?: boolean; words: ReactNode }

/** Once the day has passed, the head of the page says so; a share of the time has nothing to add. */
function warnings({ life, clock, due }: DossierDetail): Line[] {
  const words = clock.state === 'running' && due?.standing.state !== 'overdue' ? warningWords(life.warnings, now()) : null
  return [
    ...(words === null ? [] : [{ id: 'warning', words: <b>{words}</b> }]),
    ...(life.supplement.expired ? [{ id: 'expired', late: true, words: 'Hết ngày bổ sung ghi trên phiếu mà chưa nhận được giấy tờ. Lãnh đạo có thể dừng giải quyết.' }] : []),
  ]
}

function waiting({ life: { apologyDraft, correction } }: DossierDetail): Line[] {
  return [
    ...(apologyDraft === null ? [] : [{ id: 'draft', words: <>Văn bản xin lỗi chờ lãnh đạo ký: hẹn lại <b>{listDay(apologyDraft.promisedOn)}</b>. {apologyDraft.reason} <span className="soft">{apologyDraft.by} soạn {longInstant(apologyDraft.at)}.</span></> }]),
    ...(correction === null ? [] : [{ id: 'correction', words: <>Đề nghị chuyển sang <b>{correction.name}</b> ({correction.code}), chờ lãnh đạo duyệt. {correction.reason} <span className="soft">{correction.by}, {longInstant(correction.at)}.</span></> }]),
  ]
}

function happened({ life, promisedAt }: DossierDetail): Line[] {
  const { extended, answered, apologyLate, reopenedFrom, reopenedAs } = life
  return [
    ...(extended === null ? [] : [{ id: 'extended', words: <>Đã gia hạn để xác minh lúc {longInstant(extended.at)}: thời hạn {limitWords(extended.limit)}, ngày trên giấy hẹn giữ nguyên.{extended.reason !== null && ` ${extended.reason}`}</> }]),
    ...(promisedAt !== null && apologyLate === true ? [{ id: 'late-apology', late: true, words: 'Xin lỗi muộn: ký sau thời điểm chậm nhất 1 ngày trước ngày hẹn trả.' }] : []),
    ...(answered === null ? [] : [{ id: 'answered', late: answered.late, words: `Trả lời hồ sơ trực tuyến ${answered.late ? 'muộn' : 'trong hạn'} (8 giờ làm việc, hạn ${longInstant(answered.acceptBy)}).` }]),
    ...(reopenedFrom === null ? [] : [{ id: 'from', words: <>Mở lại từ hồ sơ <DossierLink code={reopenedFrom} />.</> }]),
    ...(reopenedAs === null ? [] : [{ id: 'as', words: <>Đã mở lại thành hồ sơ <DossierLink code={reopenedAs} />.</> }]),
  ]
}

const DossierLink = ({ code }: { code: string }) => <a className="num" href={`/can-bo/ho-so/${encodeURIComponent(code)}`}>{code}</a>
