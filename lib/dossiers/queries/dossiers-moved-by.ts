import 'server-only'
import { decideCalendarChange, type CalendarChange, type CalendarChangeProblem } from '@/lib/calendar/domain/calendar-change'
import type { DueProblem } from '@/lib/calendar/domain/due-moment'
import { calendarRules, revisionNow } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { movedDues } from '../domain/moved-due'
import { openDueAhead, openDueBehind } from '../store/due-store'

/** A dossier by code and procedure only: who changes calendars need not know people. */
export type MovedDossier = { id: string; code: string; procedureName: string; from: Date; to: Date; isPaused: boolean }

export type CalendarPreview = {
  /** Of the calendar the preview was made from; saving asks for the same one. */
  revision: number
  /** How many rules are really new, and how many are withdrawn. */
  added: number
  withdrawn: number
  moved: MovedDossier[]
  /** Open, ahead, and due when they were. */
  unmoved: number
  /** Open, but due already: no change of calendar touches them. */
  behind: number
}

export type PreviewProblem = CalendarChangeProblem | DueProblem | { code: 'forbidden' }

/** What a change of calendar would do to the open dossiers of the officer's commune. Writes nothing. */
export async function dossiersMovedBy(officer: Officer, change: CalendarChange): Promise<Result<CalendarPreview, PreviewProblem>> {
  if (!may(officer, 'calendar.change', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const at = now()
  return inCommune(officer, async (tx): Promise<Result<CalendarPreview, PreviewProblem>> => {
    const revision = await revisionNow(tx)
    const decided = decideCalendarChange(await calendarRules(tx), change)
    if (!decided.ok) return decided
    const open = await openDueAhead(tx, at, false)
    const moved = movedDues(open, { calendar: decided.value.calendar, revision: revision + 1 }, at)
    if (!moved.ok) return moved
    return ok({
      revision, added: decided.value.add.length, withdrawn: decided.value.withdraw.length, unmoved: open.length - moved.value.length, behind: await openDueBehind(tx, at),
      moved: moved.value.map(({ row, due }) => ({ id: row.id, code: row.code, procedureName: row.procedureName, from: row.due.dueAt, to: due.dueAt, isPaused: row.clock === 'paused' })),
    })
  })
}
