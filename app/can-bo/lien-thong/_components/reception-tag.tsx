import { Tag } from '@/components/ui/note'
import type { ReceptionView } from '@/lib/interagency/queries/receptions'
import { receptionStateLabel } from '@/lib/interagency/wording'

/** Waiting for the other commune, acknowledged, refused; with a result to be fetched here, or handed out. */
export function ReceptionTag({ reception }: { reception: Pick<ReceptionView, 'state' | 'resultAt' | 'returnedAt' | 'returnPlace'> }) {
  if (reception.returnedAt !== null) return <Tag tone="done">Đã trả kết quả</Tag>
  if (reception.resultAt !== null) return <Tag tone="done">{reception.returnPlace === 'here' ? 'Có kết quả, chờ trả ở đây' : 'Có kết quả ở xã giải quyết'}</Tag>
  return <Tag tone={({ waiting: 'care', acknowledged: 'cham', refused: 'late' } as const)[reception.state]}>{receptionStateLabel[reception.state]}</Tag>
}
