import { number, percent } from '@/lib/kernel/format'
import { onTimeRate, type SettlementReport } from '@/lib/reports/domain/settlement'
import { nothingSettled } from '@/lib/reports/wording'

/** The answer before all tables: so many of so many, and what was late said as plainly. */
export function Answer({ total }: { total: SettlementReport }) {
  const { settled, pending } = total
  const rate = onTimeRate(total)
  return (
    <section className="mt-6 border-y border-line py-5" aria-label="Tỷ lệ đúng hẹn">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {rate === null ? <b className="text-3xl">{nothingSettled}</b> : <b className="num text-5xl text-cham-800">{percent(rate)}</b>}
        <span className="max-w-72 leading-snug">
          {rate === null ? 'Chưa có hồ sơ nào xong trong kỳ này.' : `hồ sơ xong đúng hẹn: ${number(settled.early + settled.onTime)} trên ${number(settled.total - settled.noLimit)} hồ sơ`}
        </span>
      </p>
      <p className={settled.overdue + pending.overdue > 0 ? 'late-text mt-3 font-semibold' : 'done-text mt-3 font-semibold'}>{lateWords(settled.overdue, pending.overdue)}</p>
    </section>
  )
}

function lateWords(settledLate: number, stillLate: number): string {
  if (settledLate + stillLate === 0) return 'Không có hồ sơ nào trễ hẹn.'
  const parts = [settledLate > 0 ? `${number(settledLate)} hồ sơ xong trễ` : null, stillLate > 0 ? `${number(stillLate)} hồ sơ đang làm đã quá hạn` : null]
  return `${parts.filter((part) => part !== null).join(', ')}.`
}
