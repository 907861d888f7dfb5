import { DueBlock } from '@/components/calendar/due-block'
import { AnswerList } from '@/components/ui/lists'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { calendarOf } from '@/lib/calendar/store'
import { limitWithCutOff, limitWords } from '@/lib/calendar/wording'
import { now } from '@/lib/platform/clock'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { limitFor, shownName } from '@/lib/procedures/domain/procedure'
import type { CatalogueVariant, CatalogueVersion } from '@/lib/procedures/store'
import { feeInShort } from '@/lib/procedures/wording'
import type { Commune } from '@/lib/units/domain/commune'
import { FEES_IN_ANSWER } from './procedure-story'

type Props = { commune: Commune | null; version: CatalogueVersion; variant: CatalogueVariant }

/** What the person came for, the day if filed now, and the one button. */
export function ProcedureAnswer({ commune, version, variant }: Props) {
  const limit = limitFor(variant, 'online')
  const papers = checklistFor(variant, 'online').filter(({ need, required }) => required && need !== 'answer').map(({ document }) => shownName(document))
  const fees = variant.fees.map(({ wording }) => wording)
  return (
    <>
      <BackLink href="/thu-tuc">Tất cả thủ tục</BackLink>
      <PageHeading title={version.content.plainName} lead={version.variants.length > 1 ? variant.name : undefined} />
      {version.variants.length > 1 && <OtherCases version={version} current={variant} />}
      <div className="mt-5">
        <AnswerList
          answers={[
            { icon: 'calendar-check', question: 'Bao lâu có kết quả', answer: capital(limitWords(limit)), more: limit === null ? 'Pháp luật không quy định thời hạn cho việc này.' : cutOffOf(limitWithCutOff(limit)) },
            { icon: 'banknote', question: 'Hết bao nhiêu', answer: feeInShort(variant.fees), more: fees.length > 0 && fees.length <= FEES_IN_ANSWER ? fees.map((fee) => `${fee.replace(/\.$/, '')}.`).join(' ') : undefined },
            { icon: 'files', question: 'Cần mang', answer: papers.length === 0 ? 'Chỉ cần trả lời câu hỏi' : papers.join('; ') },
          ]}
        />
      </div>
      {commune !== null && <FileNow commune={commune} version={version} variant={variant} />}
      {commune === null && (
        <ButtonRow className="mt-5"><ButtonLink href={`/chon-xa?tiep=${encodeURIComponent(`/thu-tuc/${version.procedureCode}`)}`}>Chọn xã, phường để bắt đầu</ButtonLink></ButtonRow>
      )}
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** What the cut-off does, without saying the limit again; nothing where there is none. */
const cutOffOf = (words: string): string | undefined => {
  const [, cutOff] = words.split('; ')
  return cutOff === undefined ? undefined : `${capital(cutOff)}.`
}

function OtherCases({ version, current }: { version: CatalogueVersion; current: CatalogueVariant }) {
  const others = version.variants.filter(({ key }) => key !== current.key)
  return <p className="mt-2 text-base">Trường hợp khác: {others.map(({ key, name }, index) => <span key={key}>{index > 0 && '; '}<a href={`?truong-hop=${encodeURIComponent(key)}`}>{name}</a></span>)}</p>
}

/** The day one would get by filing this minute, and the door. A desk-only procedure says where to go instead. */
async function FileNow({ commune, version, variant }: Props & { commune: Commune }) {
  const limit = limitFor(variant, 'online')
  const due = limit === null ? null : dueMoment({ receivedAt: now(), limit, calendar: (await calendarOf(commune.id)).calendar, pauses: [] })
  const online = version.content.channels.includes('online')
  const isFull = commune.filingMode === 'full'
  const start = `/don-vi/${commune.slug}/nop-ho-so?${new URLSearchParams({ 'thu-tuc': version.procedureCode, 'truong-hop': variant.key })}`
  return (
    <div className="mt-6">
      {due?.ok && (
        <DueBlock dueAt={due.value.dueAt} title="Nộp bây giờ và đủ giấy tờ thì nhận trước" size="small">
          <a href={`/tinh-han-tra?${new URLSearchParams({ xa: commune.slug, 'thu-tuc': version.procedureCode })}`}>Cách tính</a>
        </DueBlock>
      )}
      {online && <ButtonRow className="mt-5"><ButtonLink href={start}>{isFull ? 'Bắt đầu nộp hồ sơ' : 'Chuẩn bị hồ sơ'}</ButtonLink></ButtonRow>}
      {online && <p className="law mt-3">Dừng giữa chừng vẫn còn nguyên: bản nháp được giữ 30 ngày. Nộp tại quầy hoặc qua bưu điện cũng được.</p>}
      {!online && <Note className="mt-5"><p>Thủ tục này nộp trực tiếp tại {commune.name}, {commune.address}.</p></Note>}
      {online && !isFull && <Note tone="cham" className="mt-5"><p>{commune.name} nhận hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia. Ở đây bạn chuẩn bị và kiểm tra cho đủ; quầy mở bằng mã, không phải khai lại.</p></Note>}
    </div>
  )
}
