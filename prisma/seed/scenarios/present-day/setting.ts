import 'server-only'
import { createHash } from 'node:crypto'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import { officeOf } from '@/lib/dossiers/store/office'
import type { HeadFacts } from '@/lib/dossiers/store/paper-facts'
import { contactHash } from '@/lib/identity/contact-hash'
import { citizenOfContact } from '@/lib/identity/store/citizen-store'
import { encryptField } from '@/lib/platform/crypto'
import { inCommune, inIdentity } from '@/lib/platform/db'
import { addDays, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { randomFrom, type Random } from '../random'
import { staffOf, type Staff } from '../staff'
import { workTime, type WorkTime } from '../work-time'
import { persona } from './people'

export type Setting = {
  communeId: string
  calendar: CalendarAt
  staff: Staff
  office: HeadFacts
  /** Office time from three months ago to three weeks ahead. */
  time: WorkTime
  /** The minute of office time that it is now; nothing happens at or after it. */
  last: number
  anchor: Date
  /** Place of today, or of the next working day, among the working days. */
  today: number
  citizens: readonly string[]
  random: Random
}

const [DAYS_BACK, DAYS_AHEAD, CITIZENS] = [100, 30, 6]

export async function settingOf(communeId: string, anchor: Date): Promise<Setting> {
  const [calendar, staff] = await Promise.all([calendarOf(communeId), staffOf(communeId)])
  const office = await inCommune({ kind: 'system', name: 'scenario' }, communeId, officeOf)
  const on = localDateOf(anchor)
  const time = workTime(calendar.calendar, addDays(on, -DAYS_BACK), addDays(on, DAYS_AHEAD))
  const citizens = await Promise.all(Array.from({ length: CITIZENS }, (_unused, n) => citizenOf(persona(n).phone)))
  return { communeId, calendar, staff, office, time, last: time.minuteOf(anchor), anchor, today: time.workingDays.findIndex((day) => day >= on), citizens, random: randomFrom(2026) }
}

const citizenOf = (phone: string): Promise<string> =>
  inIdentity((tx) => citizenOfContact(tx, { hash: contactHash({ channel: 'sms', address: phone }), encrypted: encryptField(phone) }))

/** The working day so many working days from today; below 0 before it. */
export const workingDay = ({ time, today }: Setting, offset: number): LocalDate => time.workingDays[Math.min(Math.max(0, today + offset), time.workingDays.length - 1)]!

/** A minute on a working day, but never one that has not come yet. */
export function minuteOn(setting: Setting, day: LocalDate, share: number): number {
  const [opens, closes] = [setting.time.opening(day), setting.time.close(day)]
  return Math.min(Math.floor(opens + (closes - opens) * share), setting.last - 2)
}

export const dueOnOf = ({ calendar: { calendar } }: Setting, receivedAt: Date, limit: TimeLimit): LocalDate => must(dueMoment({ receivedAt, limit, calendar, pauses: [] })).dueOn

/** The latest minute before now at which a dossier had to come in to be owed on that day, or else before it. */
export function receivedToBeDue(setting: Setting, limit: TimeLimit, due: LocalDate, share: number): number {
  const { time } = setting
  for (let at = time.workingDays.findLastIndex((day) => day <= due); at >= 0; at -= 1) {
    const minute = minuteOn(setting, time.workingDays[at]!, share)
    if (time.workingDays[at]! <= localDateOf(setting.anchor) && dueOnOf(setting, time.at(minute), limit) <= due) return minute
  }
  throw new Error(`No day on which a dossier could come in to be due on ${due}`)
}

/** The same words always give the same id. */
export function fixedId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
