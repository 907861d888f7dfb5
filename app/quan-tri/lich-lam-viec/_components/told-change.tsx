import { Pairs } from '@/components/ui/lists'
import type { CalendarRule, Decision } from '@/lib/calendar/domain/calendar-rule'
import { citation, entrySentence, weekdaysWords } from '@/lib/calendar/wording'
import { longDay, shortDay, timeRange } from '@/lib/kernel/format'

/** The rules of a change in words, with the decision behind them. */
export const ToldChange = ({ rules, decision }: { rules: readonly CalendarRule[]; decision: Decision | null }) => (
  <Pairs ruled rows={[
    ...rules.slice(0, 12).map(rowOf),
    ...(rules.length > 12 ? [{ label: '', value: `và ${rules.length - 12} mục khác` }] : []),
    ...(decision === null ? [] : [{ label: 'Theo', value: citation(decision) }]),
  ]} />
)

function rowOf(rule: CalendarRule): { label: string; value: string } {
  if (rule.rule === 'day') return { label: longDay(rule.entry.on), value: entrySentence(rule.entry) }
  const { weekdays, sessions, effectiveFrom } = rule.entry
  const hours = sessions.length === 0 ? 'không làm việc' : sessions.map(({ opens, closes }) => timeRange(opens, closes)).join(', ')
  return { label: `${weekdaysWords(weekdays)}, từ ${shortDay(effectiveFrom)}`, value: hours }
}
