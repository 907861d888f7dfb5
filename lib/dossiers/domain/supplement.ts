import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { mayStillMove } from '@/lib/calendar/domain/three-due-facts'
import { dueOf, receptionOf, type Dossier, type Due, type Pause } from './dossier'
import { acceptBy, dueAfterPauses } from './due'
import type { DossierEvent, SupplementEffect } from './events'

/** One thing that is missing, in the words the citizen reads. */
export type MissingItem = { documentKey: string | null; name: string; sentence: string }

export type NothingMissing = { code: 'nothing-missing' }
export type NothingAsked = { code: 'nothing-asked' }

/** Whoever brings papers a third time was not told everything the first time. @law Nghị định 63/2010/NĐ-CP, Điều 20 khoản 4: không quá hai lần cho một vụ việc */
export const MOST_ROUNDS = 2

/** The name under which an item asked for, its files and its answer are kept: what is asked in free words has no paper of the procedure. */
export const itemKey = ({ documentKey }: MissingItem, position: number): string => documentKey ?? `bo-sung-${position + 1}`

/** What of the request arrived, item by item. Null where nobody compared. */
export type Comparison = { item: MissingItem; supplied: boolean }[]
export const compare = (items: readonly MissingItem[], supplied: readonly string[] | null): Comparison | null =>
  supplied === null ? null : items.map((item, position) => ({ item, supplied: supplied.includes(itemKey(item, position)) }))

/**
 * Everything that is missing is said at once, in writing. Before reception no clock runs; in progress the clock pauses.
 * @law Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2 (sửa đổi bởi Nghị định 309/2026/NĐ-CP): đầy đủ trong một lần
 */
export function decideRequestSupplement(dossier: Dossier, request: { id: string; round: number; missing: readonly MissingItem[]; rule?: SupplementEffect }, at: Date): Result<DossierEvent[], NothingMissing> {
  if (request.missing.length === 0) return fail({ code: 'nothing-missing' })
  return ok([{ type: 'supplement-requested', at, requestId: request.id, round: request.round, atIntake: dossier.stage === 'submitted', effect: effectOn(dossier, request.rule ?? 'pause', at) }])
}

/** By the rule of the day; what is overdue is never counted anew, and before reception there is no clock. */
export function effectOn(dossier: Dossier, rule: SupplementEffect, at: Date): SupplementEffect {
  const due = dueOf(dossier)
  return rule === 'restart' && due !== null && !mayStillMove(due.dueAt, at) ? 'pause' : rule
}

/** A period in which an online filing waited for its applicant, before any clock ran. */
export type IntakeWait = { since: Date; until: Date | null }

/**
 * The supplement arrived at `at`, whenever it is recorded: the wait ends there. In progress the due moment moves by law;
 * before reception the desk gets the rest of its eight working hours. It cannot have arrived before it was asked for.
 */
export function decideSupplySupplement(
  dossier: Dossier,
  supply: { requestId: string | null; intakeWaits: readonly IntakeWait[]; /** As the request noted it (`effectOn`). */ effect?: SupplementEffect | null },
  at: Date,
  calendar: CalendarAt,
): Result<DossierEvent[], NothingAsked> {
  const { requestId, intakeWaits, effect } = supply
  if (requestId === null || dossier.awaiting !== 'supplement') return fail({ code: 'nothing-asked' })
  if (dossier.stage === 'submitted') {
    const waits = intakeWaits.map((wait) => (wait.until === null ? { ...wait, until: at } : wait))
    return ok([{ type: 'supplement-received', at, requestId, due: null, acceptBy: acceptBy(dossier.submittedAt, calendar, waits) }])
  }
  const pauses = dossier.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause))
  if (dossier.clock.state !== 'paused') return ok([{ type: 'supplement-received', at, requestId, due: null, acceptBy: null }])
  const countFrom = effect === 'restart' ? { countFrom: at } : {}
  return ok([{ type: 'supplement-received', at, requestId, due: movedDue(dossier, pauses, calendar, countFrom.countFrom), acceptBy: null, ...countFrom }])
}

function movedDue(dossier: Dossier, pauses: readonly Pause[], calendar: CalendarAt, countFrom: Date | undefined): Due | null {
  const reception = receptionOf(dossier)
  const due = dueOf(dossier)
  if (reception === null || due === null || dossier.limit === null) return due
  return dueAfterPauses(reception.receivedAt, countFrom ?? reception.countFrom, dossier.limit, due, pauses, calendar)
}
