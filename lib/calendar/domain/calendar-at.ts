import type { WorkingCalendar } from './working-calendar'

/** A commune's calendar at a revision: what a due moment is computed from and remembers. */
export type CalendarAt = { calendar: WorkingCalendar; revision: number }
