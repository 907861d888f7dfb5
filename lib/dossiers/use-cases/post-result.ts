import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { PostResultInput, PostResultsInput } from '../inputs'
import { writeParcel } from '../store/delivery-store'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof PostResultInput>

/** The result goes to the post against its tracking number. The dossier is returned only once the post has delivered it. */
export const postResult = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => postResultIn(tx, officer, input, now()))

export async function postResultIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'post-result')
  if (!found.ok) return found
  const deliveryId = await writeParcel(tx, found.value.id, { trackingNumber: input.trackingNumber, by: officer.staffId, at })
  await queueMessage(tx, found.value, 'post-result')
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'result-posted', at, deliveryId }], officer)))
}

export type PostedMany = { posted: number; /** Dossiers that somebody was faster with, by their code or id. */ left: { dossierId: string; code: string }[] }

/** A whole bag for the post: each parcel stands alone, so that one that cannot go holds up no other. */
export async function postResults(officer: Officer, { parcels }: z.output<typeof PostResultsInput>): Promise<Result<PostedMany, { code: 'nothing-to-post' }>> {
  if (parcels.length === 0) return fail({ code: 'nothing-to-post' })
  const done: PostedMany = { posted: 0, left: [] }
  for (const parcel of parcels) {
    const answer = await postResult(officer, parcel)
    if (answer.ok) done.posted += 1
    else done.left.push({ dossierId: parcel.dossierId, code: answer.problem.code })
  }
  return ok(done)
}
