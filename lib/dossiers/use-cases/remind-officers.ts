import 'server-only'
import { dayOf, isInSession } from '@/lib/calendar/domain/calendar-days'
import { calendarOf } from '@/lib/calendar/store'
import type { System } from '@/lib/identity/domain/actor'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { settingOf } from '@/lib/notifications/store/setting-store'
import { inCommune } from '@/lib/platform/db'
import { queue } from '@/lib/platform/outbox'
import { dueWarnings } from '../domain/due-warnings'
import { warningsNow } from '../domain/reminders'
import { inPages, noteWarnings, runningDossiers, type Warning } from '../store/reminder-store'

/**
 * Warns officers while they are at work: at half and at four fifths of the limit, and on the last day on which an apology can be signed
 * (then the leaders too, who sign it). Everything that one round finds goes to an officer in one letter.
 */
export async function warnOfficers(worker: System, communeId: string, at: Date): Promise<void> {
  const { calendar } = await calendarOf(communeId)
  if (!isInSession(calendar, at)) return
  const warnings: Warning[] = []
  await inPages((after) => inCommune(worker, communeId, (tx) => runningDossiers(tx, at, after)), async (rows) => {
    for (const { id, facts, dueAt, staff, leaders, told } of rows) {
      for (const kind of warningsNow(dueWarnings(facts, calendar), at)) {
        const readers = kind === 'apology' ? new Set([...staff, ...leaders]) : new Set(staff)
        for (const staffId of readers) if (!told.some((line) => line.kind === kind && line.staffId === staffId)) warnings.push({ dossierId: id, kind, dueAt, staffId })
      }
    }
  })
  await inCommune(worker, communeId, (tx) => noteWarnings(tx, warnings, at))
}

/** Asks for the letters of the day once the house has opened: one for each officer and working day, whichever worker is first. */
export async function queueDigests(worker: System, communeId: string, at: Date): Promise<void> {
  const { calendar } = await calendarOf(communeId)
  const today = dayOf(calendar, localDateOf(at))
  const opens = today.sessions.find(({ countsForDeadlines }) => countsForDeadlines)?.opens
  if (!today.isWorkingDay || opens === undefined || localTimeOf(at) < opens || !isInSession(calendar, at)) return
  await inCommune(worker, communeId, async (tx) => {
    if (!(await settingOf(tx)).digest) return
    const staff = await tx.staffMember.findMany({
      where: { communeId, accountId: { not: null }, activeFrom: { lte: new Date(today.on) }, OR: [{ activeTo: null }, { activeTo: { gte: new Date(today.on) } }] }, select: { id: true }, take: 500,
    })
    await queue(tx, staff.map(({ id }) => ({ key: `officer-digest:${id}:${today.on}`, kind: 'officer-digest', payload: { staffId: id, on: today.on } })))
  })
}
