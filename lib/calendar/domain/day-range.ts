import { dayMonth } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'

/** "21–22/11", "30/04–01/05"; one day alone is "21/11". */
export function dayRange(from: LocalDate, to: LocalDate): string {
  if (from === to) return dayMonth(from)
  return from.slice(0, 7) === to.slice(0, 7) ? `${from.slice(8)}–${dayMonth(to)}` : `${dayMonth(from)}–${dayMonth(to)}`
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
export const uncapitalised = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
