import 'server-only'
import type { z } from 'zod'
import { closeOf } from '@/lib/calendar/domain/calendar-days'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideDraftApology, type NewDay, type PromiseNotLater } from '../domain/apology'
import type { DraftApologyInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof DraftApologyInput>
type Problem = ChangeProblem | PromiseNotLater

/** The officer writes why the result will be late and names the new day; a leader signs it. Written again, it replaces the draft. */
export const draftApology = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => draftApologyIn(tx, officer, input, now()))

export async function draftApologyIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'draft-apology')
  if (!found.ok) return found
  const decision = decideDraftApology(found.value, await newDay(tx.communeId, input.promisedOn), at)
  return decision.ok ? ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: input.reason }))) : decision
}

/** The promised day ends with the close of its last session; a day off has none, and the office is asked for 17:00. */
export async function newDay(communeId: string, promisedOn: LocalDate): Promise<NewDay> {
  const { calendar } = await calendarOf(communeId)
  return { promisedOn, promisedAt: closeOf(calendar, promisedOn) ?? instantAt(promisedOn, '17:00') }
}
