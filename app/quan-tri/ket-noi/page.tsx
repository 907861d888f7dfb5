import type { Metadata } from 'next'
import { Toast } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { connections } from '@/lib/interagency/queries/connections'
import { NotForYou } from '../_components/not-for-you'
import { DeadSheet } from './_components/dead-sheet'
import { PartnerSheet } from './_components/partner-sheet'
import { TokenSheet } from './_components/token-sheet'
import { WebhookSheet } from './_components/webhook-sheet'

export const metadata: Metadata = { title: 'Kết nối' }

const doneWords: Record<string, string> = {
  'thu-hoi': 'Đã thu hồi khóa', 'dung-tin': 'Đã dừng gửi tin', 'gui-lai': 'Đã đưa tin vào hàng gửi lại', 'them-co-quan': 'Đã thêm cơ quan phối hợp', 'ket-thuc-co-quan': 'Đã ghi ngày kết thúc',
}

/** Who may speak with this commune's system and whom it tells: keys, listeners, what could not be told, partner units. */
export default async function ConnectionsPage({ searchParams }: { searchParams: Promise<{ xong?: string }> }) {
  const [officer, { xong }] = [await requireOfficer(), await searchParams]
  const all = await connections(officer)
  if (all === null) return <NotForYou />
  return (
    <>
      <PageHeading title="Kết nối" lead={<>Khóa cho hệ thống khác, nơi nhận tin, cơ quan phối hợp. Cách gọi: <a href="/api/v1/tai-lieu">trang mô tả giao diện</a>.</>} />
      <div className="grid gap-3">
        {all.dead.length > 0 && <DeadSheet dead={all.dead} more={all.moreDead} />}
        <TokenSheet tokens={all.tokens} />
        <WebhookSheet webhooks={all.webhooks} tokens={all.tokens.filter(({ state }) => state === 'standing')} />
        <PartnerSheet partners={all.partners} />
      </div>
      {xong !== undefined && doneWords[xong] !== undefined && <Toast>{doneWords[xong]}.</Toast>}
    </>
  )
}
