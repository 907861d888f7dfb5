'use server'

import { z } from 'zod'
import { nested, OpenHandedOverInput, ReceiveDossierInput, RecordContactInput, RefuseAtDeskInput } from '@/lib/dossiers/inputs'
import { searchDossiers, type SearchRow } from '@/lib/dossiers/queries/search-dossiers'
import { openHandedOver } from '@/lib/dossiers/use-cases/open-handed-over'
import { receiveDossier, type Received } from '@/lib/dossiers/use-cases/receive-dossier'
import { recordContact } from '@/lib/dossiers/use-cases/record-contact'
import { refuseAtDesk } from '@/lib/dossiers/use-cases/refuse-at-desk'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok } from '@/lib/kernel/result'
import type { ActionState } from '@/lib/platform/action'
import { textsOf } from '../_components/texts-of'
import { onlyLines } from '../ho-so/[code]/read-forms'
import { readIntake } from './_components/read-intake'

const receive = officerAction(ReceiveDossierInput, receiveDossier, (problem) =>
  problem.code === 'papers-missing' ? `Còn thiếu: ${problem.missing.map(({ name }) => name).join('; ')}. Đánh dấu giấy tờ đã có, hoặc nhấn B để in Phiếu yêu cầu bổ sung.` : sayProblem(problem),
)
const contact = officerAction(RecordContactInput, recordContact, sayProblem)
const handedOver = officerAction(OpenHandedOverInput, openHandedOver, sayProblem)

export async function receiveAction(before: ActionState<Received>, form: FormData): Promise<ActionState<Received>> {
  const state = await receive(before, readIntake(form))
  return state.status === 'problem' ? { ...state, values: textsOf(form) } : state
}
export const contactAction = async (...[before, form]: Parameters<typeof contact>): ReturnType<typeof contact> => contact(before, onlyLines('missing', 'sentence')(form))
export const openHandedOverAction = handedOver
const refuseHere = officerAction(RefuseAtDeskInput, refuseAtDesk, sayProblem)
export async function refuseAtDeskAction(...[before, form]: Parameters<typeof refuseHere>): ReturnType<typeof refuseHere> {
  const state = await refuseHere(before, onlyLines('missing', 'sentence')(form))
  return state.status === 'problem' ? { ...state, values: textsOf(form) } : state
}

/** The dossiers of the person at the counter, the latest few: whoever is known is greeted as such. */
const KnownInput = nested(z.object({ idNumber: z.string().regex(/^\d{12}$/) }))
async function dossiersOfPerson(officer: Officer, { idNumber }: { idNumber: string }) {
  return may(officer, 'dossier.receive', { communeId: officer.communeId }) ? ok(await searchDossiers(officer, idNumber, 3)) : fail({ code: 'forbidden' as const })
}
const known = officerAction(KnownInput, dossiersOfPerson, sayProblem)
export const knownPersonAction = async (before: ActionState<SearchRow[]>, form: FormData): Promise<ActionState<SearchRow[]>> => known(before, form)
