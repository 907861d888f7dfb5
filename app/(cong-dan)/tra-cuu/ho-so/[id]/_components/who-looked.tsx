import type { Viewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { RuledSection } from '@/components/ui/page-heading'
import { accessCounts } from '@/lib/audit/queries/access-counts'

/** How many officers opened the data. Names, hours and reasons are for the dossier's own people. */
export async function WhoLooked({ viewer: { dossier, owner } }: { viewer: Viewer }) {
  const { officers, times } = await accessCounts(dossier)
  const list = `/tra-cuu/ho-so/${dossier.dossierId}/ai-da-xem`
  return (
    <RuledSection title="Ai đã xem dữ liệu của bạn">
      <p className="text-base">
        {times === 0 ? 'Chưa cán bộ nào mở hồ sơ này.' : <>{officers} cán bộ, {times} lần. {owner === null ? <><a href={`/dang-nhap?tiep=${encodeURIComponent(list)}`}>Đăng nhập</a> để xem tên, giờ và lý do từng lần.</> : <a href={list}>Xem tên, giờ và lý do từng lần</a>}</>}
      </p>
    </RuledSection>
  )
}
