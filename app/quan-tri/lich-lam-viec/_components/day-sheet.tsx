import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { Pairs } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { CalendarDay } from '@/lib/calendar/domain/working-calendar'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { dayLabel, layerLabel, lunarWords, provisionalLabel, sessionLabel } from '@/lib/calendar/wording'
import { longDay, timeRange } from '@/lib/kernel/format'
import { addressOf, CALENDAR, dayBoxes, yearAddress } from './addresses'

/** What the calendar says of one day, by which paper, and what the commune may do about it. */
export function DaySheet({ day }: { day: CalendarDay }) {
  const { on, sessions, entry, closures, provisional } = day
  const because = entry ?? closures[0] ?? null
  const rows = [
    { label: 'Âm lịch', value: lunarWords(lunarDateOf(on)).replace(' âm lịch', '') },
    { label: 'Là', value: `${dayLabel(day)}${provisional ? `, ${provisionalLabel}` : ''}` },
    { label: 'Mở cửa', value: sessions.length === 0 ? 'không' : sessions.map(({ opens, closes }) => timeRange(opens, closes)).join(', ') },
    ...(sessions.some(({ countsForDeadlines }) => !countsForDeadlines) ? [{ label: 'Không tính hạn', value: sessions.filter(({ countsForDeadlines }) => !countsForDeadlines).map(({ name }) => sessionLabel[name]).join(', ') }] : []),
    ...(because === null ? [] : [{ label: 'Vì', value: because.name }, { label: 'Theo', value: because.source }, { label: 'Người nhập', value: `${because.author} (${layerLabel[because.layer].toLocaleLowerCase('vi')})` }]),
  ]
  return (
    <section id="ngay" tabIndex={-1} className="no-print">
      <Sheet title={longDay(on)} aside={<a href={yearAddress(Number(on.slice(0, 4)))}>Đóng</a>}>
        <Pairs rows={rows} ruled />
        <ButtonRow className="mt-3">
          {sessions.length > 0 && <ButtonLink variant="outlined" href={addressOf(`${CALENDAR}/them`, { loai: 'dong-cua', ...dayBoxes('tu', on) })}>Đóng cửa ngày này</ButtonLink>}
          {sessions.length === 0 && <ButtonLink variant="outlined" href={addressOf(`${CALENDAR}/them`, { loai: 'nhu-thuong', ...dayBoxes('tu', on) })}>Vẫn làm việc</ButtonLink>}
        </ButtonRow>
      </Sheet>
    </section>
  )
}
