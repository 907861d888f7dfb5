'use client'

import { useActionState } from 'react'
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FileField } from '@/components/ui/file-field'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-input'
import { importAction, type ImportState } from '../nhap/actions'
import { CALENDAR } from './addresses'
import { DecisionFields } from './decision-fields'
import { MovedCounts, MovedTable } from './moved-table'
import { ToldChange } from './told-change'

const MOST_PROBLEMS = 50

/** File and decision; what was read comes back in the box, to be put right there. Works as a plain form too. */
export function ImportForm() {
  const [state, send] = useActionState<ImportState | null, FormData>(importAction, null)
  const errors = state?.errors ?? {}
  const value = (name: string): string => state?.values[name] ?? ''
  return (
    <form action={send} noValidate className="calendar-form grid gap-3" key={state?.text.length}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {state?.refused && <Note tone="vang"><p role="alert">{state.refused}</p></Note>}
      {state !== null && state.problems.length > 0 && <Problems problems={state.problems} />}
      {state?.preview && <Preview preview={state.preview} />}
      <div className="staff-columns staff-columns-half">
        <Sheet title="Tệp lịch" step={1} aside={<a href={`${CALENDAR}/mau.csv`}>Tải tệp mẫu</a>}>
          <FileField name="tep-lich" label="Chọn tệp CSV hoặc .ics" accept=".csv,.ics,.txt,text/csv,text/calendar" />
          <TextArea name="bang-lich" label="Hoặc dán nội dung" hint="Sửa ngay trong ô này, từng dòng" rows={12} spellCheck={false} defaultValue={state?.text ?? ''} error={errors['bang-lich']} className="num" />
          <Checkbox name="ca-nam" label="Đây là lịch nghỉ cả năm đã công bố: năm ấy không còn ngày lễ tự tính, dự kiến" defaultChecked={state === null || state.values['ca-nam'] === 'yes'} />
        </Sheet>
        <Sheet title="Theo văn bản nào" step={2} foot={
          <ButtonRow>
            <Button name="viec" value="xem" icon="eye" variant={state?.preview ? 'outlined' : 'filled'}>Đọc tệp, xem trước</Button>
            <ButtonLink variant="text" href={CALENDAR}>Thôi</ButtonLink>
          </ButtonRow>
        }>
          <DecisionFields values={{ so: value('so'), nguon: value('nguon'), ngay: { day: value('ngay-ban-hanh-day'), month: value('ngay-ban-hanh-month'), year: value('ngay-ban-hanh-year') } }} errors={errors} />
        </Sheet>
      </div>
    </form>
  )
}

const Problems = ({ problems }: { problems: ImportState['problems'] }) => (
  <Sheet title={`${problems.length} dòng chưa đọc được`} note="chưa lấy gì từ tệp" late>
    <ul className="year-list" role="alert">
      {problems.slice(0, MOST_PROBLEMS).map(({ line, sentence }) => <li key={`${line} ${sentence}`}><b>Dòng {line}</b><span>{sentence}</span></li>)}
    </ul>
  </Sheet>
)

const Preview = ({ preview: { counts, rules } }: { preview: NonNullable<ImportState['preview']> }) => (
  <div className="staff-columns">
    <MovedTable preview={counts} />
    <Sheet title={`Thêm ${counts.added} mục vào lịch`} foot={
      <SubmitButton name="viec" value="luu" icon="check" busyLabel="Đang lưu…">{counts.moved.length === 0 ? 'Lưu lịch' : `Lưu, đổi hạn ${counts.moved.length} hồ sơ`}</SubmitButton>
    }>
      <input type="hidden" name="revision" value={counts.revision} />
      <ToldChange rules={rules} decision={null} />
      {counts.added < rules.length && <p className="soft mt-2">{rules.length - counts.added} mục đã có trong lịch, bỏ qua.</p>}
      <div className="mt-3"><MovedCounts preview={counts} /></div>
    </Sheet>
  </div>
)
