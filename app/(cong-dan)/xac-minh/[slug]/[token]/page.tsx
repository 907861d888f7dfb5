import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { PrintButton } from '@/components/documents/print-button'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { checkByToken } from '@/lib/dossiers/use-cases/check-paper'
import { clientAddress } from '@/lib/identity/client-address'
import { communeBySlug } from '@/lib/units/queries/communes'
import { CitizenPage } from '../../../_components/citizen-page'
import { PublicPaperView } from '../../_components/public-paper-view'
import { checkProblem } from '../../_components/words'

export const metadata: Metadata = { title: 'Kiểm tra giấy tờ', robots: { index: false } }

/** Where the QR code of a paper leads: what the paper must say if it is the one that was issued. */
export default async function PaperByCodePage({ params }: PageProps<'/xac-minh/[slug]/[token]'>) {
  const { slug, token } = await params
  const found = await checkByToken(slug, token, clientAddress(await headers()))
  const paper = found.ok ? found.value : null
  return (
    <CitizenPage commune={await communeBySlug(slug)}>
      <div className="column pb-10">
        <BackLink href="/xac-minh">Kiểm tra giấy khác</BackLink>
        <div className="mt-5"><PageHeading title={paper === null ? 'Chưa kiểm tra được giấy này' : 'Giấy này do cơ quan dưới đây cấp'} /></div>
        {!found.ok && <Note tone="vang" className="mt-4"><p role="alert">{checkProblem[found.problem.code]}</p></Note>}
        {found.ok && paper === null && <Note tone="vang" className="mt-4" title="Mã QR này không phải của giấy nào đã cấp"><p role="status">Mã có thể bị làm giả, bị mờ khi quét, hoặc kết quả chưa hoàn tất. Quét lại lần nữa, hoặc hỏi cơ quan ghi ở đầu giấy.</p></Note>}
        {paper !== null && (
          <>
            <div className="mt-4"><PublicPaperView paper={paper} /></div>
            <Note className="mt-6" title="So với giấy bạn đang cầm"><p>Số, ngày, cơ quan và chữ đầu họ tên phải trùng nhau. Có tệp PDF thì <a href="/xac-minh#tep">gửi tệp</a> để biết nội dung có bị sửa không.</p></Note>
            <div className="no-print mt-6"><PrintButton>In trang này</PrintButton></div>
          </>
        )}
      </div>
    </CitizenPage>
  )
}
