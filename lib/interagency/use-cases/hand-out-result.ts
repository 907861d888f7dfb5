import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { HandOutInput } from '../inputs'
import { send } from '../store/message-store'
import { writeHandedOut } from '../store/reception-store'

export type HandOutProblem = { code: 'forbidden' } | { code: 'not-found' } | { code: 'not-answered' } | { code: 'already-handed-out' }
type Input = z.output<typeof HandOutInput>

/** The result that another commune made goes to the citizen at this counter; the solving commune hears of it and notes the return. */
export const handOutResult = (officer: Officer, input: Input): Promise<Result<{ id: string }, HandOutProblem>> => inCommune(officer, (tx) => handOutResultIn(tx, officer, input, now()))

export async function handOutResultIn(tx: Tx, officer: Officer, { receptionId, recipientName }: Input, at: Date): Promise<Result<{ id: string }, HandOutProblem>> {
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const reception = await tx.reception.findFirst({ where: { communeId: tx.communeId, id: receptionId } })
  if (reception === null || reception.returnPlace !== 'here') return fail({ code: 'not-found' })
  if (reception.returnedAt !== null) return fail({ code: 'already-handed-out' })
  if (reception.resultAt === null) return fail({ code: 'not-answered' })
  if (!(await writeHandedOut(tx, receptionId, officer.staffId, recipientName, at))) return fail({ code: 'already-handed-out' })
  await send(tx, { kind: 'handed-out', key: `handed-out:${receptionId}`, to: reception.solvingCommuneId, body: { receptionId, at, recipientName } })
  return ok({ id: receptionId })
}
