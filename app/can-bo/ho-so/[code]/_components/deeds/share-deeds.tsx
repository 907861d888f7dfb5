import { recallAction, skipAction, takeOverAction } from '../../actions'
import { DeedArea } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'

/** Goes on with what a colleague has in hand; both read why. */
export const TakeOverDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={takeOverAction} submit="Nhận thay">
    <p className="mb-2">Việc đang ở <b>{dossier.assignee?.name ?? 'một đồng nghiệp'}</b>. Bấm xong việc sang bạn, thời gian của bước vẫn chạy tiếp.</p>
    <DeedArea name="reason" label="Lý do" hint="Đồng nghiệp đọc được lý do này" rows={2} autoFocus />
  </DeedForm>
)

/** Takes back what was handed on, while nobody has begun the next step. */
export const RecallDeed = ({ dossier, common }: DeedProps) => (
  <DeedForm {...common} action={recallAction} submit="Thu hồi">
    <p className="mb-2">Bước kế tiếp chưa ai làm: {dossier.steps.find(({ state }) => state === 'now')?.name}. Thu hồi thì việc về lại bạn.</p>
    <DeedArea name="reason" label="Lý do" hint="Ví dụ: ghi nhầm số ở bản trình" rows={2} autoFocus />
  </DeedForm>
)

/** Leaves out a step that the process lets a small commune leave out. */
export const SkipDeed = ({ dossier, common }: DeedProps) => {
  const at = dossier.steps.findIndex(({ state }) => state === 'now')
  const next = dossier.steps[at + 1]
  return (
    <DeedForm {...common} action={skipAction} submit="Bỏ qua bước này">
      <p className="mb-2">Bỏ qua: {dossier.steps[at]?.name}. {next === undefined ? 'Đây là bước cuối, bỏ qua là có kết quả ngay.' : `Việc chuyển sang: ${next.name}.`}</p>
      <DeedArea name="reason" label="Lý do" hint="Ghi vào diễn biến của hồ sơ" rows={2} autoFocus />
    </DeedForm>
  )
}
