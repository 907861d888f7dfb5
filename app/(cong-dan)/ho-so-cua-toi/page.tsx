import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { EmptyState, Note } from '@/components/ui/note'
import { BackLink, PageHeading, Section } from '@/components/ui/page-heading'
import { dossiersOfCitizen } from '@/lib/dossiers/queries/dossiers-of-citizen'
import { draftsOf } from '@/lib/dossiers/queries/draft-of'
import { requireCitizen } from '@/lib/identity/queries/current-citizen'
import { maskedPhone } from '@/lib/kernel/format'
import { now } from '@/lib/platform/clock'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CitizenPage } from '../_components/citizen-page'
import { DossierRows } from './_components/dossier-rows'
import { DiscardQuestion, DraftRows } from './_components/draft-rows'

export const metadata: Metadata = { title: 'Hồ sơ của tôi' }

/** Everything of one citizen, in whichever commune: what is half done, what was filed, and the way out. */
export default async function MyDossiersPage({ searchParams }: PageProps<'/ho-so-cua-toi'>) {
  const citizen = await requireCitizen('/ho-so-cua-toi')
  const [asked, commune, drafts, dossiers] = await Promise.all([searchParams, chosenCommune(), draftsOf(citizen), dossiersOfCitizen(citizen)])
  const unwanted = drafts.find(({ id }) => id === asked.bo)
  return (
    <CitizenPage commune={commune}>
      <div className="column pb-10">
        <BackLink href="/">Trang đầu</BackLink>
        <PageHeading title="Hồ sơ của tôi" lead={`Đăng nhập bằng ${citizen.contact.includes('@') ? citizen.contact : `số ${maskedPhone(citizen.contact)}`}. Chỉ hiện hồ sơ nộp bằng số hoặc thư này.`} />
        {asked['khong-con'] !== undefined && <Note tone="vang" className="mt-5"><p role="status">Bản nháp ấy không còn: đã quá 30 ngày, đã bỏ, hoặc thuộc người khác.</p></Note>}
        {unwanted !== undefined && <DiscardQuestion draft={unwanted} />}
        {drafts.length > 0 && <Section title="Đang làm dở"><DraftRows drafts={drafts} /></Section>}
        <Section title="Đã nộp">
          {dossiers.length === 0 ? <EmptyState action={{ href: '/thu-tuc', label: 'Tìm thủ tục cần làm' }}>Bạn chưa nộp hồ sơ nào bằng tài khoản này.</EmptyState> : <DossierRows dossiers={dossiers} at={now()} />}
        </Section>
        <p className="mt-6 text-base"><a href="/ho-so-cua-toi/ket-qua">Kho kết quả: tải lại kết quả đã có</a></p>
        <p className="mt-3 text-base">Hồ sơ nộp tại quầy thì <a href="/tra-cuu">tra bằng mã trên giấy hẹn</a>.</p>
        <form method="post" action="/dang-xuat" className="no-print mt-8"><Button variant="outlined" icon="log-out">Đăng xuất</Button></form>
      </div>
    </CitizenPage>
  )
}
