import { Sheet } from '@/components/ui/sheet'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { shownName } from '@/lib/procedures/domain/procedure'
import type { CatalogueVariant, CatalogueVersion } from '@/lib/procedures/store'
import { returnPlaceLabel } from '@/lib/interagency/wording'
import { type Commune, inSentence } from '@/lib/units/domain/commune'
import { receiveElsewhereAction } from '../actions'
import { KeptChoice, KeptForm, KeptSelect, KeptText } from './kept-form'
import { PaperTicks } from './paper-ticks'

type Props = { commune: Commune; version: CatalogueVersion; variant: CatalogueVariant; idempotencyKey: string }

/** Who stands here, what was handed in, where the result is collected. One press, one slip, one letter. */
export const ReceptionForm = ({ commune, version, variant, idempotencyKey }: Props) => (
  <KeptForm action={receiveElsewhereAction} submit={`Nhận, chuyển ${inSentence(commune)}`} hidden={{ idempotencyKey, solvingCommuneId: commune.id, procedureCode: version.procedureCode, variantKey: variant.key }} label="Nhận hồ sơ cho xã khác">
    <div className="staff-columns staff-columns-half">
      <Sheet title="Chủ hồ sơ" step={2}>
        <KeptText name="counter.fullName" id="ho-ten" label="Họ và tên" autoComplete="off" />
        <KeptText name="counter.idNumber" id="so-dinh-danh" label="Số định danh" width="20" code inputMode="numeric" autoComplete="off" />
        <KeptText name="counter.birth" id="ngay-sinh" label="Ngày sinh" hint="Ví dụ 14/6/1994; chỉ biết năm thì ghi năm" width="10" autoComplete="off" />
        <KeptSelect name="counter.sex" id="gioi-tinh" label="Giới tính" empty="Không ghi" width="10" options={[{ value: 'female', label: 'Nữ' }, { value: 'male', label: 'Nam' }]} />
        <KeptText name="counter.address" id="dia-chi" label="Nơi ở" autoComplete="off" />
        <KeptText name="counter.phone" id="dien-thoai" label="Điện thoại" width="20" code inputMode="tel" autoComplete="off" />
      </Sheet>
      <Sheet title="Giấy tờ đã nhận" note={version.content.plainName} step={3}>
        <PaperTicks papers={checklistFor(variant, 'desk').map(({ document, required, need }) => ({ key: document.key, name: shownName(document), note: need === 'present' ? 'chỉ xem, trả lại ngay' : required ? 'bắt buộc' : null, originals: document.originals, copies: document.copies }))} />
        <KeptChoice name="returnPlace" label="Nhận kết quả" inline defaultValue="here" options={(['here', 'solving'] as const).map((value) => ({ value, label: value === 'here' ? returnPlaceLabel.here : `Tại ${inSentence(commune)}` }))} />
      </Sheet>
    </div>
  </KeptForm>
)
