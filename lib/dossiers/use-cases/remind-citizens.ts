import 'server-only'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { isInSession } from '@/lib/calendar/domain/calendar-days'
import { calendarOf } from '@/lib/calendar/store'
import type { System } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import type { NotificationSetting } from '@/lib/notifications/domain/setting'
import { settingOf } from '@/lib/notifications/store/setting-store'
import { inCommune } from '@/lib/platform/db'
import { type OutboxItem, queue } from '@/lib/platform/outbox'
import { supplementReminder, uncollectedReminder } from '../domain/reminders'
import { type Awaited, awaitedSupplements, inPages, type Uncollected, uncollected } from '../store/reminder-store'

/**
 * Asks for the reminders to citizens that are due: a supplement near or past its last day, a result that nobody fetched. Each has a key
 * of its own, so that asking again, by this worker or another, sends nothing twice. Only while the house is open: whoever reads it may call.
 */
export async function remindCitizens(worker: System, communeId: string, at: Date): Promise<void> {
  const calendar = await calendarOf(communeId)
  if (!isInSession(calendar.calendar, at)) return
  const setting = await inCommune(worker, communeId, settingOf)
  const send = (items: OutboxItem[]): Promise<void> => inCommune(worker, communeId, (tx) => queue(tx, items))
  await inPages((after) => inCommune(worker, communeId, (tx) => uncollected(tx, after)), (rows) => send(rows.flatMap((row) => waiting(row, setting, calendar, at))))
  await inPages((after) => inCommune(worker, communeId, (tx) => awaitedSupplements(tx, after)), (rows) => send(rows.flatMap((row) => awaited(row, setting, calendar, at))))
}

function waiting({ id, readyOn }: Uncollected, setting: NotificationSetting, { calendar }: CalendarAt, at: Date): OutboxItem[] {
  const nth = uncollectedReminder(readyOn, localDateOf(at), setting.uncollected, calendar)
  return nth === null ? [] : [{ key: `result-waiting:${id}:${readyOn}:${nth}`, kind: 'message', payload: { dossierId: id, template: 'result-waiting' } }]
}

function awaited({ id, dossierId, ...request }: Awaited, setting: NotificationSetting, { calendar }: CalendarAt, at: Date): OutboxItem[] {
  const template = supplementReminder(request, localDateOf(at), setting.supplementNear, calendar)
  return template === null ? [] : [{ key: `${template}:${id}`, kind: 'message', payload: { dossierId, template, requestId: id } }]
}
