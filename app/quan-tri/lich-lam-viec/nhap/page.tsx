import type { Metadata } from 'next'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { CALENDAR } from '../_components/addresses'
import { ImportForm } from '../_components/import-form'

export const metadata: Metadata = { title: 'Nhập lịch nghỉ từ tệp' }

/** A published schedule comes in as a file: read, put right line by line, seen in its effect, and only then saved. */
export default async function ImportPage() {
  await requireOfficer()
  return (
    <>
      <BackLink href={CALENDAR}>Lịch làm việc</BackLink>
      <PageHeading title="Nhập lịch nghỉ từ tệp" lead="Bảng CSV hoặc tệp lịch .ics. Nhập lại cùng một tệp không thêm gì hai lần." />
      <ImportForm />
    </>
  )
}
