import 'server-only'
import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { fold } from '@/lib/kernel/fold'
import { derivedSecret, encryptField, keyedHash } from '@/lib/platform/crypto'
import { type PlainTx, reference } from '@/lib/platform/db'
import { sqlState } from '@/lib/platform/faults'
import { simulatedNow } from '@/lib/platform/clock'
import { eventActor, type Actor } from '@/lib/identity/domain/actor'
import { dueOf, type Dossier } from '../domain/dossier'
import { evolve } from '../domain/evolve'
import type { Filing, Party } from '../domain/filing'
import { toPayload, toRow } from './rows'
import { sealAnswers } from './sealed-answers'

export type Filed = { dossierId: string; code: string; registerNumber: number | null; /** The same key was answered before. */ replayed: boolean }
export type FilingProblem =
  | { code: 'same-key-other-content' }
  /** The calendar changed between computing and writing; load it anew and decide again. */
  | { code: 'calendar-changed' }
  | { code: 'code-taken' }

/** What the citizen needs to follow a dossier: a short secret to type, and a long one for the QR code. */
export const trackingSecret = (dossierId: string): string => derivedSecret('tracking-secret', dossierId, 10)
export const trackingToken = (dossierId: string): string => derivedSecret('tracking-token', dossierId, 26)
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const Answer = z.object({ dossierId: z.uuid(), code: z.string(), registerNumber: z.number().nullable(), replayed: z.boolean() })

/**
 * Writes a submission or reception in one statement: key, code, dossier, persons, papers, outbox, events.
 * The same key with the same request gets the first answer; with another request it is refused.
 * Joins `tx` where a loader puts many filings into one transaction; stands alone otherwise, so that a burst of
 * a thousand waits in line for connections instead of for transactions.
 */
export async function fileDossier(actor: Actor, filing: Filing, key: string, request: unknown, tx?: PlainTx): Promise<Result<Filed, FilingProblem>> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  const { communeId } = filing.dossier
  try {
    const rows = await (tx ?? reference()).$queryRaw<{ answer: unknown }[]>`
      select mc_file_dossier(${communeId}::uuid, ${key}, 'file-dossier', ${hash}, ${JSON.stringify(toJson(actor, filing))}::jsonb) as answer`
    return ok(Answer.parse(rows[0]?.answer))
  } catch (fault) {
    const state = sqlState(fault)
    if (state === 'MC422') return fail({ code: 'same-key-other-content' })
    if (state === 'MC409') return fail({ code: 'calendar-changed' })
    if (state === '23505' && filing.externalCode !== null) return fail({ code: 'code-taken' })
    throw fault
  }
}

function toJson(actor: Actor, filing: Filing) {
  const { dossier } = filing
  const final = filing.events.slice(1).reduce(evolve, dossier)
  return {
    at: filing.at,
    simulatedNow: simulatedNow(),
    draftId: filing.draftId,
    dossier: snakeKeys({
      ...toRow(final),
      version: final.version,
      id: dossier.id,
      ...(filing.externalCode === null ? {} : { code: filing.externalCode }),
      externalCode: filing.externalCode,
      channel: dossier.channel,
      returnChannel: filing.returnChannel,
      procedureCode: dossier.procedure.code,
      procedureVersionId: dossier.procedure.versionId,
      variantId: dossier.procedure.variantId,
      procedureName: dossier.procedure.name,
      fieldSlug: dossier.procedure.fieldSlug,
      timeLimit: dossier.limit,
      settledOnTheSpot: filing.result !== null,
      interAgency: false,
      reopenedFromId: filing.reopenedFromId ?? null,
      applicantCitizenId: filing.applicantCitizenId,
      submitterCitizenId: filing.submitterCitizenId,
      trackingSecretHash: secretHash(trackingSecret(dossier.id)),
      trackingTokenHash: secretHash(trackingToken(dossier.id)),
      searchText: fold(filing.parties.map(({ fullName }) => fullName).join(' ')),
    }),
    parties: filing.parties.map(partyRow).map(snakeKeys),
    forms: filing.form === null ? [] : [snakeKeys({ ...filing.form, answers: sealAnswers(filing.form.answers) })],
    documents: filing.handedIn.map((document, position) => snakeKeys({ ...document, position })),
    payments: filing.payments.map(snakeKeys),
    papers: filing.papers,
    results: filing.result === null ? [] : [snakeKeys(resultRow(filing.result, filing.at))],
    outbox: filing.outbox,
    events: eventRows(actor, dossier, filing),
  }
}

function eventRows(actor: Actor, born: Dossier, filing: Filing) {
  let state = born
  return filing.events.map((event, index) => {
    if (index > 0) state = evolve(state, event)
    return { id: uuidv7(), type: event.type, occurredAt: event.at, ...eventActor(actor), payload: toPayload(event), stage: state.stage, clock: state.clock.state, dueAt: dueOf(state)?.dueAt ?? null }
  })
}

const secretField = (text: string | null): string | null => (text === null || text === '' ? null : encryptField(text))

const partyRow = (party: Party) => ({
  ...party,
  personalId: secretField(party.personalId),
  personalIdHash: party.personalId === null ? null : keyedHash(party.personalId),
  phone: secretField(party.phone),
  email: secretField(party.email),
})

const resultRow = ({ series, numberPattern, summary, by, returnedTo }: NonNullable<Filing['result']>, at: Date) => ({
  series, numberPattern, outcome: 'granted', summary, preparedAt: at, preparedBy: by, signedAt: at, signedBy: by, returnedTo, returnedById: by,
})

const snakeKeys = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]))
