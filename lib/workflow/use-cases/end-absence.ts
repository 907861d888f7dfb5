import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { EndAbsenceInput } from '../inputs'
import { closeAbsence, openAbsence, peopleOn } from '../store'

type Input = z.output<typeof EndAbsenceInput>
type Problem = { code: 'forbidden' } | { code: 'absence-unknown' }

/** Back early, or entered by mistake: from now on nobody stands in. What was done meanwhile stays as it is. */
export const endAbsence = (officer: Officer, input: Input): Promise<Result<{ absenceId: string }, Problem>> => inCommune(officer, (tx) => endAbsenceIn(tx, officer, input, now()))

export async function endAbsenceIn(tx: Tx, officer: Officer, { absenceId }: Input, at: Date): Promise<Result<{ absenceId: string }, Problem>> {
  const absence = await openAbsence(tx, absenceId, at)
  if (absence === null) return fail({ code: 'absence-unknown' })
  const unitKey = (await peopleOn(tx, localDateOf(at))).find(({ staffId }) => staffId === absence.staffId)?.unitKey ?? null
  if (!may(officer, 'absence.record', { communeId: tx.communeId, staffId: absence.staffId, unitKey })) return fail({ code: 'forbidden' })
  return (await closeAbsence(tx, absenceId, officer.staffId, at)) ? ok({ absenceId }) : fail({ code: 'absence-unknown' })
}
