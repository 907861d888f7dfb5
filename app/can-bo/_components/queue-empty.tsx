import { EmptyState } from '@/components/ui/note'
import type { QueueCounts } from '@/lib/dossiers/queries/open-dossiers'
import { countLabel, urgencyLabel } from '@/lib/dossiers/wording'
import { queueHref, type QueueView } from './queue-address'

/** One sentence and one way on, by what was asked for. */
export function QueueEmpty({ view, counts }: { view: QueueView; counts: QueueCounts }) {
  const filtered = view.field !== null || view.step !== null || view.channel !== null || view.receivedFrom !== null
  if (view.urgency !== null && counts.all > 0) {
    return <EmptyState action={{ href: queueHref(view, { urgency: null }), label: `Xem cả ${countLabel(counts.all)} hồ sơ` }}>Không có hồ sơ nào ở nhóm {urgencyLabel[view.urgency].toLocaleLowerCase('vi')}.</EmptyState>
  }
  if (filtered) {
    return <EmptyState action={{ href: queueHref({ ...view, urgency: null, field: null, step: null, channel: null, receivedFrom: null }), label: 'Bỏ mọi bộ lọc' }}>Không có hồ sơ nào khớp bộ lọc đang đặt.</EmptyState>
  }
  if (view.scope !== 'all') {
    return <EmptyState action={{ href: queueHref(view, { scope: 'all' }), label: 'Xem hồ sơ đang làm của cả đơn vị' }}>Không còn việc nào chờ bạn.</EmptyState>
  }
  return <EmptyState action={{ href: '/can-bo/quay', label: 'Tiếp nhận tại quầy' }}>Không có hồ sơ nào đang giải quyết.</EmptyState>
}
