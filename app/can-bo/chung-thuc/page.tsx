import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 as uuidv7 } from 'uuid'
import { DataTable } from '@/components/ui/data-table'
import { KeysFooter } from '@/components/ui/kbd'
import { EmptyState } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { certifiedToday } from '@/lib/dossiers/queries/certified-today'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { longDay, money, moneyForOfficer, number } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { feesFor } from '@/lib/procedures/domain/fee'
import { proceduresInForce } from '@/lib/procedures/store'
import { OfficerPage } from '../_components/officer-page'
import { dossierHref } from '../_components/queue-address'
import { SpotDesk } from './_components/spot-desk'

export const metadata: Metadata = { title: 'Chứng thực tại chỗ' }

const hints = [{ keys: ['F2'], does: 'quét thẻ' }, { keys: ['1–9'], does: 'giấy tờ thường gặp' }, { keys: ['Enter'], does: 'ô kế, rồi ghi' }, { keys: ['H'], does: 'người yêu cầu' }, { keys: ['Ctrl Enter'], does: 'ghi sổ, trả ngay' }]

/** Settled on the spot: one screen, one transaction, and the running list of the day with its total. */
export default async function OnTheSpotPage() {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.settle-on-the-spot', { communeId: officer.communeId })) notFound()
  const today = localDateOf(now())
  const [versions, day] = await Promise.all([proceduresInForce(today, officer.communeId), certifiedToday(officer)])
  const procedures = versions.filter(({ settledOnTheSpot }) => settledOnTheSpot)
    .map(({ procedureCode, content, variants }) => ({ code: procedureCode, name: content.plainName, fees: feesFor(variants[0]?.fees ?? [], 'desk') }))
  return (
    <OfficerPage officer={officer} keys={hints}>
      <PageHeading title="Chứng thực tại chỗ" lead={`${longDay(today)}. Hôm nay ${number(day.count)} việc, thu ${money(day.paidVnd)}.`} />
      <div className="grid gap-3">
        {procedures.length === 0 ? <EmptyState action={{ href: '/can-bo/quay', label: 'Tiếp nhận tại quầy' }}>Không có thủ tục nào giải quyết ngay tại quầy.</EmptyState> : <SpotDesk firstKey={uuidv7()} procedures={procedures} />}
        <Sheet flush title="Đã làm hôm nay" aside={<span className="soft num">{number(day.count)} việc, {money(day.paidVnd)}</span>}>
          <DataTable
            caption="Việc chứng thực hôm nay, mới nhất trước" rows={day.rows} rowKey={(row) => row.code} stack
            empty={<EmptyState>Hôm nay chưa có việc nào.</EmptyState>}
            columns={[
              { key: 'number', head: 'Số', width: 'w-24', rowHead: true, cell: (row) => <a className="num" href={dossierHref(row.code)}>{row.number ?? row.code}</a> },
              { key: 'at', head: 'Lúc', width: 'w-20', cell: (row) => <span className="num">{localTimeOf(row.at)}</span> },
              { key: 'what', head: 'Giấy tờ', clip: true, bare: true, cell: (row) => row.summary },
              { key: 'procedure', head: 'Việc', clip: true, drop: 2, cell: (row) => row.procedureName },
              { key: 'who', head: 'Người yêu cầu', width: 'w-52', clip: true, cell: (row) => row.applicantName },
              { key: 'by', head: 'Cán bộ', width: 'w-40', clip: true, drop: 3, cell: (row) => row.officerName },
              { key: 'paid', head: 'Thu', width: 'w-28', numeric: true, cell: (row) => moneyForOfficer(row.paidVnd) },
            ]}
          />
        </Sheet>
      </div>
      <KeysFooter hints={[...hints, { keys: ['?'], does: 'mọi phím tắt' }]} />
    </OfficerPage>
  )
}
