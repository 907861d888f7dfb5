import { supplySupplementAction } from '../../actions'
import { DeedDay, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { itemKey } from '@/lib/dossiers/domain/supplement'

/** What came, and when: the clock runs again from its arrival, also where it is noted later. */
export function SupplyDeed({ dossier, common }: DeedProps) {
  const items = dossier.requests.filter(({ suppliedAt }) => suppliedAt === null).flatMap((request) => request.items)
  return (
    <DeedForm {...common} action={supplySupplementAction} submit="Ghi nhận bổ sung">
      <fieldset>
        <legend className="field-label">Giấy tờ đã nhận</legend>
        <input type="hidden" name="compared" value="1" />
        {items.map(({ documentKey, name, sentence }, at) => (
          <label className="choice" key={`${name}${sentence}`}>
            <input type="checkbox" name={`handedIn.${at}.on`} value="on" defaultChecked autoFocus={at === 0} />
            <span className="choice-text">{name}<small>{sentence}</small></span>
            <input type="hidden" name={`handedIn.${at}.key`} value={itemKey({ documentKey, name, sentence }, at)} />
            <input type="hidden" name={`handedIn.${at}.documentKey`} value={documentKey ?? ''} />
            <input type="hidden" name={`handedIn.${at}.name`} value={`${name} (bổ sung)`} />
            <input type="hidden" name={`handedIn.${at}.originals`} value="1" />
          </label>
        ))}
      </fieldset>
      <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-2">
        <DeedDay name="arrivedAt" label="Giấy tờ đến từ trước" optional hint="Để trống nếu vừa nhận bây giờ" />
        <DeedText name="arrivedAt-time" label="Lúc" width="4" hint="ví dụ 08:05" />
      </div>
    </DeedForm>
  )
}
