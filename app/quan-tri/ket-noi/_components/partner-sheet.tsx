import { KeptDay, KeptForm, KeptSelect, KeptText } from '@/app/can-bo/lien-thong/_components/kept-form'
import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { partnerKinds } from '@/lib/interagency/domain/partner'
import type { PartnerRow } from '@/lib/interagency/queries/connections'
import { partnerKindLabel } from '@/lib/interagency/wording'
import { shortDay } from '@/lib/kernel/format'
import { addPartnerAction, endPartnerAction } from '../actions'

/** Units outside the commune that do their part of dossiers, with the days they stand for. */
export const PartnerSheet = ({ partners }: { partners: readonly PartnerRow[] }) => (
  <Sheet title="Cơ quan phối hợp" flush>
    <DataTable
      caption="Cơ quan phối hợp" rows={[...partners]} rowKey={({ id }) => id} stack empty={<EmptyState>Chưa có cơ quan phối hợp nào.</EmptyState>}
      columns={[
        { key: 'name', head: 'Tên', rowHead: true, cell: ({ name }) => name },
        { key: 'kind', head: 'Loại', width: 'w-44', cell: ({ kind }) => partnerKindLabel[kind] },
        { key: 'agencies', head: 'Thủ tục gọi là', cell: ({ agencies }) => agencies.join('; ') },
        { key: 'from', head: 'Từ ngày', width: 'w-28', cell: ({ validFrom }) => <span className="num">{shortDay(validFrom)}</span> },
        { key: 'to', head: 'Đến hết ngày', width: 'w-32', cell: ({ validTo }) => (validTo === null ? '' : <span className="num">{shortDay(validTo)}</span>) },
        { key: 'end', head: 'Kết thúc', hideHead: true, width: 'w-72', cell: ({ id, name, validTo }) => validTo === null && (
          <Details plain flush summary="Ghi ngày kết thúc"><KeptForm action={endPartnerAction} submit="Ghi" variant="outlined" hidden={{ partnerId: id }} label={`Kết thúc ${name}`}><KeptDay name="lastDay" id={`het-${id}`} label="Ngày cuối" /></KeptForm></Details>
        ) },
      ]}
    />
    <div className="border-t border-giay-200 px-3.5 py-2">
      <Details plain flush summary="Thêm cơ quan phối hợp">
        <KeptForm action={addPartnerAction} submit="Thêm cơ quan" label="Thêm cơ quan phối hợp">
          <KeptText name="name" id="ten-co-quan" label="Tên cơ quan" hint="Ví dụ: Thuế cơ sở 3" autoComplete="off" />
          <KeptSelect name="kind" label="Loại" empty="Chọn loại" width="20" options={partnerKinds.map((kind) => ({ value: kind, label: partnerKindLabel[kind] }))} />
          <KeptText name="agencies" label="Tên gọi trong thủ tục" hint="Cách nhau bằng dấu chấm phẩy, ví dụ: Cơ quan thuế; Chi cục Thuế" autoComplete="off" optional />
          <KeptDay name="validFrom" label="Từ ngày" />
          <KeptDay name="validTo" label="Đến hết ngày" hint="Chưa định thì để trống" />
        </KeptForm>
      </Details>
    </div>
  </Sheet>
)
