import { SummaryList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-heading'
import { fileSize, money, moneyForCitizen } from '@/lib/kernel/format'
import { summaryOf } from '@/lib/procedures/domain/form-summary'
import { amountOf, type Fee, feesFor, type Quantities } from '@/lib/procedures/domain/fee'
import { partsFor } from '@/lib/procedures/domain/application-form'
import { shownName } from '@/lib/procedures/domain/procedure'
import type { Filing } from '../../../_components/filing-frame'

/** The answers by section, each with its `Sửa`; a screen that was never opened is a way to open it. */
export function FiledAnswers({ filing: { form, draft, base } }: { filing: Filing }) {
  const sections = summaryOf(form, draft.answers)
  const answered = new Set(sections.flatMap(({ rows }) => rows.map(({ partSlug }) => partSlug)))
  return (
    <>
      {sections.map(({ title, rows }) => (
        <Section key={title} title={title}>
          {[...new Set(rows.map(({ partSlug }) => partSlug))].map((slug) => <span key={slug} id={`phan-${slug}`} />)}
          <SummaryList rows={rows.map(({ label, value, inWords, partSlug }) => ({ label, value, detail: inWords ?? undefined, changeHref: `${base}/${partSlug}?xem-lai=1&tro-lai=kiem-tra` }))} />
        </Section>
      ))}
      {partsFor(form, draft.answers).filter(({ slug }) => !answered.has(slug)).map((part) => (
        <Section key={part.slug} title={part.section} id={`phan-${part.slug}`}>
          <p className="mt-3"><a href={`${base}/${part.slug}?tro-lai=kiem-tra`}>Trả lời: {part.title}</a></p>
        </Section>
      ))}
    </>
  )
}

export function FiledPapers({ filing: { checklist, files, base } }: { filing: Filing }) {
  const rows = checklist
    .filter(({ need, required, document }) => need === 'hand-in' && (required || files.some(({ documentKey }) => documentKey === document.key)))
    .map(({ document }) => {
      const sent = files.filter(({ documentKey }) => documentKey === document.key)
      const size = fileSize(sent.reduce((sum, each) => sum + each.size, 0))
      return { label: shownName(document), value: sent.length === 0 ? 'Chưa có' : `${sent.length} tệp, ${size}`, changeHref: `${base}/giay-to#giay-${document.key}` }
    })
  return <Section title="Giấy tờ" id="giay-to">{rows.length === 0 ? <p className="mt-3">Không phải gửi giấy tờ nào.</p> : <SummaryList rows={rows} />}</Section>
}

/** What this filing comes to, as far as the answers tell. */
export function ToPay({ filing: { variant, draft } }: { filing: Filing }) {
  const fees = feesFor(variant.fees, 'online')
  const known = (name: string): number | undefined => (/^\d{1,3}$/.test(draft.answers[name] ?? '') ? Number(draft.answers[name]) : undefined)
  const rows = owedRows(fees, { copies: known('copies'), pages: known('pages') })
  return <Section title="Phải trả"><SummaryList rows={rows} /></Section>
}

function owedRows(fees: readonly Fee[], { copies, pages }: { copies: number | undefined; pages: number | undefined }) {
  const quantities: Quantities = { ...(copies === undefined ? {} : { copies }), ...(pages === undefined ? {} : { pages }) }
  const amounts = fees.map((fee) => ({ fee, amount: amountOf(fee, quantities) }))
  const open = amounts.filter(({ fee, amount }) => amount === null && !fee.onRequest)
  const sum = amounts.reduce((total, { amount }) => total + (amount ?? 0), 0)
  const detail = fees.map(({ wording }) => wording).join('. ') || undefined
  if (open.length > 0) return [{ label: 'Phí, lệ phí', value: sum > 0 ? `${money(sum)} và phần do tỉnh quy định` : 'Theo mức của tỉnh', detail }]
  return [{ label: 'Phí, lệ phí', value: moneyForCitizen(sum), detail }]
}
