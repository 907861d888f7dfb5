import { Icon, type IconName } from '@/components/ui/icon'
import { Sheet } from '@/components/ui/sheet'
import type { StoryLine } from '@/lib/dossiers/queries/story'
import { tableInstant } from '@/lib/kernel/format'

const icon = {
  'dossier-submitted': 'smartphone', 'dossier-received': 'inbox', 'dossier-refused': 'file-x', 'supplement-requested': 'circle-pause', 'supplement-received': 'play',
  'step-taken': 'user-check', 'dossier-assigned': 'users', 'step-finished': 'clipboard-check', 'step-handed-back': 'undo-2', 'step-taken-over': 'users', 'step-recalled': 'undo-2', 'step-skipped': 'chevron-right', 'dossier-resolved': 'stamp',
  'result-returned': 'package-check', 'result-signed': 'signature', 'result-posted': 'send', 'result-delivered': 'package-check', 'result-sent-back': 'undo-2', 'dossier-withdrawn': 'log-out', 'dossier-discontinued': 'ban', 'dossier-voided': 'trash-2', 'due-date-moved': 'calendar-clock',
  'apology-issued': 'signature', 'apology-drafted': 'signature', 'verification-extended': 'calendar-clock', 'correction-proposed': 'pencil', 'correction-declined': 'undo-2', 'procedure-corrected': 'file-text', 'dossier-reopened': 'play', 'payment-requested': 'circle-pause', 'payment-settled': 'banknote', 'leg-handed-over': 'send', 'leg-accepted': 'inbox', 'leg-finished': 'circle-check', message: 'message-square', 'message-failed': 'message-square-warning', overdue: 'octagon-alert',
} as const satisfies Record<StoryLine['kind'], IconName>

/** The story, the latest first. Nothing in it is ever changed or taken out. */
export const StorySheet = ({ lines }: { lines: readonly StoryLine[] }) => (
  <Sheet title="Diễn biến" aside={<span className="soft">Chỉ ghi thêm, không sửa, không xóa</span>} flush>
    <div className="table-scroll">
      <table className="data-table">
        <caption className="sr-only">Diễn biến của hồ sơ, mới nhất trước</caption>
        <thead className="sr-only"><tr><th scope="col">Lúc</th><th scope="col">Loại</th><th scope="col">Việc</th><th scope="col">Ai</th></tr></thead>
        <tbody>
          {lines.map(({ id, kind, at, sentence, remark, who }) => (
            <tr key={id}>
              <td className="num w-28">{tableInstant(at)}</td>
              <td className="w-8 !pr-0"><Icon name={icon[kind]} size="small" className={kind === 'overdue' ? 'text-late-mark' : 'text-giay-600'} /></td>
              <td className="!py-1.5"><span className={kind === 'overdue' ? 'late-text' : kind === 'message-failed' ? 'care-text' : kind === 'message' ? undefined : 'font-medium'}>{sentence}</span>{remark !== null && <span className="soft">. {remark}</span>}</td>
              <td className="soft w-56 !py-1.5 lg:w-70">{who}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Sheet>
)
