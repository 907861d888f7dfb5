import { Figure } from '@/components/ui/data-table'
import { number } from '@/lib/kernel/format'
import type { Cell } from '@/lib/reports/domain/facts'
import type { Period } from '@/lib/reports/domain/period'
import type { FormSheet } from '@/lib/reports/queries/form-06a'
import { asOfWords, shortPeriodName } from '@/lib/reports/wording'
import { behindHref } from '../../../_components/addresses'

/** Where the form has no column of its own, how it was filled. */
export function FormNotes({ sheet: { report: { total }, previous, leftBefore }, period }: { sheet: FormSheet; period: Period }) {
  const open = (value: number, cell: Cell) => <Figure value={value} href={behindHref(period, cell)} />
  return (
    <div className="form-notes mt-2.5 grid gap-1 text-sm text-giay-700">
      <p>
        <b>Cách xếp theo mẫu:</b> hồ sơ rút ({open(total.withdrawn.total, 'withdrawn')}) nằm trong cột (9), rút khi đã quá hạn ({open(total.withdrawn.pastDue, 'withdrawn-past-due')}) trong cột (10);
        hồ sơ dừng ({open(total.discontinued.total, 'discontinued')}) theo hạn của nó; hồ sơ không quy định thời hạn ({open(total.settled.noLimit, 'settled-no-limit')}) trong cột (9);
        hồ sơ tạm dừng ({open(total.pending.paused, 'paused')}) như lúc bắt đầu dừng.
      </p>
      <p><b>Khớp kỳ trước:</b> cột (6) {total.received.carriedOver === leftBefore ? 'bằng' : 'khác'} cột (11) của {shortPeriodName(previous)}, {number(leftBefore)} hồ sơ.</p>
      <p><b>Số liệu:</b> {asOfWords(period, new Date(total.asOf))}.</p>
    </div>
  )
}
