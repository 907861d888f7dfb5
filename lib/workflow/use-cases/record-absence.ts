import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { decideAbsence, type AbsenceProblem } from '../domain/absence'
import type { RecordAbsenceInput } from '../inputs'
import { insertAbsence, isOverlap, peopleOn, standingAbsences } from '../store'

type Input = z.output<typeof RecordAbsenceInput>
type Problem = AbsenceProblem | { code: 'forbidden' } | { code: 'staff-unknown' } | { code: 'substitute-unknown' }

/** Someone will be away: from the first of the days a colleague sees and does their steps. By themselves, their head or a leader. */
export async function recordAbsence(officer: Officer, input: Input): Promise<Result<{ absenceId: string }, Problem>> {
  try {
    return await inCommune(officer, (tx) => recordAbsenceIn(tx, officer, input, now()))
  } catch (fault) {
    if (isOverlap(fault)) return fail({ code: 'already-away', fromDay: input.fromDay, toDay: input.toDay })
    throw fault
  }
}

export async function recordAbsenceIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<{ absenceId: string }, Problem>> {
  const today = localDateOf(at)
  const people = await peopleOn(tx, today)
  const absent = people.find(({ staffId }) => staffId === input.staffId)
  if (absent === undefined) return fail({ code: 'staff-unknown' })
  if (!may(officer, 'absence.record', { communeId: tx.communeId, staffId: absent.staffId, unitKey: absent.unitKey })) return fail({ code: 'forbidden' })
  if (!people.some(({ staffId }) => staffId === input.substituteId)) return fail({ code: 'substitute-unknown' })
  const decision = decideAbsence(input, await standingAbsences(tx, [input.staffId, input.substituteId], input), today)
  if (!decision.ok) return decision
  return ok({ absenceId: await insertAbsence(tx, decision.value, officer.staffId, at) })
}
