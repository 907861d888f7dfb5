import { EmptyState } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'

/** For officers who came by a link: whose page this is, and where their own work is. */
export const NotForYou = () => (
  <>
    <PageHeading title="Quản trị" />
    <Sheet className="mt-3"><EmptyState action={{ href: '/can-bo', label: 'Về hàng việc của tôi' }}>Trang này dành cho quản trị của xã.</EmptyState></Sheet>
  </>
)
