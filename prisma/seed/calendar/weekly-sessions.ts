import type { WeeklySessions } from '@/lib/calendar/domain/working-calendar'
import { localDate } from '@/lib/kernel/local-date'

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const
const morning = { name: 'morning', opens: '07:30', closes: '11:30', countsForDeadlines: true } as const

/** Hours that a commune begins with, until it enters its own. */
export const demonstrationSessions: readonly WeeklySessions[] = [
  {
    layer: 'nation', author: 'Dữ liệu khởi tạo', source: 'Giờ làm việc mẫu; mỗi xã nhập giờ của mình',
    effectiveFrom: localDate('2010-01-01'), effectiveTo: null, season: null, weekdays: MONDAY_TO_FRIDAY,
    sessions: [morning, { name: 'afternoon', opens: '13:30', closes: '17:30', countsForDeadlines: true }],
  },
]

const huongHoa = {
  layer: 'commune', author: 'Dữ liệu khởi tạo', source: 'Giờ làm việc theo mùa của huyện Hướng Hóa, áp dụng từ 09/4/2018',
  effectiveFrom: localDate('2018-04-09'), effectiveTo: null, weekdays: MONDAY_TO_FRIDAY,
} as const

/** Hướng Hóa's communes keep summer and winter hours since 9 April 2018; before, the hours they began with. */
export const huongHoaSessions: readonly WeeklySessions[] = [
  {
    ...huongHoa, season: { from: '04-01', to: '09-30' },
    sessions: [morning, { name: 'afternoon', opens: '13:30', closes: '17:30', countsForDeadlines: true }],
  },
  {
    ...huongHoa, season: { from: '10-01', to: '03-31' },
    sessions: [morning, { name: 'afternoon', opens: '13:00', closes: '17:00', countsForDeadlines: true }],
  },
]
