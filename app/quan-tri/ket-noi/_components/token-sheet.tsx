import { KeptForm, KeptList, KeptText } from '@/app/can-bo/lien-thong/_components/kept-form'
import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { EmptyState, Tag } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { apiScopes } from '@/lib/interagency/domain/api'
import type { TokenView } from '@/lib/interagency/queries/connections'
import { scopeLabel } from '@/lib/interagency/wording'
import { shortDay, tableInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { createTokenAction, revokeTokenAction } from '../actions'
import { OnceForm } from './once-form'

const stateTag = { standing: <Tag tone="done">Đang dùng</Tag>, expired: <Tag>Hết hạn</Tag>, revoked: <Tag>Đã thu hồi</Tag> } as const

/** Keys of other systems: what each may do, until when, when it was last used. */
export const TokenSheet = ({ tokens }: { tokens: readonly TokenView[] }) => (
  <Sheet title="Khóa cho hệ thống khác" flush>
    <DataTable
      caption="Khóa cho hệ thống khác" rows={[...tokens]} rowKey={({ id }) => id} stack empty={<EmptyState>Chưa có khóa nào. Mỗi hệ thống một khóa riêng, chỉ cho việc nó cần.</EmptyState>}
      columns={[
        { key: 'name', head: 'Tên', rowHead: true, cell: ({ name, hint }) => <>{name} <span className="soft num">…{hint}</span></> },
        { key: 'scopes', head: 'Được làm', width: 'w-72', cell: ({ scopes }) => scopes.map((scope) => scopeLabel[scope]).join('; ') },
        { key: 'until', head: 'Đến ngày', width: 'w-28', cell: ({ expiresAt }) => <span className="num">{shortDay(localDateOf(expiresAt))}</span> },
        { key: 'used', head: 'Dùng gần nhất', width: 'w-36', cell: ({ lastUsedAt }) => (lastUsedAt === null ? <span className="soft">chưa dùng</span> : <span className="num">{tableInstant(lastUsedAt)}</span>) },
        { key: 'state', head: 'Tình trạng', width: 'w-32', bare: true, cell: ({ state }) => stateTag[state] },
        { key: 'revoke', head: 'Thu hồi', hideHead: true, width: 'w-32', cell: ({ id, name, state }) => state === 'standing' && <KeptForm action={revokeTokenAction} submit="Thu hồi" variant="outlined" hidden={{ tokenId: id }} label={`Thu hồi ${name}`} /> },
      ]}
    />
    <div className="border-t border-giay-200 px-3.5 py-2">
      <Details plain flush summary="Tạo khóa mới" id="tao-khoa" open={tokens.length === 0}>
        <OnceForm action={createTokenAction} submit="Tạo khóa" shows="Khóa" label="Tạo khóa mới">
          <KeptText name="name" id="ten-khoa" label="Tên hệ thống" hint="Ví dụ: Hệ thống thông tin giải quyết TTHC của tỉnh" autoComplete="off" />
          <KeptList name="scopes" label="Được làm" options={apiScopes.map((scope) => ({ value: scope, label: scopeLabel[scope], hint: scope }))} />
          <KeptText name="days" label="Có hiệu lực" unit="ngày" width="4" inputMode="numeric" defaultValue="180" autoComplete="off" />
        </OnceForm>
      </Details>
    </div>
  </Sheet>
)
