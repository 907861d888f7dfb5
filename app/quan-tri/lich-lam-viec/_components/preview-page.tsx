import type { ReactNode } from 'react'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CalendarPreview } from '@/lib/dossiers/queries/dossiers-moved-by'
import type { Query } from './addresses'
import { MovedCounts, MovedTable } from './moved-table'

type Props = {
  preview: CalendarPreview
  /** What is about to change, in sentences. */
  told: ReactNode
  action: (form: FormData) => Promise<void>
  /** What was typed, sent again with the confirmation. */
  typed: Query
  editHref: string
  /** Why the last attempt did not save. */
  refused: string | null
}

/** What a change would do, before it is done; one button saves it. */
export function PreviewPage({ preview, told, action, typed, editHref, refused }: Props) {
  return (
    <div className="staff-columns">
      <MovedTable preview={preview} />
      <form action={action}>
        {Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((each) => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />)))}
        <input type="hidden" name="revision" value={preview.revision} />
        <Sheet title="Lưu thay đổi này" foot={
          <ButtonRow>
            <SubmitButton icon="check" busyLabel="Đang lưu…">{preview.moved.length === 0 ? 'Lưu lịch' : `Lưu, đổi hạn ${preview.moved.length} hồ sơ`}</SubmitButton>
            <ButtonLink variant="outlined" href={editHref}>Sửa lại</ButtonLink>
          </ButtonRow>
        }>
          {refused !== null && <Note tone="vang" className="mb-3"><p role="alert">{refused}</p></Note>}
          {told}
          <div className="mt-3"><MovedCounts preview={preview} /></div>
        </Sheet>
      </form>
    </div>
  )
}
