import type { Metadata } from 'next'
import { OtherPeriod } from '@/components/reports/other-period'
import { Details } from '@/components/ui/details'
import { Segments } from '@/components/ui/filters'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { conduct, type Share } from '@/lib/dossiers/queries/conduct'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { percent } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { readPeriod, type Query } from '@/lib/reports/inputs'
import { runningName } from '@/lib/reports/wording'
import { NotForYou } from '../../_components/not-for-you'
import { periodSegments } from '../../_components/period-segments'

export const metadata: Metadata = { title: 'Cách tiếp nhận' }
const HERE = '/lanh-dao/bao-cao/tiep-nhan'

/** How people were dealt with: answered in their eight hours, asked once or again, told before it was late. Each number names its dossiers. */
export default async function ConductPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query, at] = [await requireOfficer(), await searchParams, now()]
  const { period, choice, typed, errors } = readPeriod(query, localDateOf(at))
  const answer = await conduct(officer, period)
  if (!answer.ok) return <NotForYou />
  const { answeredLate, firstTimeRight, askedAgain, apologisedLate, extended, contacts } = answer.value
  return (
    <>
      <BackLink href="/lanh-dao/bao-cao">Báo cáo</BackLink>
      <PageHeading
        title={`Cách tiếp nhận, ${runningName(period, at).replace(/^./u, (letter) => letter.toLocaleLowerCase('vi'))}`}
        lead="Không thay đổi số đúng hạn, quá hạn; nói cách xã phục vụ người dân"
        actions={<><Segments label="Kỳ" options={periodSegments(HERE, choice, localDateOf(at))} /><OtherPeriod action={HERE} typed={typed} errors={errors} /></>}
      />
      <div className="staff-columns staff-columns-half mt-3">
        <Figure title="Trả lời hồ sơ trực tuyến muộn" share={answeredLate} words="hồ sơ trực tuyến đã trả lời; quá 8 giờ làm việc là muộn" />
        <Figure title="Đúng ngay lần đầu" share={firstTimeRight} words="hồ sơ tiếp nhận mà không phải yêu cầu bổ sung (không kể giải quyết ngay tại quầy)" />
        <Figure title="Phải bổ sung" share={askedAgain} words="hồ sơ tiếp nhận có yêu cầu bổ sung" />
        <Figure title="Xin lỗi muộn" share={apologisedLate} words="văn bản xin lỗi; ký chậm hơn 1 ngày trước ngày hẹn là muộn" />
        <Figure title="Gia hạn để xác minh" share={extended} words="hồ sơ gia hạn trong kỳ" isCount />
        <Sheet title="Đến quầy chưa nhận được">
          <p><b className="num text-lg">{contacts.incomplete + contacts.refused}</b> lượt, không cấp mã hồ sơ: {contacts.incomplete} lượt hướng dẫn bổ sung (Mẫu 02), {contacts.refused} lượt từ chối (Mẫu 03).</p>
        </Sheet>
      </div>
    </>
  )
}

function Figure({ title, share: { all, of, codes, more }, words, isCount }: { title: string; share: Share; words: string; /** A number of its own, not a part of another. */ isCount?: boolean }) {
  return (
    <Sheet title={title}>
      <p><b className="num text-lg">{of}</b>{isCount ? <> {words}.</> : <> trên <b className="num">{all}</b> {words}{all > 0 && <>, {percent(of / all)}</>}.</>}</p>
      {codes.length > 0 && (
        <Details plain flush summary="Xem từng hồ sơ" className="mt-1 text-xs">
          <ul className="grid gap-0.5 sm:grid-cols-2">{codes.map((code) => <li key={code}><a className="num" href={`/can-bo/ho-so/${encodeURIComponent(code)}`}>{code}</a></li>)}</ul>
          {more && <p className="soft mt-1">Chỉ liệt kê {codes.length} hồ sơ mới nhất. Chọn kỳ ngắn hơn để xem hết.</p>}
        </Details>
      )}
    </Sheet>
  )
}
