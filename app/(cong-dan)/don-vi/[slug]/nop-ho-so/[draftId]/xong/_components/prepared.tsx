import { PrintButton } from '@/components/documents/print-button'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { NumberedList, SummaryList } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { Section } from '@/components/ui/page-heading'
import { Details } from '@/components/ui/details'
import type { HandOver } from '@/lib/dossiers/use-cases/prepare-dossier'
import { shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { summaryOf } from '@/lib/procedures/domain/form-summary'
import { shownName } from '@/lib/procedures/domain/procedure'
import type { Filing } from '../../../_components/filing-frame'

/** The end of a preparation: the code for the counter, what to bring, and the way to the national portal. */
export function Prepared({ filing, handOver }: { filing: Filing; handOver: HandOver }) {
  const bring = filing.checklist.filter(({ need, required, document }) => need !== 'answer' && (required || filing.files.some(({ documentKey }) => documentKey === document.key)))
  return (
    <div className="column pt-6 pb-10">
      <div className="receipt">
        <div className="receipt-head"><Icon name="circle-check" /><div><h1>Hồ sơ đã chuẩn bị xong</h1><p>{filing.version.content.plainName}</p></div></div>
        <div className="receipt-body">
          <p className="soft text-base">Mã đưa cho quầy</p>
          <p className="receipt-code">{handOver.code}</p>
          <p className="mt-2 text-base">Quầy của {filing.commune.name} gõ mã này là thấy hết những gì bạn đã khai, không phải khai lại. Mã dùng được đến {shortDay(localDateOf(handOver.expiresAt))}.</p>
        </div>
      </div>
      <Note tone="vang" title="Hồ sơ chưa được nộp" className="mt-6"><p>Làm một trong hai cách dưới đây thì hồ sơ mới được tiếp nhận và có ngày hẹn.</p></Note>
      <Section title="Cách 1: đến quầy">
        <p className="mt-3">{filing.commune.address}. Mang theo:</p>
        <div className="mt-3">
          {bring.length === 0 ? <p>Giấy tờ tùy thân của bạn.</p> : <NumberedList items={bring.map(({ document, need }) => ({ id: document.key, title: shownName(document), detail: need === 'present' ? 'Chỉ đưa xem' : (document.note ?? undefined) }))} />}
        </div>
      </Section>
      <Section title="Cách 2: nộp trên Cổng Dịch vụ công quốc gia">
        <p className="mt-3">Đăng nhập bằng tài khoản định danh điện tử (VNeID), tìm thủ tục mã {filing.version.procedureCode}, rồi chép những câu trả lời dưới đây.</p>
        <div className="mt-3"><Details summary="Những câu trả lời bạn đã chuẩn bị" flush><Answers filing={filing} /></Details></div>
      </Section>
      <ButtonRow className="no-print mt-8">
        <ButtonLink href="https://dichvucong.gov.vn" rel="noreferrer" icon="external-link">Mở Cổng Dịch vụ công quốc gia</ButtonLink>
        <PrintButton>In hoặc lưu</PrintButton>
        <ButtonLink variant="text" href={`${filing.base}/kiem-tra`}>Sửa hồ sơ</ButtonLink>
      </ButtonRow>
    </div>
  )
}

/** Numbers in full: they are copied to the portal. */
const Answers = ({ filing: { form, draft } }: { filing: Filing }) =>
  summaryOf(form, draft.answers, { masked: false }).map(({ title, rows }) => (
    <section key={title} className="mt-4"><h3>{title}</h3><SummaryList rows={rows.map(({ label, value }) => ({ label, value }))} /></section>
  ))
