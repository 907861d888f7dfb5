import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { numberPattern } from '@/lib/documents/store'
import { allows } from '@/lib/dossiers/domain/available-actions'
import { receptionOf, type Dossier } from '@/lib/dossiers/domain/dossier'
import type { DossierEvent } from '@/lib/dossiers/domain/events'
import { decideReceive } from '@/lib/dossiers/domain/new-dossier'
import { decideFinishStep, decideTake } from '@/lib/dossiers/domain/process'
import type { Action } from '@/lib/dossiers/domain/transitions'
import { appendEvents, findDossier } from '@/lib/dossiers/store/dossier-store'
import { fileDossier } from '@/lib/dossiers/store/file-dossier'
import type { HeadFacts } from '@/lib/dossiers/store/paper-facts'
import { type Case, underCase } from '@/lib/dossiers/store/procedure-facts'
import { writeResultDraft, writeReturn, writeSignature } from '@/lib/dossiers/store/result-store'
import { slipFacts } from '@/lib/dossiers/use-cases/accept-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Story, Told } from '../run-stories'
import type { Staff } from '../staff'
import type { PlannedDossier } from './plan'

export type Setting = { communeId: string; calendar: CalendarAt; staff: Staff; office: HeadFacts; caseOf: ReadonlyMap<string, Case>; /** Messages to be noted as sent, at the end of the transaction. */ sent: SentMessage[] }

/** A dossier between its steps; null where it was begun before a cut and has not been read again. */
export type InFlight = Told & { dossier: Dossier | null }
const inFlight = (dossier: Dossier): InFlight => ({ id: dossier.id, version: dossier.version, dossier })

export const keyOf = (n: number): string => `scenario:my-an:${n}`

/**
 * The life of one planned dossier through the decisions and the store of the use cases, without asking the database again for
 * what is already known. Its messages stand in the outbox as sent long ago.
 */
export function storyOf(planned: PlannedDossier, setting: Setting): Story<InFlight> {
  const { staff } = setting
  const { procedure } = planned
  const [receiver, settler, signer] = [staff.all('desk-officer')[planned.n % 2]!, staff.of('case-officer', procedure.unit), staff.all('leader')[planned.n % 5 === 0 ? 1 : 0]!]
  const step = (at: Date, officer: Officer, action: Action, decide: (dossier: Dossier) => readonly DossierEvent[], beside: (tx: Tx, dossier: Dossier) => Promise<unknown> = () => Promise.resolve()) => ({
    at, raises: 1,
    perform: async (tx: Tx, told: InFlight | null): Promise<InFlight> => {
      const dossier = await known(tx, told)
      must(allows(officer, dossier, action))
      await tellTime(tx)
      await beside(tx, dossier)
      return inFlight(await appendEvents(tx, dossier, decide(dossier), officer))
    },
  })
  const finish = (officer: Officer) => (dossier: Dossier) =>
    must(decideFinishStep(dossier as Extract<Dossier, { stage: 'in-progress' }>, { staffId: officer.staffId, settledBy: settler.staffId, outcome: 'granted', mayActTwice: false }, now()))
  return {
    key: keyOf(planned.n),
    steps: [
      { at: planned.receivedAt, raises: 1, perform: (tx) => receive(tx, planned, receiver, setting) },
      step(planned.takenAt, settler, 'take', (dossier) => decideTake(dossier, settler.staffId, now())),
      step(planned.settledAt, settler, 'settle', finish(settler), (tx, { id }) => writeResultDraft(tx, id, { outcome: 'granted', summary: procedure.result, number: null, attachmentId: null, preparedBy: settler.staffId, preparedAt: now() })),
      step(planned.resolvedAt, signer, 'approve', finish(signer), async (tx, dossier) => {
        await writeSignature(tx, dossier.id, signer.staffId, now())
        setting.sent.push(sentLongAgo(dossier, 'resolved'))
      }),
      step(planned.returnedAt, receiver, 'return-result', () => [{ type: 'result-returned', at: now(), recipient: 'applicant', identityCheck: 'known-person' }], async (tx, dossier) => {
        await writeReturn(tx, dossier.id, planned.applicant, receiver.staffId)
        setting.sent.push(sentLongAgo(dossier, 'returned'))
      }),
    ],
  }
}

async function receive(tx: Tx, { n, procedure, applicant, sex, address }: PlannedDossier, receiver: Officer, { communeId, calendar, office, caseOf }: Setting): Promise<InFlight> {
  const at = now()
  const nobody = { applicantCitizenId: null, submitterCitizenId: null, externalCode: null }
  const under = caseOf.get(procedure.code)!
  const { dossier, events } = decideReceive({ id: uuidv7(), communeId, channel: 'desk', returnChannel: 'desk', ...underCase(under, 'desk'), ...nobody }, receiver.staffId, at, calendar)
  const filed = must(await fileDossier(receiver, {
    dossier, events, at, ...nobody, returnChannel: 'desk', form: null, payments: [], result: null, draftId: null,
    outbox: [{ key: `message:${dossier.id}:0`, kind: 'message', payload: { template: 'received' } }],
    parties: [{ part: 'applicant', kind: 'person', fullName: applicant, personalId: null, birth: null, sex, address, phone: null, email: null, mandate: null }],
    handedIn: [{ documentKey: 'giay-to', name: procedure.document, originals: 1, certified: 0, copies: 0, note: null }],
    papers: [{ form: 'receipt-slip', numberPattern: numberPattern('receipt-slip', office.issuerKind), issuedBy: receiver.staffId, data: slipFacts(dossier, office, receiver.name, [], at, calendar) }],
  }, keyOf(n), { scenario: 'my-an', n }, tx))
  return inFlight({ ...dossier, id: filed.dossierId, code: filed.code, reception: { ...receptionOf(dossier)!, registerNumber: filed.registerNumber } } as Dossier)
}

/** After a cut: only what is still on its way is read again. */
async function known(tx: Tx, told: InFlight | null): Promise<Dossier> {
  if (told === null) throw new Error('A story goes on before it began')
  return told.dossier ?? (await findDossier(tx, { id: told.id }))!
}

/** The database stamps each event with the time of the story, which is honoured in demonstrations alone. */
const tellTime = (tx: Tx) => tx.$executeRaw`select set_config('app.simulated_now', ${now().toISOString()}, true)`

/** A row of the outbox that nobody needs to wake for. */
type SentMessage = { communeId: string; key: string; kind: string; payload: { dossierId: string; template: string }; createdAt: Date; availableAt: Date; doneAt: Date; attempts: number }

const sentLongAgo = ({ id, communeId, version }: Dossier, template: string): SentMessage => ({
  communeId, key: `message:${id}:${version}`, kind: 'message', payload: { dossierId: id, template }, createdAt: now(), availableAt: now(), doneAt: now(), attempts: 1,
})

/** One statement for the messages of a whole transaction. */
export const writeSent = async (tx: Tx, { sent }: Setting): Promise<void> => {
  const rows = sent.splice(0)
  if (rows.length > 0) await tx.outbox.createMany({ data: rows })
}
