import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { NextRows } from '@/components/ui/data-table'
import { KeysFooter } from '@/components/ui/kbd'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { longDay } from '@/lib/kernel/format'
import { localTimeOf } from '@/lib/kernel/local-date'
import { catalogue } from '@/lib/procedures/store'
import { OfficerPage } from './_components/officer-page'
import { dossierHref, queueHref, readQueueView, type QueueQuery } from './_components/queue-address'
import { QueueEmpty } from './_components/queue-empty'
import { QueueFilters, QueueUrgency } from './_components/queue-filters'
import { QueueKeys } from './_components/queue-keys'
import { QueueTable } from './_components/queue-table'
import { queueWork } from './_components/queue-work'

export const metadata: Metadata = { title: 'Hàng việc' }

const hints = [
  { keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['Enter'], does: 'mở' }, { keys: ['M'], does: 'chỉ việc của tôi' },
]

/** One queue by urgency: what is late, what is due, what waits. Filters and page stand in the address. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<QueueQuery> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) notFound()
  const view = readQueueView(await searchParams, officer)
  const [work, { fields }] = await Promise.all([queueWork(officer, view), catalogue()])
  const { moment, rows, counts, next } = work
  return (
    <OfficerPage officer={officer} fixed keys={hints}>
      <PageHeading
        title="Hàng việc"
        lead={`${longDay(moment.today)}, ${localTimeOf(moment.now)}. Việc gấp nhất ở trên.`}
        actions={
          <>
            <ButtonLink variant="outlined" icon="user" keys="M" href={queueHref(view, { scope: view.scope === 'mine' ? 'all' : 'mine' })}>{view.scope === 'mine' ? 'Xem cả đơn vị' : 'Chỉ việc của tôi'}</ButtonLink>
            {rows[0] && <ButtonLink keys="Enter" href={dossierHref(rows[0].code)}>Mở việc gấp nhất</ButtonLink>}
          </>
        }
      />
      <QueueUrgency view={view} work={work} />
      <Sheet flush scrolls>
        <QueueFilters view={view} officer={officer} fields={fields} today={moment.today} />
        <QueueTable work={work} empty={<QueueEmpty view={view} counts={counts} />} />
        {(next !== null || view.after !== null) && <NextRows nextHref={next === null ? undefined : queueHref(view, { after: next })} firstHref={view.after === null ? undefined : queueHref(view)} />}
      </Sheet>
      <KeysFooter hints={[...hints, { keys: ['/'], does: 'tìm' }, { keys: ['?'], does: 'mọi phím tắt' }]} end={rows.length > 0 && `${rows.length} dòng`} />
      <QueueKeys />
    </OfficerPage>
  )
}
