import 'server-only'
import type { Case } from '@/lib/dossiers/store/procedure-facts'
import { caseOf } from '@/lib/dossiers/store/procedure-facts'
import type { PersonInput, ReceiveDossierInput, SettleOnTheSpotInput } from '@/lib/dossiers/inputs'
import { receiveContext, receiveDossierIn } from '@/lib/dossiers/use-cases/receive-dossier'
import { onTheSpotContext, settleOnTheSpotIn } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { submitDossierIn, type Prepared } from '@/lib/dossiers/use-cases/submit-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { normaliseAnswers } from '@/lib/procedures/domain/application-form'
import { shownName } from '@/lib/procedures/domain/procedure'
import { formById } from '@/lib/procedures/forms/catalogue'
import type { StoryStep, Told } from '../run-stories'
import { answersFor } from './answers'
import type { Persona } from './people'
import { fixedId, type Setting } from './setting'

/** How a story begins: under which key it is filed, and its first step. */
export type Beginning = { key: string; under: Case; step: StoryStep<Told>; by: Officer | null }

const told = (id: string, version: number): Told => ({ id, version })

const person = ({ fullName, personalId, birth, sex, address, phone }: Persona): PersonInput => ({ kind: 'person', fullName, personalId, otherId: null, birth, sex, address, phone, email: null })

const receiverOf = ({ staff }: Setting, n: number): Officer => staff.all('desk-officer')[n % 2]!

/** The catalogue does not reach back that far: such a story is left out. */
export class NotYetInForce extends Error {}

/** Under what a dossier of this commune is received at that time. */
export async function caseAt({ communeId }: Setting, procedure: string, at: Date): Promise<Case> {
  const found = await caseOf(communeId, procedure, null, at)
  if (!found.ok) throw new NotYetInForce(procedure)
  return found.value
}

export async function atTheDesk(setting: Setting, n: number, procedure: string, who: Persona, minute: number): Promise<Beginning> {
  const [at, by] = [setting.time.at(minute), receiverOf(setting, n)]
  const under = await caseAt(setting, procedure, at)
  const input: ReceiveDossierInput = {
    idempotencyKey: fixedId(`present-day:${n}`), procedureCode: procedure, variantId: under.variant.id, channel: n % 11 === 5 ? 'post' : 'desk', externalCode: null,
    returnChannel: n % 7 === 3 ? 'post' : 'desk', applicant: person(who), submitter: null, fees: null, draftId: null,
    handedIn: checklistFor(under.variant, 'desk').filter(({ need, required }) => need === 'hand-in' && required)
      .map(({ document }) => ({ documentKey: document.key, name: shownName(document), originals: Math.max(1, document.originals), certified: 0, copies: document.copies, note: null })),
  }
  const context = must(await receiveContext(by, input, at))
  return {
    key: `desk:${by.staffId}:${input.idempotencyKey}`, under, by,
    step: { at, raises: 1, perform: async (tx) => told(must(await receiveDossierIn(tx, by, input, context, at, setting.calendar)).dossierId, 1) },
  }
}

export async function onTheSpot(setting: Setting, n: number, role: { procedure: string; subject: string; pages: number; copies: number }, who: Persona, minute: number): Promise<Beginning> {
  const [at, by] = [setting.time.at(minute), receiverOf(setting, n)]
  const under = await caseAt(setting, role.procedure, at)
  const input: SettleOnTheSpotInput = {
    idempotencyKey: fixedId(`present-day:${n}`), procedureCode: role.procedure, variantId: under.variant.id, applicant: person(who), subject: role.subject, pages: role.pages, copies: role.copies,
    exemption: null, identityCheck: 'personal-id', withSlip: false,
  }
  const context = must(await onTheSpotContext(by, input, at))
  return {
    key: `desk:${by.staffId}:${input.idempotencyKey}`, under, by,
    step: { at, raises: 3, perform: async (tx) => told(must(await settleOnTheSpotIn(tx, by, input, context, at, setting.calendar)).dossierId, 3) },
  }
}

export async function online(setting: Setting, n: number, procedure: string, who: Persona, citizen: number, minute: number): Promise<Beginning> {
  const at = setting.time.at(minute)
  const under = await caseAt(setting, procedure, at)
  const citizenId = setting.citizens[citizen]!
  const form = formById(under.version.formId)
  const answers = normaliseAnswers(form, answersFor(form, who, under.version.content.plainName))
  const prepared: Prepared = {
    ...under, answers, files: [],
    draft: {
      communeId: setting.communeId, id: fixedId(`present-day:${n}`), citizenId, procedureCode: procedure, versionId: under.version.id, variantId: under.variant.id, formId: form.id, answers,
      returnChannel: 'desk', visited: [], isHandedOver: false, createdAt: at, updatedAt: at, expiresAt: at, dossierId: null,
    },
  }
  return {
    key: `draft:${prepared.draft.id}`, under, by: null,
    step: { at, raises: 1, perform: async (tx) => told(must(await submitDossierIn(tx, { kind: 'citizen', citizenId }, prepared, at, setting.calendar)).dossierId, 1) },
  }
}
