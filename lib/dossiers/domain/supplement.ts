import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { dueOf, receptionOf, type Dossier, type Due, type Pause } from './dossier'
import { acceptBy, dueAfterPauses } from './due'
import type { DossierEvent } from './events'

/** One thing that is missing, in the words the citizen reads. */
export type MissingItem = { documentKey: string | null; name: string; sentence: string }

export type NothingMissing = { code: 'nothing-missing' }
export type NothingAsked = { code: 'nothing-asked' }

/**
 * Everything that is missing is said at once, in writing. Before reception no clock runs; in progress the clock pauses.
 * @law Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2 (sửa đổi bởi Nghị định 309/2026/NĐ-CP): đầy đủ trong một lần
 */
export function decideRequestSupplement(dossier: Dossier, request: { id: string; round: number; missing: readonly MissingItem[] }, at: Date): Result<DossierEvent[], NothingMissing> {
  if (request.missing.length === 0) return fail({ code: 'nothing-missing' })
  return ok([{ type: 'supplement-requested', at, requestId: request.id, round: request.round, atIntake: dossier.stage === 'submitted' }])
}

/** A period in which an online filing waited for its applicant, before any clock ran. */
export type IntakeWait = { since: Date; until: Date | null }

/**
 * The supplement arrived at `at`, whenever it is recorded: the wait ends there. In progress the due moment moves by law;
 * before reception the desk gets the rest of its eight working hours. It cannot have arrived before it was asked for.
 */
export function decideSupplySupplement(
  dossier: Dossier,
  supply: { requestId: string | null; intakeWaits: readonly IntakeWait[] },
  at: Date,
  calendar: CalendarAt,
): Result<DossierEvent[], NothingAsked> {
  const { requestId, intakeWaits } = supply
  if (requestId === null || dossier.awaiting !== 'supplement') return fail({ code: 'nothing-asked' })
  if (dossier.stage === 'submitted') {
    const waits = intakeWaits.map((wait) => (wait.until === null ? { ...wait, until: at } : wait))
    return ok([{ type: 'supplement-received', at, requestId, due: null, acceptBy: acceptBy(dossier.submittedAt, calendar, waits) }])
  }
  const pauses = dossier.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause))
  return ok([{ type: 'supplement-received', at, requestId, due: movedDue(dossier, pauses, calendar), acceptBy: null }])
}

function movedDue(dossier: Dossier, pauses: readonly Pause[], calendar: CalendarAt): Due | null {
  const reception = receptionOf(dossier)
  const due = dueOf(dossier)
  if (reception === null || due === null || dossier.limit === null) return due
  return dueAfterPauses(reception.receivedAt, reception.countFrom, dossier.limit, due, pauses, calendar)
}
