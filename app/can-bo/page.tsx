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
import { manyAction } from './actions'
import { ManyForm } from './_components/many-form'
import { OfficerPage } from './_components/officer-page'
import { dossierHref, queueHref, readQueueView, type QueueQuery } from './_components/queue-address'
import { QueueEmpty } from './_components/queue-empty'
import { QueueFilters, QueueUrgency } from './_components/queue-filters'
import { QueueKeys } from './_components/queue-keys'
import { QueueNotes } from './_components/queue-notes'
import { QueueTable } from './_components/queue-table'
import { queueWork } from './_components/queue-work'

export const metadata: Metadata = { title: 'Hàng việc' }

const hints = [
  { keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['Enter'], does: 'mở' }, { keys: ['M'], does: 'chỉ việc của tôi' },
]
const picking = { keys: ['X'], does: 'chọn' }
const taking = { keys: ['N'], does: 'nhận mục đã chọn' }
const sharing = { keys: ['G'], does: 'chia công bằng mục đã chọn' }

/** One queue by urgency: what is late, what is due, what waits. Filters and page stand in the address. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<QueueQuery> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) notFound()
  const query = await searchParams
  const view = readQueueView(query, officer)
  const [work, { fields }] = await Promise.all([queueWork(officer, view), catalogue()])
  const { moment, rows, counts, next } = work
  const [takes, shares] = [rows.some(({ isFree }) => isFree), rows.some(({ isToShare }) => isToShare)]
  const keys = [...hints, ...(takes || shares ? [picking] : []), ...(takes ? [taking] : []), ...(shares ? [sharing] : [])]
  return (
    <OfficerPage officer={officer} fixed keys={keys}>
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
      <QueueNotes query={query} officer={officer} />
      <QueueUrgency view={view} work={work} />
      <Sheet flush scrolls>
        <QueueFilters view={view} officer={officer} fields={fields} today={moment.today} />
        {takes || shares
          ? <ManyForm action={manyAction} {...deeds(takes, shares)} hint="Đánh dấu hồ sơ chưa ai nhận rồi bấm." quiet><QueueTable work={work} empty={null} picks /></ManyForm>
          : <QueueTable work={work} empty={<QueueEmpty view={view} counts={counts} />} />}
        {(next !== null || view.after !== null) && <NextRows nextHref={next === null ? undefined : queueHref(view, { after: next })} firstHref={view.after === null ? undefined : queueHref(view)} />}
      </Sheet>
      <KeysFooter hints={[...keys, { keys: ['/'], does: 'tìm' }, { keys: ['?'], does: 'mọi phím tắt' }]} end={rows.length > 0 && `${rows.length} dòng`} />
      <QueueKeys />
    </OfficerPage>
  )
}

/** What may be done to many at once: to take them, to see who would get them, or both. */
function deeds(takes: boolean, shares: boolean): { submit: string; keys: string; value?: string; also?: { submit: string; keys: string; value: string } } {
  const share = { submit: 'Phân công công bằng', keys: 'G', value: 'chia' }
  return takes ? { submit: 'Nhận giải quyết mục đã chọn', keys: 'N', also: shares ? share : undefined } : share
}
