import type { Metadata } from 'next'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { EmptyState, Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { SubmitButton } from '@/components/ui/submit-button'
import { isOfLayer } from '@/lib/calendar/domain/calendar-rule'
import { readDecision } from '@/lib/calendar/inputs/decision'
import { TypedForm } from '@/lib/calendar/inputs/typed-form'
import { rulesOfCommune } from '@/lib/calendar/queries/calendar-year'
import { dossiersMovedBy } from '@/lib/dossiers/queries/dossiers-moved-by'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { withdrawAction } from '../actions'
import { CALENDAR, type Query } from '../_components/addresses'
import { DecisionFields } from '../_components/decision-fields'
import { MovedCounts, MovedTable } from '../_components/moved-table'
import { refusalByCode, refusalOf } from '../_components/refusal'
import { ToldChange } from '../_components/told-change'

export const metadata: Metadata = { title: 'Rút khỏi lịch' }

/** What would move back if the commune took entries of its own out of its calendar; by a decision, like everything else. */
export default async function WithdrawPage({ searchParams }: { searchParams: Promise<Query & { loi?: string }> }) {
  const [officer, { loi, ...typed }] = [await requireOfficer(), await searchParams]
  const form = new TypedForm(typed)
  const ids = form.all('muc')
  const rules = (await rulesOfCommune(officer.communeId)).filter((rule) => isOfLayer(rule, 'commune') && ids.includes(rule.id))
  const preview = await dossiersMovedBy(officer, { add: [], withdraw: ids })
  if (typed['xem'] !== undefined) readDecision(form)
  const [first] = rules
  const year = first?.rule === 'day' ? first.entry.on.slice(0, 4) : ''
  return (
    <>
      <BackLink href={CALENDAR}>Lịch làm việc</BackLink>
      <PageHeading title="Rút khỏi lịch" />
      <ErrorSummary errors={Object.entries(form.errors).map(([field, message]) => ({ field, message }))} />
      {!preview.ok ? <Sheet><EmptyState action={{ href: CALENDAR, label: 'Về lịch làm việc' }}>{refusalOf(preview.problem)}</EmptyState></Sheet> : (
        <div className="staff-columns">
          <MovedTable preview={preview.value} />
          <form action={withdrawAction} noValidate className="calendar-form">
            {ids.map((id) => <input key={id} type="hidden" name="muc" value={id} />)}
            <input type="hidden" name="nam" value={year} />
            <input type="hidden" name="revision" value={preview.value.revision} />
            <Sheet title="Rút theo văn bản nào" foot={
              <ButtonRow><SubmitButton variant="destructive" busyLabel="Đang lưu…">Rút khỏi lịch</SubmitButton><ButtonLink variant="outlined" href={CALENDAR}>Giữ lại</ButtonLink></ButtonRow>
            }>
              {refusalByCode(loi) !== null && <Note tone="vang" className="mb-3"><p role="alert">{refusalByCode(loi)}</p></Note>}
              <ToldChange rules={rules} decision={null} />
              <MovedCounts preview={preview.value} />
              <DecisionFields values={{ so: form.one('so'), nguon: form.one('nguon'), ngay: form.boxes('ngay-ban-hanh') }} errors={form.errors} />
            </Sheet>
          </form>
        </div>
      )}
    </>
  )
}
