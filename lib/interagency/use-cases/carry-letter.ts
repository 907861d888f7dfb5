import 'server-only'
import { z } from 'zod'
import { withCalendar, type CalendarChanged } from '@/lib/dossiers/store/calendar-check'
import { caseOf } from '@/lib/dossiers/store/procedure-facts'
import type { System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { OutboxJob } from '@/lib/platform/outbox'
import { communeById } from '@/lib/units/queries/communes'
import { AnswerLetter, FilingLetter, HandedOutLetter, RefusalLetter, StatusLetter } from '../inputs'
import { closeLetter, findLetter, type Letter, noteRead, send } from '../store/message-store'
import { originOf, writeAcknowledged, writeOrigin, writeRefused, writeTold } from '../store/reception-store'
import { fileFromOutside, missingOf } from './file-from-outside'
import { returnedElsewhere } from './tell-event'

const worker: System = { kind: 'system', name: 'exchange' }
const Payload = z.object({ letterId: z.uuid() })

/**
 * Carries a letter from the commune that wrote it to the one it is for: two transactions, each in the scope of one commune, and
 * nothing that reads across. Killed in between, it is carried again; the key makes the second reading nothing.
 */
export async function carryLetter({ communeId, payload }: OutboxJob): Promise<void> {
  const { letterId } = Payload.parse(payload)
  const letter = await inCommune(worker, communeId, (tx) => findLetter(tx, letterId))
  if (letter === null) return
  await readLetter(communeId, letter)
  await inCommune(worker, communeId, (tx) => closeLetter(tx, letterId, now()))
}

/** The second half: in the scope of the addressee. An addressee that no longer exists is answered in its stead. */
export async function readLetter(from: string, letter: Letter): Promise<void> {
  if ((await communeById(letter.peerCommuneId)) === null) return readForNobody(from, letter)
  if (letter.kind === 'filing') return readFiling(from, letter)
  await inCommune(worker, letter.peerCommuneId, async (tx) => {
    if (await noteRead(tx, { kind: letter.kind, key: letter.key, from }, now())) await reading(tx, from, letter)
  })
}

async function reading(tx: Tx, from: string, { kind, body }: Letter): Promise<void> {
  const at = now()
  switch (kind) {
    case 'acknowledged': {
      const { receptionId, code } = AnswerLetter.parse(body)
      await writeAcknowledged(tx, receptionId, code, at)
      return
    }
    case 'refused': {
      const { receptionId, reason } = RefusalLetter.parse(body)
      await writeRefused(tx, receptionId, reason, at)
      return
    }
    case 'status': {
      const { receptionId, refusal, ...told } = StatusLetter.parse(body)
      await writeTold(tx, receptionId, told)
      if (refusal !== null) await writeRefused(tx, receptionId, refusal, at)
      return
    }
    case 'handed-out': {
      const { receptionId, at: returnedAt, recipientName } = HandedOutLetter.parse(body)
      const origin = await originOf(tx, { receptionId })
      if (origin === null || origin.receivingCommuneId !== from) throw new Error(`No dossier came as reception ${receptionId}`)
      const done = await returnedElsewhere(tx, worker, origin.dossierId, { recipientName, recipient: 'applicant', identityCheck: 'personal-id' }, returnedAt, at)
      // The solving commune may have returned it itself meanwhile: its own story holds.
      if (!done.ok) log.warn({ receptionId, code: done.problem.code }, 'a result handed out elsewhere was not noted')
      return
    }
    case 'filing':
      throw new Error('A filing is read by readFiling')
  }
}

type Refusal = { code: string }

/** A filing becomes a dossier of the solving commune, or is refused; the answer goes back as a letter, in the same transaction. */
async function readFiling(from: string, { key, body, peerCommuneId }: Letter): Promise<void> {
  const filing = FilingLetter.parse(body)
  const done = await withCalendar<true, CalendarChanged>(peerCommuneId, (calendar) =>
    inCommune(worker, peerCommuneId, async (tx): Promise<Result<true, CalendarChanged>> => {
      const at = now()
      if (!(await noteRead(tx, { kind: 'filing', key, from }, at))) return ok(true)
      const told = { receptionId: filing.receptionId }
      const refuse = async ({ code }: Refusal): Promise<Result<true, never>> => {
        await send(tx, { kind: 'refused', key: `refused:${filing.receptionId}`, to: from, body: { ...told, reason: code } })
        return ok(true)
      }
      const under = await caseOf(peerCommuneId, filing.procedureCode, filing.variantKey, at)
      if (!under.ok) return refuse(under.problem)
      const complete = missingOf(under.value, 'desk', filing.handedIn)
      if (!complete.ok) return refuse(complete.problem)
      const filed = await fileFromOutside(tx, worker, under.value, { channel: 'desk', returnChannel: 'desk', externalCode: null, applicant: filing.applicant, submitter: filing.submitter, handedIn: filing.handedIn }, key, filing, at, calendar)
      if (!filed.ok && filed.problem.code === 'calendar-changed') return fail(filed.problem)
      if (!filed.ok) throw new Error(`Letter ${key} cannot be filed: ${filed.problem.code}`)
      await writeOrigin(tx, { dossierId: filed.value.dossierId, receivingCommuneId: from, receptionId: filing.receptionId, returnPlace: filing.returnPlace })
      await send(tx, { kind: 'acknowledged', key: `acknowledged:${filing.receptionId}`, to: from, body: { ...told, code: filed.value.code } })
      return ok(true)
    }),
  )
  if (!done.ok) throw new Error(`Letter ${key} waits: ${done.problem.code}`)
}

/** The commune it is for was dissolved: a filing is refused where it came from; other letters have nobody to tell. */
async function readForNobody(from: string, { kind, body }: Letter): Promise<void> {
  if (kind !== 'filing') return
  const { receptionId } = FilingLetter.parse(body)
  await inCommune(worker, from, (tx) => writeRefused(tx, receptionId, 'commune-unknown', now()))
}
