import { Details } from '@/components/ui/details'
import type { IconName } from '@/components/ui/icon'
import { NumberedList, Timeline } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { Section } from '@/components/ui/page-heading'
import { limitWords } from '@/lib/calendar/wording'
import { shortDay } from '@/lib/kernel/format'
import { checklistFor, type ChecklistItem } from '@/lib/procedures/domain/checklist'
import { shownName } from '@/lib/procedures/domain/procedure'
import type { CatalogueVariant, CatalogueVersion } from '@/lib/procedures/store'

type Props = { version: CatalogueVersion; variant: CatalogueVariant }

/** So many sentences about money stand under the answer; more have a section of their own. */
export const FEES_IN_ANSWER = 2

/** Papers, conditions, who handles it, the law: what one reads after the answer. */
export function ProcedureStory({ version, variant }: Props) {
  const papers = checklistFor(variant, 'online')
  const sometimes = papers.filter(({ required }) => !required)
  const { content } = version
  return (
    <>
      {content.conditions !== null && <Section title="Ai làm được, khi nào"><p className="mt-3">{content.conditions}</p></Section>}
      <Section title="Giấy tờ cần có">
        <div className="mt-3"><NumberedList items={papers.filter(({ required }) => required).map((item) => ({ id: item.document.key, title: shownName(item.document), detail: detailOf(item) }))} /></div>
      </Section>
      {sometimes.length > 0 && (
        <Section title="Chỉ khi thuộc trường hợp này">
          <div className="mt-3">{sometimes.map((item) => <Details key={item.document.key} summary={item.document.condition ?? shownName(item.document)}><p>{shownName(item.document)}. {detailOf(item)}</p></Details>)}</div>
        </Section>
      )}
      {variant.fees.length > FEES_IN_ANSWER && <Section title="Hết bao nhiêu"><ul className="stack mt-3">{variant.fees.map(({ wording }) => <li key={wording}>{wording}</li>)}</ul></Section>}
      <Section title="Hồ sơ đi qua ai">
        <div className="mt-4"><Timeline neutral items={content.steps.map(({ name, actor }, index) => ({ id: String(index), state: 'done', icon: stepIcon(actor, index === content.steps.length - 1), title: actor, detail: name }))} /></div>
      </Section>
      <Section title="Bạn nhận được"><ul className="stack mt-3">{content.results.map((result) => <li key={result}>{result}</li>)}</ul></Section>
      {version.interAgency && <Section title="Một hồ sơ, nhiều cơ quan"><p className="mt-3">Nhiều cơ quan cùng giải quyết; bạn chỉ nộp và nhận ở một nơi.</p></Section>}
      <div className="mt-8">
        <Details summary={`Căn cứ pháp lý (${content.legalBasis.length} văn bản)`}><ul className="stack">{content.legalBasis.map((basis) => <li key={basis}>{basis}</li>)}</ul></Details>
        <Details summary="Thời hạn theo văn bản">
          <p>{variant.limitNote || limitWords(variant.limits.every)}</p>
          {variant.verificationNote && <p>{variant.verificationNote}</p>}
        </Details>
      </div>
      <p className="law mt-5">
        Mã thủ tục {version.procedureCode}, lĩnh vực {version.fieldName}.{version.decision && ` Theo Quyết định ${version.decision}.`} Dữ liệu đọc ngày {shortDay(content.asOf)}.
        Hồ sơ đã nhận giữ nguyên quy định tại ngày nhận, dù sau đó quy định thay đổi.
      </p>
      {version.unverified.length > 0 && <Note className="mt-5"><p>Một số chi tiết của thủ tục này chưa đối chiếu với quyết định công bố của tỉnh. Số trên giấy hẹn là số cuối cùng.</p></Note>}
    </>
  )
}

const countOf = ({ document, need }: ChecklistItem): string | null => {
  if (need === 'answer') return 'Khai ngay trên trang này bằng cách trả lời câu hỏi.'
  if (need === 'present') return 'Chỉ đưa xem, không phải nộp.'
  const parts = [document.originals > 0 ? `${document.originals} bản chính` : '', document.copies > 0 ? `${document.copies} bản sao` : ''].filter(Boolean)
  return parts.length === 0 ? null : `${parts.join(', ')}.`
}

const detailOf = (item: ChecklistItem): string => [countOf(item), item.document.note].filter(Boolean).join(' ')

/** One sign for each kind of hand; the last one gives back. */
function stepIcon(actor: string, isLast: boolean): IconName {
  if (isLast) return 'mail-check'
  if (/chủ tịch|lãnh đạo/i.test(actor)) return 'signature'
  if (/tiếp nhận|một cửa|trung tâm phục vụ/i.test(actor)) return 'clipboard-check'
  return /^(người|cá nhân|tổ chức|công dân|bạn)/i.test(actor) ? 'user' : 'book-open-check'
}
