import { DueBlock } from '@/components/calendar/due-block'
import { feeInShort } from '@/lib/procedures/wording'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { AnswerList } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { calendarOf } from '@/lib/calendar/store'
import { limitWithCutOff, limitWords, lunarWords } from '@/lib/calendar/wording'
import { longDay } from '@/lib/kernel/format'
import { localTimeOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { limitFor, shownName } from '@/lib/procedures/domain/procedure'
import type { CatalogueVariant, CatalogueVersion } from '@/lib/procedures/store'
import type { Commune } from '@/lib/units/domain/commune'

type Props = { commune: Commune | null; version: CatalogueVersion; variant: CatalogueVariant }

/** What the person came for, the day if filed now, and the one button. */
export function ProcedureAnswer({ commune, version, variant }: Props) {
  const limit = limitFor(variant, 'online')
  const papers = checklistFor(variant, 'online').filter(({ need, required }) => required && need !== 'answer').map(({ document }) => shownName(document))
  return (
    <>
      <BackLink href="/thu-tuc">Tất cả thủ tục</BackLink>
      <PageHeading title={version.content.plainName} lead={version.variants.length > 1 ? variant.name : undefined} />
      {version.variants.length > 1 && <VariantLinks version={version} current={variant} />}
      <div className="mt-5">
        <AnswerList
          answers={[
            { icon: 'calendar-check', question: 'Bao lâu có kết quả', answer: capital(limitWords(limit)), more: limit === null ? 'Pháp luật không quy định thời hạn cho việc này.' : limitWithCutOff(limit) === limitWords(limit) ? undefined : capital(limitWithCutOff(limit)) },
            { icon: 'banknote', question: 'Hết bao nhiêu', answer: feeInShort(variant.fees), more: variant.fees.filter(({ onRequest }) => onRequest).map(({ wording }) => wording).join('. ') || undefined },
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function VariantLinks({ version, current }: { version: CatalogueVersion; current: CatalogueVariant }) {
  return (
    <ul className="link-list mt-3" aria-label="Các trường hợp">
      {version.variants.filter(({ key }) => key !== current.key).map(({ key, name }) => <li key={key}><a href={`?truong-hop=${key}`}>{name}</a></li>)}
    </ul>
  )
}

/** The day one would get by filing this minute, and the door. A desk-only procedure says where to go instead. */
async function FileNow({ commune, version, variant }: Props & { commune: Commune }) {
  const at = now()
  const limit = limitFor(variant, 'online')
  const due = limit === null ? null : dueMoment({ receivedAt: at, limit, calendar: (await calendarOf(commune.id)).calendar, pauses: [] })
  const online = version.content.channels.includes('online')
  const start = `/don-vi/${commune.slug}/nop-ho-so?thu-tuc=${version.procedureCode}&truong-hop=${variant.key}`
  return (
    <div className="mt-6">
      {due?.ok && (
        <DueBlock dueAt={due.value.dueAt} title="Nếu quầy nhận hồ sơ ngay bây giờ" lunar={lunarWords(lunarDateOf(due.value.dueOn))} size="small">
          Hẹn trả trước {localTimeOf(due.value.dueAt)} {longDay(due.value.dueOn)}. <a href={`/tinh-han-tra?xa=${commune.slug}&thu-tuc=${version.procedureCode}`}>Cách tính</a>
        </DueBlock>
      )}
      <ButtonRow className="mt-5">
        {online && <ButtonLink href={start}>{commune.filingMode === 'full' ? 'Bắt đầu nộp hồ sơ' : 'Chuẩn bị hồ sơ'}</ButtonLink>}
      </ButtonRow>
      {!online && <Note tone="paper">Thủ tục này nộp trực tiếp tại {commune.name}, {commune.address}.</Note>}
      {online && commune.filingMode === 'prepare' && (
        <Note tone="cham">{commune.name} nhận hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia. Ở đây bạn chuẩn bị và kiểm tra cho đủ; quầy mở bằng mã, không phải khai lại.</Note>
      )}
      <p className="law mt-3">Dừng giữa chừng vẫn còn nguyên: bản nháp được giữ 30 ngày.</p>
    </div>
  )
}
