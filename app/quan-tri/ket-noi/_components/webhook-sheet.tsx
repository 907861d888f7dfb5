import { KeptForm, KeptList, KeptSelect, KeptText } from '@/app/can-bo/lien-thong/_components/kept-form'
import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { EmptyState, Tag } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { webhookEvents } from '@/lib/interagency/domain/webhook'
import type { TokenView, WebhookView } from '@/lib/interagency/queries/connections'
import { webhookEventLabel } from '@/lib/interagency/wording'
import { createWebhookAction, stopWebhookAction } from '../actions'
import { OnceForm } from './once-form'

/** Where the system calls by itself when something happens. Each call is signed; none carries a name or a number of a person. */
export const WebhookSheet = ({ webhooks, tokens }: { webhooks: readonly WebhookView[]; tokens: readonly TokenView[] }) => (
  <Sheet title="Nơi nhận tin" flush>
    <DataTable
      caption="Nơi nhận tin" rows={[...webhooks]} rowKey={({ id }) => id} stack empty={<EmptyState>Chưa có nơi nào nhận tin. Khi hồ sơ đổi trạng thái, hệ thống tự báo đến các địa chỉ ở đây.</EmptyState>}
      columns={[
        { key: 'url', head: 'Địa chỉ', rowHead: true, cell: ({ url }) => <span className="break-all">{url}</span> },
        { key: 'token', head: 'Thuộc khóa', width: 'w-48', clip: true, cell: ({ tokenName }) => tokenName },
        { key: 'events', head: 'Loại tin', width: 'w-72', cell: ({ events }) => events.map((event) => webhookEventLabel[event]).join('; ') },
        { key: 'waiting', head: 'Chờ gửi', width: 'w-24', numeric: true, cell: ({ waiting }) => waiting },
        { key: 'state', head: 'Tình trạng', width: 'w-28', bare: true, cell: ({ isStopped }) => (isStopped ? <Tag>Đã dừng</Tag> : <Tag tone="done">Đang gửi</Tag>) },
        { key: 'stop', head: 'Dừng', hideHead: true, width: 'w-28', cell: ({ id, url, isStopped }) => !isStopped && <KeptForm action={stopWebhookAction} submit="Dừng" variant="outlined" hidden={{ webhookId: id }} label={`Dừng gửi đến ${url}`} /> },
      ]}
    />
    {tokens.length > 0 && (
      <div className="border-t border-giay-200 px-3.5 py-2">
        <Details plain flush summary="Thêm nơi nhận tin" id="them-noi-nhan">
          <OnceForm action={createWebhookAction} submit="Thêm nơi nhận" shows="Chuỗi ký của" label="Thêm nơi nhận tin">
            <KeptText name="url" label="Địa chỉ" hint="https, tên miền công khai" autoComplete="off" inputMode="url" />
            <KeptSelect name="tokenId" label="Thuộc khóa" empty="Chọn khóa" options={tokens.map(({ id, name, hint }) => ({ value: id, label: `${name} (…${hint})` }))} />
            <KeptList name="events" label="Loại tin" options={webhookEvents.map((event) => ({ value: event, label: webhookEventLabel[event] }))} />
          </OnceForm>
        </Details>
      </div>
    )}
  </Sheet>
)
