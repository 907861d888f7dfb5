'use client'

import { moneyForOfficer, number } from '@/lib/kernel/format'
import { paymentKindLabel } from '@/lib/payments/wording'
import type { FeeChoice } from './intake-state'
import type { IntakeFee } from './intake-types'

type Props = { fees: readonly IntakeFee[]; chosen: Record<number, FeeChoice>; onChange: (fees: Record<number, FeeChoice>) => void }

const states = [{ value: 'paid', label: 'Thu ngay' }, { value: 'owed', label: 'Thu khi trả' }, { value: 'exempt', label: 'Miễn' }] as const

/** What stands in the field before anyone typed: the amount of the law, nothing where the citizen must ask for it or the province sets it. */
const usual = ({ amountVnd, onRequest }: IntakeFee): FeeChoice => ({ amount: amountVnd === null || onRequest ? '' : number(amountVnd), state: 'paid' })

/** Fee by fee: how much, and whether it is taken now. An empty amount is no fee. */
export function FeeLines({ fees, chosen, onChange }: Props) {
  if (fees.length === 0) return <p className="flex justify-between border-y border-giay-200 py-1.5"><span className="soft">Phí, lệ phí</span><b>{moneyForOfficer(0)}</b></p>
  return (
    <ul className="border-t border-giay-200">
      {fees.map((fee, at) => {
        const choice = chosen[at] ?? usual(fee)
        const set = (change: Partial<FeeChoice>) => onChange({ ...chosen, [at]: { ...choice, ...change } })
        return (
          <li key={`${fee.kind}${fee.wording}`} className="border-b border-giay-200 py-2">
            <p className="soft text-xs leading-snug">{paymentKindLabel[fee.kind]}: {fee.wording}{fee.amountVnd === null && '. Nhập mức của tỉnh'}</p>
            <input type="hidden" name={`fees.${at}.kind`} value={fee.kind} /><input type="hidden" name={`fees.${at}.basis`} value={fee.wording} />
            <div className="mt-1 grid grid-cols-[1fr_1fr] gap-2">
              <input className="input input-code !mt-0" name={`fees.${at}.amountVnd`} aria-label={`Số tiền, đồng: ${fee.wording}`} inputMode="numeric" autoComplete="off" value={choice.amount} onChange={(event) => set({ amount: event.target.value })} />
              <select className="input !mt-0" name={`fees.${at}.state`} aria-label="Cách thu" value={choice.state} onChange={(event) => set({ state: event.target.value as FeeChoice['state'] })}>{states.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
