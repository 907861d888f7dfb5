import { DataTable } from '@/components/ui/data-table'
import { Sheet } from '@/components/ui/sheet'
import type { WaitingForLeader } from '@/lib/dossiers/queries/waiting-for-leader'
import { tableInstant } from '@/lib/kernel/format'

const asks = {
  apology: { words: 'Ký văn bản xin lỗi', deed: 'apologise' },
  correction: { words: 'Duyệt chuyển thủ tục', deed: 'approve-correction' },
  expired: { words: 'Hết ngày bổ sung: xem xét dừng', deed: 'discontinue' },
} as const

/** What waits for a leader beside results. Nothing where nothing waits. */
export function WaitingSheet({ waiting }: { waiting: readonly WaitingForLeader[] }) {
  if (waiting.length === 0) return null
  return (
    <Sheet title="Chờ quyết định khác" aside={<span className="num soft">{waiting.length}</span>} flush className="mt-3">
      <DataTable
        caption="Văn bản xin lỗi, đề nghị chuyển thủ tục và hồ sơ hết ngày bổ sung"
        rows={[...waiting]}
        rowKey={({ code, what }) => `${code}${what}`}
        stack
        columns={[
          { key: 'what', head: 'Việc', width: 'w-60', rowHead: true, cell: ({ code, what }) => <a href={`/can-bo/ho-so/${encodeURIComponent(code)}?lam=${asks[what].deed}`}>{asks[what].words}</a> },
          { key: 'code', head: 'Mã hồ sơ', width: 'w-46', cell: ({ code }) => <span className="num">{code}</span> },
          { key: 'procedure', head: 'Thủ tục', clip: true, bare: true, cell: ({ procedureName }) => procedureName },
          { key: 'applicant', head: 'Chủ hồ sơ', width: 'w-44', clip: true, cell: ({ applicantName }) => applicantName },
          { key: 'due', head: 'Hẹn trả', width: 'w-32', cell: ({ dueAt }) => <span className="num">{dueAt === null ? '–' : tableInstant(dueAt)}</span> },
        ]}
      />
    </Sheet>
  )
}
