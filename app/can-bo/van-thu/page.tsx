import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DueBadge } from '@/components/calendar/due-badge'
import { ButtonLink } from '@/components/ui/button'
import { DataTable, NextRows } from '@/components/ui/data-table'
import { KeysFooter } from '@/components/ui/kbd'
import { EmptyState, Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { openDossiers } from '@/lib/dossiers/queries/open-dossiers'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { tableDay } from '@/lib/kernel/format'
import { ManyForm } from '../_components/many-form'
import { OfficerPage } from '../_components/officer-page'
import { dossierHref } from '../_components/queue-address'
import { QueueKeys } from '../_components/queue-keys'
import { sealManyAction } from './actions'

export const metadata: Metadata = { title: 'Văn thư' }

const hints = [{ keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['X'], does: 'chọn' }, { keys: ['Enter'], does: 'mở để ghi số' }, { keys: ['T'], does: 'đóng dấu mục đã chọn' }]

/** Signed results that wait for their number and seal: one, or many at once. */
export default async function RecordsClerkPage({ searchParams }: { searchParams: Promise<{ sau?: string; xong?: string; khong?: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.seal', { communeId: officer.communeId })) notFound()
  const { sau, xong, khong } = await searchParams
  const { rows, next, moment } = await openDossiers(officer, { scope: 'all', step: 'seal', after: sau ?? null }, 50)
  return (
    <OfficerPage officer={officer} fixed keys={hints}>
      <PageHeading title="Văn thư" lead="Kết quả đã ký, chờ vào số và đóng dấu. Đóng dấu xong là có kết quả." actions={<ButtonLink href="/can-bo/van-thu/dong-dau-so" variant="outlined" icon="stamp">Đóng dấu số</ButtonLink>} />
      {xong !== undefined && <Note tone="cham" className="mb-2"><p role="status">Đã vào số, đóng dấu {xong} kết quả.{khong !== undefined && khong !== '0' && ` ${khong} kết quả chưa làm được vì vừa có thay đổi; xem lại trong danh sách.`}</p></Note>}
      <Sheet flush scrolls>
        {rows.length === 0
          ? <EmptyState action={{ href: '/can-bo', label: 'Về hàng việc' }}>Không có kết quả nào chờ đóng dấu.</EmptyState>
          : (
            <ManyForm action={sealManyAction} submit="Vào số, đóng dấu mục đã chọn" keys="T" hint="Số lấy tiếp theo từng sổ. Muốn ghi số khác thì mở hồ sơ.">
              <DataTable
                caption="Kết quả chờ đóng dấu, gần hạn trước" rows={rows} rowKey={(row) => row.code} current={rows[0]?.code} stack
                columns={[
                  { key: 'pick', head: 'Chọn', hideHead: true, width: 'w-10', cell: (row) => <input type="checkbox" name="dossierIds" value={row.id} aria-label={`Chọn ${row.code}`} /> },
                  { key: 'due', head: 'Hạn', width: 'w-34', bare: true, cell: (row) => <DueBadge standing={row.standing} today={moment.today} /> },
                  { key: 'on', head: 'Hẹn trả', width: 'w-28', cell: (row) => <span className="num">{row.dueOn === null ? '' : tableDay(row.dueOn)}</span> },
                  { key: 'code', head: 'Mã hồ sơ', width: 'w-48', rowHead: true, cell: (row) => <a className="num" href={`${dossierHref(row.code)}?lam=seal`}>{row.code}</a> },
                  { key: 'procedure', head: 'Thủ tục', clip: true, bare: true, cell: (row) => row.procedureName },
                  { key: 'applicant', head: 'Chủ hồ sơ', width: 'w-52', clip: true, cell: (row) => row.applicantName },
                ]}
              />
            </ManyForm>
          )}
        {(next !== null || sau !== undefined) && <NextRows nextHref={next === null ? undefined : `/can-bo/van-thu?sau=${next}`} firstHref={sau === undefined ? undefined : '/can-bo/van-thu'} />}
      </Sheet>
      <KeysFooter hints={[...hints, { keys: ['?'], does: 'mọi phím tắt' }]} end={rows.length > 0 && `${rows.length} dòng`} />
      <QueueKeys />
    </OfficerPage>
  )
}
