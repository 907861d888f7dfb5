import { KeptForm } from '@/app/can-bo/lien-thong/_components/kept-form'
import { DataTable } from '@/components/ui/data-table'
import { Sheet } from '@/components/ui/sheet'
import type { DeadDelivery } from '@/lib/interagency/queries/connections'
import { webhookEventLabel } from '@/lib/interagency/wording'
import { tableInstant } from '@/lib/kernel/format'
import { resendAction } from '../actions'

const reason: Record<string, string> = { 'too-slow': 'không trả lời kịp', 'address-refused': 'địa chỉ không được phép', 'not-taken': 'không nhận', silenced: 'nơi nhận đã dừng hoặc khóa hết hạn' }

const why = ({ lastStatus, lastError }: DeadDelivery): string => [lastStatus === null ? null : `trả lời ${lastStatus}`, lastError === null ? null : (reason[lastError] ?? 'không kết nối được')].filter(Boolean).join(', ')

/** What could not be told after all its tries: looked at by a person, and sent again under the same key. */
export const DeadSheet = ({ dead, more }: { dead: readonly DeadDelivery[]; more: boolean }) => (
  <Sheet title="Tin không gửi được" note={more ? `${dead.length} tin gần nhất` : undefined} late flush>
    <DataTable
      caption="Tin không gửi được" rows={[...dead]} rowKey={({ id }) => id} stack
      columns={[
        { key: 'code', head: 'Mã hồ sơ', width: 'w-48', rowHead: true, cell: ({ code }) => <span className="num">{code}</span> },
        { key: 'event', head: 'Tin', width: 'w-48', cell: ({ event }) => webhookEventLabel[event] },
        { key: 'url', head: 'Nơi nhận', cell: ({ url }) => <span className="break-all">{url}</span> },
        { key: 'why', head: 'Vì sao', width: 'w-56', cell: (row) => why(row) },
        { key: 'tries', head: 'Số lần', width: 'w-20', numeric: true, cell: ({ attempts }) => attempts },
        { key: 'at', head: 'Thôi gửi lúc', width: 'w-28', drop: 1, cell: ({ deadAt }) => <span className="num">{tableInstant(deadAt)}</span> },
        { key: 'again', head: 'Gửi lại', hideHead: true, width: 'w-28', cell: ({ id, code }) => <KeptForm action={resendAction} submit="Gửi lại" variant="outlined" hidden={{ deliveryId: id }} label={`Gửi lại tin của ${code}`} /> },
      ]}
    />
  </Sheet>
)
