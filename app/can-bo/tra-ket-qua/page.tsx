import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TimelinessBadge } from '@/components/calendar/due-badge'
import { ButtonLink } from '@/components/ui/button'
import { DataTable, NextRows } from '@/components/ui/data-table'
import { FilterBar, FilterChip, FilterMenu } from '@/components/ui/filters'
import { Icon } from '@/components/ui/icon'
import { KeysFooter } from '@/components/ui/kbd'
import { EmptyState, Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { resolvedDossiers } from '@/lib/dossiers/queries/resolved-dossiers'
import { returnChannelLabel } from '@/lib/dossiers/wording'
import type { ReturnChannel } from '@/lib/dossiers/domain/dossier'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { money, tableInstant } from '@/lib/kernel/format'
import { OfficerPage } from '../_components/officer-page'
import { dossierHref } from '../_components/queue-address'
import { QueueKeys } from '../_components/queue-keys'
import { SlipScanner } from './_components/slip-scanner'

export const metadata: Metadata = { title: 'Trả kết quả' }

const slug = { desk: 'tai-quay', post: 'buu-chinh', online: 'dien-tu' } as const satisfies Record<ReturnChannel, string>
const hints = [{ keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['Enter'], does: 'trả kết quả' }]

/** Results that wait to be fetched. The code on the slip, or its QR code, goes straight to one. */
export default async function ReturnPage({ searchParams }: { searchParams: Promise<{ qua?: string; sau?: string; khong?: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) notFound()
  const { qua, sau, khong } = await searchParams
  const channel = (Object.keys(slug) as ReturnChannel[]).find((each) => slug[each] === qua) ?? null
  const { rows, next } = await resolvedDossiers(officer, { returnChannel: channel, after: sau ?? null }, 50)
  const href = (change: Record<string, string>) => `/can-bo/tra-ket-qua?${new URLSearchParams({ ...(channel === null ? {} : { qua: slug[channel] }), ...change })}`
  return (
    <OfficerPage officer={officer} fixed keys={hints}>
      <PageHeading title="Trả kết quả" lead="Kết quả đã có, chờ người dân nhận." actions={<><SlipScanner /><ButtonLink variant="outlined" icon="truck" href="/can-bo/tra-ket-qua/buu-chinh">Bưu chính</ButtonLink></>} />
      {khong !== undefined && <Note tone="vang" className="mb-2"><p role="alert">Mã trên giấy hẹn này không thuộc hồ sơ nào của đơn vị. Tìm theo mã hồ sơ hoặc tên.</p></Note>}
      <Sheet flush scrolls>
        <FilterBar end="Có kết quả gần đây nhất trước">
          {channel === null
            ? <FilterMenu label="Cách trả" options={(Object.keys(slug) as ReturnChannel[]).map((each) => ({ href: `/can-bo/tra-ket-qua?qua=${slug[each]}`, label: returnChannelLabel[each] }))} />
            : <FilterChip label={returnChannelLabel[channel]} removeHref="/can-bo/tra-ket-qua" />}
        </FilterBar>
        <DataTable
          caption="Kết quả chờ trả" rows={rows} rowKey={(row) => row.code} current={rows[0]?.code} stack
          empty={<EmptyState action={{ href: '/can-bo', label: 'Về hàng việc' }}>Không có kết quả nào chờ trả.</EmptyState>}
          columns={[
            { key: 'code', head: 'Mã hồ sơ', width: 'w-48', rowHead: true, cell: (row) => <a className="num" href={`${dossierHref(row.code)}?lam=return-result`}>{row.code}</a> },
            { key: 'applicant', head: 'Chủ hồ sơ', width: 'w-52', clip: true, cell: (row) => (row.isUnreached ? <span className="care-text" title="Tin chưa tới người dân, gọi điện"><Icon name="phone" size="small" label="Gọi điện báo" /> {row.applicantName}</span> : row.applicantName) },
            { key: 'procedure', head: 'Thủ tục', clip: true, bare: true, cell: (row) => row.procedureName },
            { key: 'number', head: 'Số kết quả', width: 'w-32', cell: (row) => <><span className="num">{row.resultNumber ?? ''}</span>{row.outcome === 'denied' && <span className="soft"> không giải quyết</span>}</> },
            { key: 'at', head: 'Có lúc', width: 'w-28', drop: 1, cell: (row) => <span className="num">{tableInstant(row.resolvedAt)}</span> },
            { key: 'time', head: 'Hạn', width: 'w-32', bare: true, cell: (row) => <TimelinessBadge timeliness={row.timeliness} /> },
            { key: 'channel', head: 'Cách trả', width: 'w-32', drop: 2, cell: (row) => returnChannelLabel[row.returnChannel] },
            { key: 'owed', head: 'Còn thu', width: 'w-24', numeric: true, cell: (row) => (row.owedVnd === 0 ? '' : money(row.owedVnd)) },
          ]}
        />
        {(next !== null || sau !== undefined) && <NextRows nextHref={next === null ? undefined : href({ sau: next })} firstHref={sau === undefined ? undefined : href({})} />}
      </Sheet>
      <KeysFooter hints={[...hints, { keys: ['/'], does: 'tìm theo mã, tên' }, { keys: ['?'], does: 'mọi phím tắt' }]} end={rows.length > 0 && `${rows.length} dòng`} />
      <QueueKeys />
    </OfficerPage>
  )
}
