import { HandleForm } from './handle-form'
import { Sheet } from '@/components/ui/sheet'
import { money, tableInstant } from '@/lib/kernel/format'
import type { CollectorDay } from '@/lib/payments/queries/collector-day'
import { notificationOutcomeLabel } from '@/lib/payments/wording'
import { dossierHref } from '../../_components/queue-address'

/** What a gateway told that fits nothing: somebody looks into it and says what was done. */
export function NewsSheet({ news, may }: Pick<CollectorDay, 'news' | 'may'>) {
  if (news.length === 0) return null
  return (
    <Sheet title="Cổng thanh toán báo, cần xem" note={String(news.length)} late>
      <ul className="grid gap-4">
        {news.map(({ provider, eventId, code, reference, amountVnd, outcome, receivedAt }) => (
          <li key={eventId}>
            <b>{notificationOutcomeLabel[outcome]}</b>: <span className="num">{money(amountVnd)}</span>, {tableInstant(receivedAt)}{reference !== null && <>, mã giao dịch <span className="num">{reference}</span></>}.{' '}
            {code === null ? 'Không rõ hồ sơ nào.' : <a className="num" href={`${dossierHref(code)}?tab=thu-phi`}>{code}</a>}
            {may.collect && <HandleForm provider={provider} eventId={eventId} />}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
