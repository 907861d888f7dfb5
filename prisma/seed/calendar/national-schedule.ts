import type { CalendarEntry } from '@/lib/calendar/domain/working-calendar'
import { addDays, daysBetween, localDate, type LocalDate } from '@/lib/kernel/local-date'

/**
 * The national schedule of civil servants, year by year, as the notices print it. Years that are not here are computed.
 * `provisional`: known, but not yet checked against the decision itself; screens say "dự kiến".
 * A new year: copy the block of the last one, write the days of the notice, and name it as source.
 */
type Published = { year: number; source: string; provisional?: boolean }

const of = ({ year, source, provisional = false }: Published) =>
  ({ layer: 'nation', author: 'Dữ liệu khởi tạo', source, provisional, scheduleYear: year }) as const

const off = (published: Published, name: string, from: string, to = from): CalendarEntry[] =>
  daysThrough(localDate(from), localDate(to)).map((on) => ({ ...of(published), kind: 'holiday', on, name }))

const substitute = (published: Published, name: string, on: string, insteadOf: string): CalendarEntry =>
  ({ ...of(published), kind: 'substitute', on: localDate(on), name, insteadOf: localDate(insteadOf) })

const swap = (published: Published, name: string, dayOff: string, madeUpOn: string): CalendarEntry[] => [
  { ...of(published), kind: 'swap-off', on: localDate(dayOff), name, madeUpOn: localDate(madeUpOn) },
  { ...of(published), kind: 'make-up', on: localDate(madeUpOn), name, replaces: localDate(dayOff) },
]

const daysThrough = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_unused, position) => addDays(from, position))

const unverified2023: Published = { year: 2023, source: 'Lịch nghỉ năm 2023, chưa đối chiếu văn bản', provisional: true }
const year2023: CalendarEntry[] = [
  ...off(unverified2023, 'Tết Dương lịch', '2023-01-01'),
  substitute(unverified2023, 'Tết Dương lịch', '2023-01-02', '2023-01-01'),
  ...off(unverified2023, 'Tết Quý Mão', '2023-01-20', '2023-01-26'),
  ...off(unverified2023, 'Giỗ Tổ Hùng Vương', '2023-04-29'),
  ...off(unverified2023, 'Ngày Chiến thắng', '2023-04-30'),
  ...off(unverified2023, 'Ngày Quốc tế Lao động', '2023-05-01'),
  substitute(unverified2023, 'Giỗ Tổ Hùng Vương', '2023-05-02', '2023-04-29'),
  substitute(unverified2023, 'Ngày Chiến thắng', '2023-05-03', '2023-04-30'),
  ...off(unverified2023, 'Quốc khánh', '2023-09-01', '2023-09-02'),
  substitute(unverified2023, 'Quốc khánh', '2023-09-04', '2023-09-02'),
]

const notice2024: Published = { year: 2024, source: 'Thông báo 1570/TB-BLĐTBXH' }
const swap2024: Published = { year: 2024, source: 'Lịch nghỉ 30/4, 1/5 năm 2024 (xaydungchinhsach.chinhphu.vn)' }
const year2024: CalendarEntry[] = [
  ...off(notice2024, 'Tết Dương lịch', '2024-01-01'),
  ...off(notice2024, 'Tết Giáp Thìn', '2024-02-08', '2024-02-14'),
  ...off(notice2024, 'Giỗ Tổ Hùng Vương', '2024-04-18'),
  ...swap(swap2024, 'Nghỉ liền 30/4, 1/5', '2024-04-29', '2024-05-04'),
  ...off(notice2024, 'Ngày Chiến thắng', '2024-04-30'),
  ...off(notice2024, 'Ngày Quốc tế Lao động', '2024-05-01'),
  ...off(notice2024, 'Quốc khánh', '2024-09-02', '2024-09-03'),
]

const notice2025: Published = { year: 2025, source: 'Thông báo 6150 (nghỉ lễ, tết năm 2025)' }
const swap2025: Published = { year: 2025, source: 'Công văn 8726/VPCP-KGVX' }
const year2025: CalendarEntry[] = [
  ...off(notice2025, 'Tết Dương lịch', '2025-01-01'),
  ...off(notice2025, 'Tết Ất Tỵ', '2025-01-27', '2025-01-31'),
  ...off(notice2025, 'Giỗ Tổ Hùng Vương', '2025-04-07'),
  ...off(notice2025, 'Ngày Chiến thắng', '2025-04-30'),
  ...off(notice2025, 'Ngày Quốc tế Lao động', '2025-05-01'),
  ...swap(swap2025, 'Nghỉ liền 30/4, 1/5', '2025-05-02', '2025-04-26'),
  ...off(notice2025, 'Quốc khánh', '2025-09-01', '2025-09-02'),
]

const notice2026: Published = { year: 2026, source: 'Thông báo 9441/TB-BNV' }
const newYearSwap2026: Published = {
  year: 2026, provisional: true,
  source: 'Đề xuất hoán đổi 02/01 và 10/01/2026, chưa đối chiếu văn bản chấp thuận',
}
const cultureDay: Published = { year: 2026, source: 'Nghị quyết 28/2026/QH16, Điều 2' }
const year2026: CalendarEntry[] = [
  ...off(notice2026, 'Tết Dương lịch', '2026-01-01'),
  ...swap(newYearSwap2026, 'Nghỉ liền Tết Dương lịch', '2026-01-02', '2026-01-10'),
  ...off(notice2026, 'Tết Bính Ngọ', '2026-02-16', '2026-02-20'),
  ...off(notice2026, 'Giỗ Tổ Hùng Vương', '2026-04-26'),
  substitute(notice2026, 'Giỗ Tổ Hùng Vương', '2026-04-27', '2026-04-26'),
  ...off(notice2026, 'Ngày Chiến thắng', '2026-04-30'),
  ...off(notice2026, 'Ngày Quốc tế Lao động', '2026-05-01'),
  ...swap(notice2026, 'Nghỉ liền Quốc khánh', '2026-08-31', '2026-08-22'),
  ...off(notice2026, 'Quốc khánh', '2026-09-01', '2026-09-02'),
  ...off(cultureDay, 'Ngày Văn hóa Việt Nam', '2026-11-24'),
]

export const nationalSchedule: readonly CalendarEntry[] = [...year2023, ...year2024, ...year2025, ...year2026]
