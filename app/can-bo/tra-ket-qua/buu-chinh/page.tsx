import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Note, Toast } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { parcels } from '@/lib/dossiers/queries/parcels'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { tableInstant } from '@/lib/kernel/format'
import { OfficerPage } from '../../_components/officer-page'
import { dossierHref } from '../../_components/queue-address'
import { POST } from './_components/address'
import { PostForm } from './_components/post-form'
import { deliveredAction, postManyAction } from './actions'

export const metadata: Metadata = { title: 'Trả kết quả qua bưu chính' }

type Search = { xong?: string; con?: string; phat?: string; loi?: string }

/** What goes by post: the bag of today, what is on its way, and what came back. */
export default async function PostPage({ searchParams }: { searchParams: Promise<Search> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) notFound()
  const [{ xong, con, phat, loi }, { waiting, under }] = await Promise.all([searchParams, parcels(officer)])
  const lines = waiting.map((row) => ({ ...row, href: dossierHref(row.code) }))
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/tra-ket-qua">Trả kết quả</BackLink>
      <PageHeading title="Trả qua bưu chính" lead="Bàn giao cho bưu tá, theo dõi đến khi phát xong." actions={<ButtonLink variant="outlined" icon="printer" href={`${POST}/phieu`}>Phiếu bàn giao hôm nay</ButtonLink>} />
      {loi !== undefined && <Note tone="vang" className="mb-2"><p role="alert">Hồ sơ vừa được người khác cập nhật. Xem lại danh sách bên dưới.</p></Note>}
      {con !== undefined && <Note tone="vang" className="mb-2"><p role="alert">Còn {con} hồ sơ chưa gửi được vì vừa được người khác cập nhật. Xem lại danh sách bên dưới.</p></Note>}
      <div className="grid gap-3">
        <Sheet title="Chờ gửi" flush>
          {lines.length === 0 ? <EmptyState action={{ href: '/can-bo/tra-ket-qua', label: 'Về trả kết quả' }}>Không có kết quả nào chờ gửi bưu chính.</EmptyState> : <PostForm action={postManyAction} lines={lines} />}
        </Sheet>
        <Sheet title="Bưu chính đang giữ" flush>
          <DataTable
            caption="Bưu gửi đang đi đường" rows={under} rowKey={(row) => row.dossierId} stack tall
            empty={<EmptyState>Không có bưu gửi nào đang đi đường.</EmptyState>}
            columns={[
              { key: 'code', head: 'Mã hồ sơ', width: 'w-48', rowHead: true, cell: (row) => <a className="num" href={dossierHref(row.code)}>{row.code}</a> },
              { key: 'who', head: 'Người nhận', cell: (row) => <>{row.recipientName}<span className="soft block">{row.address}</span></> },
              { key: 'tracking', head: 'Mã bưu gửi', width: 'w-44', cell: (row) => <span className="num">{row.trackingNumber}</span> },
              { key: 'at', head: 'Gửi lúc', width: 'w-28', cell: (row) => <span className="num">{row.handedOverAt === null ? '' : tableInstant(row.handedOverAt)}</span> },
              { key: 'do', head: 'Bưu chính báo', hideHead: true, width: 'w-64', bare: true, cell: (row) => (
                <form action={deliveredAction} className="flex flex-wrap gap-2">
                  <input type="hidden" name="dossierId" value={row.dossierId} />
                  <input type="hidden" name="version" value={row.version} />
                  <Button variant="outlined">Đã phát<span className="sr-only"> {row.code}</span></Button>
                  <ButtonLink variant="text" href={`${dossierHref(row.code)}?lam=take-back-parcel`}>Chuyển hoàn<span className="sr-only"> {row.code}</span></ButtonLink>
                </form>
              ) },
            ]}
          />
        </Sheet>
      </div>
      {xong !== undefined && Number(xong) > 0 && <Toast action={{ href: `${POST}/phieu`, label: 'In phiếu bàn giao' }}>Đã bàn giao {Number(xong)} kết quả cho bưu chính.</Toast>}
      {phat !== undefined && <Toast action={{ href: dossierHref(phat), label: 'Mở hồ sơ' }}>Đã ghi nhận phát xong {phat}.</Toast>}
    </OfficerPage>
  )
}
