import type { Metadata } from 'next'
import { ErrorSummary, titleWithErrors } from '@/components/ui/error-summary'
import { Segments } from '@/components/ui/filters'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { CHANGE_KINDS, kindOf, readChange } from '@/lib/calendar/inputs/change-form'
import { TypedForm } from '@/lib/calendar/inputs/typed-form'
import { changeKindLabel } from '@/lib/calendar/wording'
import { dossiersMovedBy } from '@/lib/dossiers/queries/dossiers-moved-by'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { addToCalendarAction } from '../actions'
import { addressOf, CALENDAR, type Query } from '../_components/addresses'
import { ChangeForm } from '../_components/change-form'
import { PreviewPage } from '../_components/preview-page'
import { refusalByCode, refusalOf } from '../_components/refusal'
import { ToldChange } from '../_components/told-change'

const TITLE = 'Thêm vào lịch'

type Props = { searchParams: Promise<Query & { loi?: string }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const typed = await searchParams
  return { title: titleWithErrors(TITLE, typed['xem'] === undefined ? [] : Object.keys(readChange(typed).errors)) }
}

/** A form; and, once it can be read, what it would do to the open dossiers, before anything is saved. */
export default async function AddPage({ searchParams }: Props) {
  const [officer, { loi, ...typed }] = [await requireOfficer(), await searchParams]
  const kind = kindOf(typed)
  const { errors, read } = typed['xem'] === undefined ? { errors: {}, read: null } : readChange(typed)
  const preview = read === null ? null : await dossiersMovedBy(officer, read.change)
  const editHref = addressOf(`${CALENDAR}/them`, { ...typed, xem: undefined })
  return (
    <>
      <BackLink href={CALENDAR}>Lịch làm việc</BackLink>
      <PageHeading
        title={preview?.ok ? 'Xem trước khi lưu' : TITLE}
        actions={preview?.ok ? undefined : <Segments label="Loại thay đổi" options={CHANGE_KINDS.map((each) => ({ href: addressOf(`${CALENDAR}/them`, { ...sameDay(typed), loai: each }), label: changeKindLabel[each], current: each === kind }))} />}
      />
      {preview?.ok
        ? <PreviewPage preview={preview.value} told={<ToldChange rules={read!.change.add} decision={read!.decision} />} action={addToCalendarAction} typed={typed} editHref={editHref} refused={refusalByCode(loi)} />
        : (
          <>
            <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
            {preview !== null && <Note tone="vang" className="mb-3"><p role="alert">{refusalOf(preview.problem)}</p></Note>}
            <ChangeForm kind={kind} form={new TypedForm(typed)} errors={errors} />
          </>
        )}
    </>
  )
}

/** Another kind of change keeps the day that was typed. */
const sameDay = (typed: Query): Query => ({ 'tu-day': typed['tu-day'], 'tu-month': typed['tu-month'], 'tu-year': typed['tu-year'] })
