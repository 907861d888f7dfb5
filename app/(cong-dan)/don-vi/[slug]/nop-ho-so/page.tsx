import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { LinkRows } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading, Section } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { draftsOf } from '@/lib/dossiers/queries/draft-of'
import { requireCitizen } from '@/lib/identity/queries/current-citizen'
import { longInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { procedureInForce } from '@/lib/procedures/store'
import { communeBySlug } from '@/lib/units/queries/communes'
import { startDraftAction } from './actions'

export const metadata: Metadata = { title: 'Bắt đầu nộp hồ sơ' }

/** The door of a filing: what comes, the drafts that wait, and the button. */
export default async function StartPage({ params, searchParams }: PageProps<'/don-vi/[slug]/nop-ho-so'>) {
  const [{ slug }, asked] = await Promise.all([params, searchParams])
  const commune = (await communeBySlug(slug)) ?? notFound()
  const code = typeof asked['thu-tuc'] === 'string' ? asked['thu-tuc'] : ''
  const version = (await procedureInForce(code, localDateOf(now()), commune.id)) ?? notFound()
  const variantKey = typeof asked['truong-hop'] === 'string' ? asked['truong-hop'] : version.variants[0]!.key
  const citizen = await requireCitizen(`/don-vi/${slug}/nop-ho-so?thu-tuc=${encodeURIComponent(code)}&truong-hop=${encodeURIComponent(variantKey)}`)
  const drafts = (await draftsOf(citizen)).filter((draft) => draft.procedureCode === code && draft.communeId === commune.id)
  return (
    <CitizenPage commune={commune}>
      <div className="column">
        <BackLink href={`/thu-tuc/${code}`}>{version.content.plainName}</BackLink>
        <PageHeading title={commune.filingMode === 'full' ? 'Nộp hồ sơ' : 'Chuẩn bị hồ sơ'} lead={`${version.content.plainName}, ${commune.name}. Trả lời từng câu hỏi, chụp giấy tờ, xem lại rồi gửi.`} />
        {commune.filingMode === 'prepare' && (
          <Note tone="cham" title="Xã này nhận hồ sơ qua Cổng Dịch vụ công quốc gia">
            Ở đây bạn chuẩn bị và kiểm tra cho đủ, rồi mang mã đến quầy hoặc nộp trên Cổng Dịch vụ công quốc gia. Không phải khai lại từ đầu.
          </Note>
        )}
        {drafts.length > 0 && (
          <Section title="Hồ sơ đang làm dở">
            <LinkRows className="mt-3" rows={drafts.map((draft) => ({ href: `/don-vi/${slug}/nop-ho-so/${draft.id}/kiem-tra`, title: 'Làm tiếp', detail: `Lưu lúc ${longInstant(draft.updatedAt)}`, icon: 'file-pen-line' as const }))} />
          </Section>
        )}
        <form action={startDraftAction.bind(null, slug, code, variantKey)} className="mt-6">
          <SubmitButton block variant={drafts.length > 0 ? 'outlined' : 'filled'} busyLabel="Đang mở…">{drafts.length > 0 ? 'Làm hồ sơ mới' : 'Bắt đầu'}</SubmitButton>
        </form>
        <p className="law mt-3">Mọi câu trả lời được lưu ngay khi bạn bấm Tiếp tục và giữ 30 ngày. Mở lại trên máy khác bằng cùng số điện thoại.</p>
      </div>
    </CitizenPage>
  )
}
