import type { Metadata } from 'next'
import { NextRows } from '@/components/ui/data-table'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { absences } from '@/lib/workflow/queries/absences'
import { OfficerPage } from '../_components/officer-page'
import { AbsenceForm } from './_components/absence-form'
import { AbsenceTable } from './_components/absence-table'

export const metadata: Metadata = { title: 'Vắng mặt' }

const done: Record<string, string> = { ghi: 'Đã ghi ngày vắng và người làm thay.', 'ket-thuc': 'Đã kết thúc, người vắng làm lại việc của mình.' }

/** Who is away, who stands in, and the form to enter it: for oneself, for the own unit as its head, for all as a leader. */
export default async function AbsencePage({ searchParams }: { searchParams: Promise<{ sau?: string; xong?: string }> }) {
  const officer = await requireOfficer()
  const { sau, xong } = await searchParams
  const { rows, mayRecordFor, colleagues, today, next } = await absences(officer, sau ?? null)
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo">Hàng việc</BackLink>
      <PageHeading title="Vắng mặt" lead="Trong những ngày vắng, người làm thay thấy và làm được các bước của người vắng. Phân công công bằng bỏ qua người vắng." />
      {xong !== undefined && done[xong] !== undefined && <Note tone="cham" className="mb-2"><p role="status">{done[xong]}</p></Note>}
      <div className="staff-columns mt-3">
        <div className="grid min-w-0 content-start gap-3">
          <Sheet flush title="Ngày vắng">
            <AbsenceTable rows={rows} />
            {(next !== null || sau !== undefined) && <NextRows nextHref={next === null ? undefined : `/can-bo/vang-mat?sau=${next}`} firstHref={sau === undefined ? undefined : '/can-bo/vang-mat'} />}
          </Sheet>
        </div>
        <aside className="grid content-start gap-2.5">
          <Sheet title="Ghi ngày vắng">
            <AbsenceForm
              today={today} self={officer.staffId}
              people={mayRecordFor.map(({ staffId, name, title }) => ({ value: staffId, label: `${name}, ${title}` }))}
              colleagues={colleagues.map(({ staffId, name, title, away }) => ({ value: staffId, label: `${name}, ${title}${away === null ? '' : ' (đang vắng)'}` }))}
            />
          </Sheet>
        </aside>
      </div>
    </OfficerPage>
  )
}
