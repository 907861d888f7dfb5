import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-input'
import type { SupplementInHand } from '@/lib/dossiers/queries/supplement-in-hand'
import { supplyAction } from '../../actions'

/** The end of the page: what is still missing, a word to the office, and the one button. */
export function SendAnswer({ id, inHand, note, error }: { id: string; inHand: SupplementInHand; note: string | undefined; error: string | undefined }) {
  const open = inHand.items.filter(({ files }) => files.length === 0)
  return (
    <form action={supplyAction.bind(null, id)} noValidate className="mt-10 border-t border-line pt-6">
      <p role="status">{open.length === 0 ? 'Đã có đủ những gì được yêu cầu.' : `Còn thiếu: ${open.map(({ name }) => name).join('; ')}.`}</p>
      <div className="mt-5"><TextArea name="loi-nhan" label="Lời nhắn cho cán bộ" optional={open.length === 0} hint={open.length === 0 ? undefined : 'Giấy nào chưa gửi được thì ghi vì sao, khi nào có'} defaultValue={note} error={error} rows={3} maxLength={1000} /></div>
      <div className="mt-6"><SubmitButton block busyLabel="Đang gửi…">Gửi bổ sung</SubmitButton></div>
      <p className="law mt-3">Thời hạn giải quyết tính tiếp từ lúc bạn bấm gửi.</p>
    </form>
  )
}
