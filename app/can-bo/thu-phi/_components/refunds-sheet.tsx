import { Tag } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { money, tableInstant } from '@/lib/kernel/format'
import type { CollectorDay } from '@/lib/payments/queries/collector-day'
import { refundMethodLabel, refundStateLabel } from '@/lib/payments/wording'
import { dossierHref } from '../../_components/queue-address'

/** Refunds that wait: for the leader to decide, or for the collector to pay. Each is done in its dossier. */
export function RefundsSheet({ refunds, may }: Pick<CollectorDay, 'refunds' | 'may'>) {
  if (refunds.length === 0) return null
  return (
    <Sheet title="Hoàn tiền đang chờ" note={String(refunds.length)}>
      <ul className="grid gap-2">
        {refunds.map(({ id, code, amountVnd, method, reason, state, proposedAt, proposedByName }) => (
          <li key={id}>
            <a className="num" href={`${dossierHref(code)}?tab=thu-phi`}>{code}</a>: <b className="num">{money(amountVnd)}</b>, {refundMethodLabel[method].toLocaleLowerCase('vi')}. {reason}.{' '}
            <Tag tone={(state === 'proposed' && may.approveRefund) || (state === 'approved' && may.collect) ? 'care' : 'plain'}>{refundStateLabel[state]}</Tag>{' '}
            <span className="soft text-xs">{proposedByName ?? 'Hệ thống'} đề nghị {tableInstant(proposedAt)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
