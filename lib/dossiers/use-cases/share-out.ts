import 'server-only'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { AssignFairlyInput, ShareOutInput } from '../inputs'
import { planShares } from '../store/share-plan'
import { assignDossierIn, type AssignProblem } from './assign-dossier'
import { change, type Changed } from './change'

type NobodyThere = { code: 'nobody-there' }
type HasOwner = { code: 'has-owner' }

/** One click: the step at hand to whoever of its unit and role has the least in hand and is at work today. */
export async function assignFairly(officer: Officer, input: z.output<typeof AssignFairlyInput>): Promise<Result<Changed, AssignProblem | NobodyThere | HasOwner>> {
  const calendar = await calendarOf(officer.communeId)
  return change(officer, officer.communeId, (tx) => assignFairlyIn(tx, officer, input, now(), calendar))
}

export async function assignFairlyIn(tx: Tx, officer: Officer, { dossierId, version }: z.output<typeof AssignFairlyInput>, at: Date, calendar: CalendarAt): Promise<Result<Changed, AssignProblem | NobodyThere | HasOwner>> {
  const [planned] = (await planShares(tx, officer, [dossierId], calendar, at)).rows
  if (planned?.left === 'not-yours' || !may(officer, 'dossier.assign-fairly', { communeId: tx.communeId })) return fail({ code: 'forbidden', action: 'assign' })
  if (planned?.left === 'has-owner') return fail({ code: 'has-owner' })
  if (planned?.left === 'nobody-there') return fail({ code: 'nobody-there' })
  return assignDossierIn(tx, officer, { dossierId, version, staffId: planned?.to?.staffId ?? officer.staffId }, at, 'fair')
}

export type SharedOut = { done: number; failed: number }

/** Gives out what a preview showed, each in a transaction of its own. Where the work changed since, nothing is given and the preview is to be seen anew. */
export async function shareOutDossiers(officer: Officer, { share }: z.output<typeof ShareOutInput>): Promise<Result<SharedOut, { code: 'forbidden' } | { code: 'plan-changed' }>> {
  if (!may(officer, 'dossier.assign-fairly', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const calendar = await calendarOf(officer.communeId)
  const plan = await inCommune(officer, (tx) => planShares(tx, officer, share.map(({ dossierId }) => dossierId), calendar, now()))
  const stands = share.every((shown) => plan.rows.some(({ dossierId, version, to }) => dossierId === shown.dossierId && version === shown.version && to?.staffId === shown.staffId))
  if (!stands) return fail({ code: 'plan-changed' })
  let done = 0
  for (const one of share) {
    const answer = await change(officer, officer.communeId, (tx) => assignDossierIn(tx, officer, one, now(), 'fair'))
    if (answer.ok) done += 1
  }
  return ok({ done, failed: share.length - done })
}
