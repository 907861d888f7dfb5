/**
 * A day on the wall calendar in Việt Nam ("2026-11-26"), without hour or zone.
 * Legal days are LocalDate; instants are Date. Mixing them is the oldest bug of our field: at 00:30 in Hà Nội
 * a Date still says yesterday in UTC. Việt Nam has kept UTC+7 without summer time since 13/06/1975, so one constant serves.
 */
export type LocalDate = string & { readonly brand: 'LocalDate' }

/** Việt Nam is seven hours ahead of UTC all year. @unit milliseconds */
const VIETNAM_OFFSET = 7 * 60 * 60 * 1000
const DAY = 24 * 60 * 60 * 1000

/** Reads "yyyy-mm-dd". Throws RangeError for anything that is not a real day (2026-02-30). */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text)
  if (parsed === null) throw new RangeError(`Not a day: ${text}`)
  return parsed
}

/** As `localDate`, but null where the text is not a real day. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text ? (text as LocalDate) : null
}

/** The day in Việt Nam in which an instant lies. */
export const localDateOf = (instant: Date): LocalDate =>
  new Date(instant.getTime() + VIETNAM_OFFSET).toISOString().slice(0, 10) as LocalDate

/** The instant at which the clock on the wall in Việt Nam shows "HH:MM" on that day ("24:00" is the end of the day). */
export function instantAt(day: LocalDate, time: string): Date {
  const [hours, minutes] = time.split(':')
  return new Date(Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET + (Number(hours) * 60 + Number(minutes)) * 60_000)
}

/** "HH:MM" on the wall in Việt Nam at an instant. */
export const localTimeOf = (instant: Date): string => new Date(instant.getTime() + VIETNAM_OFFSET).toISOString().slice(11, 16)

export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as LocalDate

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (day: LocalDate): Weekday => (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** "2026-11-26T17:30:00+07:00": how an instant is written for other systems. */
export const toIsoLocal = (instant: Date): string =>
  `${new Date(instant.getTime() + VIETNAM_OFFSET).toISOString().slice(0, 19)}+07:00`
