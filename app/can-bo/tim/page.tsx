import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Tag } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { DossierCode } from '@/lib/dossiers/inputs'
import { searchDossiers } from '@/lib/dossiers/queries/search-dossiers'
import { stageLabel } from '@/lib/dossiers/wording'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { shortDay, tableInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { OfficerPage } from '../_components/officer-page'
import { dossierHref } from '../_components/queue-address'
import { QueueKeys } from '../_components/queue-keys'

export const metadata: Metadata = { title: 'Tìm hồ sơ' }

const MOST = 50
const hints = [{ keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['Enter'], does: 'mở' }]

/** Dossiers by code, part of a name or the whole personal number. A whole code goes straight to its dossier. */
export default async function FindPage({ searchParams }: { searchParams: Promise<{ tim?: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) notFound()
  const typed = (await searchParams).tim?.trim() ?? ''
  const rows = await searchDossiers(officer, typed, MOST)
  const code = DossierCode.safeParse(typed)
  if (code.success && rows.length === 1) redirect(dossierHref(rows[0]!.code))
  return (
    <OfficerPage officer={officer} keys={hints}>
      <PageHeading title="Tìm hồ sơ" lead={typed === '' ? 'Gõ mã hồ sơ, tên hoặc đủ số định danh vào ô tìm ở trên.' : said(typed, rows.length)} />
      <Sheet flush>
        <DataTable
          caption="Hồ sơ tìm được" rows={rows} rowKey={(row) => row.code} current={rows[0]?.code} stack
          empty={<EmptyState action={{ href: '/can-bo', label: 'Về hàng việc' }}>{typed === '' ? 'Chưa gõ gì để tìm.' : 'Không có hồ sơ nào khớp. Thử ít chữ hơn, hoặc cả mã hồ sơ.'}</EmptyState>}
          columns={[
            { key: 'code', head: 'Mã hồ sơ', width: 'w-48', rowHead: true, cell: (row) => <a className="num" href={dossierHref(row.code)}>{row.code}</a> },
            { key: 'procedure', head: 'Thủ tục', clip: true, bare: true, cell: (row) => row.procedureName },
            { key: 'applicant', head: 'Chủ hồ sơ', width: 'w-52', clip: true, cell: (row) => row.applicantName },
            { key: 'stage', head: 'Tình trạng', width: 'w-44', bare: true, cell: (row) => <Tag tone={row.stage === 'resolved' || row.stage === 'returned' ? 'done' : 'plain'}>{stageLabel[row.stage]}</Tag> },
            { key: 'received', head: 'Nhận', width: 'w-32', drop: 2, cell: (row) => <span className="num">{(row.receivedAt ?? row.submittedAt) === null ? '' : tableInstant((row.receivedAt ?? row.submittedAt)!)}</span> },
            { key: 'due', head: 'Hạn trả', width: 'w-28', drop: 1, cell: (row) => <span className="num">{row.dueAt === null ? '' : shortDay(localDateOf(row.dueAt))}</span> },
          ]}
        />
      </Sheet>
      <QueueKeys />
    </OfficerPage>
  )
}

/** What was typed may be somebody's number: it is not said again. */
const said = (typed: string, count: number): string =>
  `${/^[\d\s]{9,}$/.test(typed) ? 'Theo số định danh' : `“${typed}”`}: ${count === 0 ? 'không có hồ sơ' : `${count}${count === MOST ? ' hồ sơ đầu tiên' : ' hồ sơ'}`}.`
