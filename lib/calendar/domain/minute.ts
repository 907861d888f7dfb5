import { addDays, localDate, type LocalDate, type Weekday } from '@/lib/kernel/local-date'

/**
 * Whole minutes since 1970-01-01T00:00Z. The law counts in minutes at the finest, and whole numbers compare and add
 * without surprises; every instant is truncated to one on entry (15:00:59 is still "15 giờ").
 */
export type Minute = number

/** Days since 1970-01-01 on the wall calendar in Việt Nam. */
export type DayNumber = number

const MS_PER_MINUTE = 60_000
export const MINUTES_PER_DAY = 1440
/** Việt Nam is seven hours ahead of UTC. @unit minutes */
const OFFSET = 7 * 60
const EPOCH = localDate('1970-01-01')

export const minuteOf = (instant: Date): Minute => Math.floor(instant.getTime() / MS_PER_MINUTE)
export const instantOf = (minute: Minute): Date => new Date(minute * MS_PER_MINUTE)

/** The day in Việt Nam in which a minute lies; midnight belongs to the day it begins. */
export const dayNumberOf = (minute: Minute): DayNumber => Math.floor((minute + OFFSET) / MINUTES_PER_DAY)
export const startOfDay = (day: DayNumber): Minute => day * MINUTES_PER_DAY - OFFSET
/** Minutes past midnight in Việt Nam. */
export const timeOfDay = (minute: Minute): number => minute - startOfDay(dayNumberOf(minute))

export const dayNumber = (day: LocalDate): DayNumber => Date.parse(`${day}T00:00:00Z`) / (MINUTES_PER_DAY * MS_PER_MINUTE)
export const localDateOfDay = (day: DayNumber): LocalDate => addDays(EPOCH, day)

/** 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
export const weekdayOfDay = (day: DayNumber): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday

/** "07:30" as minutes past midnight; null where it is no time of day. "24:00" is not one: a session ends before midnight. */
export function parseWallTime(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** As `parseWallTime`; throws RangeError where the text is no time of day. */
export function wallTime(text: string): number {
  const minutes = parseWallTime(text)
  if (minutes === null) throw new RangeError(`Not a time of day: ${text}`)
  return minutes
}
