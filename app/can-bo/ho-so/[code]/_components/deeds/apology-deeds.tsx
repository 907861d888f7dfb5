import { apologiseAction, draftApologyAction } from '../../actions'
import { DeedArea, DeedDay } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { Note } from '@/components/ui/note'
import { SummaryList } from '@/components/ui/lists'
import { longDay, longInstant } from '@/lib/kernel/format'

/** The officer writes; a leader signs. */
export const DraftApologyDeed = ({ dossier: { life: { apologyDraft, warnings, apologyTooLate } }, common }: DeedProps) => (
  <DeedForm {...common} action={draftApologyAction} submit="Trình lãnh đạo ký">
    <p className="soft">Chỉ xin lỗi và hẹn lại một lần. Số liệu vẫn tính theo hạn cũ: trễ vẫn là trễ.</p>
    {warnings.apologyBy !== null && !apologyTooLate && <p>Lãnh đạo phải ký chậm nhất <b>{longInstant(warnings.apologyBy)}</b>, trước ngày hẹn ít nhất 1 ngày.</p>}
    {apologyTooLate && <TooLate />}
    {apologyDraft !== null && <p className="soft">Bản đang chờ ký do {apologyDraft.by} soạn {longInstant(apologyDraft.at)}. Trình lại thì bản này thay bản cũ.</p>}
    <DeedArea name="reason" label="Vì sao chậm" hint="Người dân đọc được: nói thẳng nguyên nhân" rows={2} autoFocus defaultValue={apologyDraft?.reason} />
    <DeedDay name="promisedOn" label="Ngày hẹn lại" hint="ví dụ 27 11 2026" />
  </DeedForm>
)

export const ApologiseDeed = ({ dossier: { life: { apologyDraft, apologyTooLate } }, common }: DeedProps) => (
  <DeedForm {...common} action={apologiseAction} submit="Ký, gửi người dân" bare>
    {apologyTooLate && <TooLate />}
    {apologyDraft !== null && (
      <SummaryList rows={[
        { label: 'Lý do', value: apologyDraft.reason },
        { label: 'Hẹn lại', value: longDay(apologyDraft.promisedOn) },
        { label: 'Người soạn', value: `${apologyDraft.by}, ${longInstant(apologyDraft.at)}` },
      ]} />
    )}
    <p className="soft mt-2">Ra Văn bản xin lỗi (Mẫu 04) và báo tin cho người nộp. Hạn dùng cho số liệu không đổi.</p>
  </DeedForm>
)

const TooLate = () => <Note tone="vang" title="Xin lỗi muộn"><p>Quy định phải ký chậm nhất 1 ngày trước ngày hẹn trả. Vẫn gửi được; lịch sử và số liệu ghi là xin lỗi muộn.</p></Note>
