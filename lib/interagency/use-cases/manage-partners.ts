import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import type { AddPartnerInput, EndPartnerInput } from '../inputs'
import { addPartner as write, endPartner as end, partnersOf } from '../store/leg-store'
import { type ConnectionProblem, mayConnect } from './manage-tokens'

type Problem = ConnectionProblem | { code: 'day-before-start' }

/** A unit outside the commune that does its part of dossiers, from a day on. */
export async function addPartner(officer: Officer, partner: z.output<typeof AddPartnerInput>): Promise<Result<{ id: string }, Problem>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  if (partner.validTo !== null && partner.validTo < partner.validFrom) return fail({ code: 'day-before-start' })
  return ok({ id: await inCommune(officer, (tx) => write(tx, partner)) })
}

/** Its last day: from the next one on nothing new goes there; what it has it may finish. */
export async function endPartner(officer: Officer, { partnerId, lastDay }: z.output<typeof EndPartnerInput>): Promise<Result<{ id: string }, Problem>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  return inCommune(officer, async (tx) => {
    const partner = (await partnersOf(tx)).find(({ id }) => id === partnerId)
    if (partner === undefined) return fail({ code: 'not-found' })
    if (lastDay < partner.validFrom) return fail({ code: 'day-before-start' })
    await end(tx, partnerId, lastDay)
    return ok({ id: partnerId })
  })
}
