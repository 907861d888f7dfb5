import { EmptyState } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'

/** For officers who came by a link: what stands here, and where their own work is. */
export const NotForYou = ({ what = 'Số liệu của xã' }: { what?: string }) => (
  <>
    <PageHeading title={what} />
    <Sheet className="mt-3"><EmptyState action={{ href: '/can-bo', label: 'Về hàng việc của tôi' }}>Trang này dành cho lãnh đạo, người đứng đầu đơn vị và giám đốc Trung tâm.</EmptyState></Sheet>
  </>
)
