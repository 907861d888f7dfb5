'use server'

import {
  AcceptDossierInput, ApologiseInput, AppraiseStepInput, AssignDossierInput, DiscontinueDossierInput, HandBackInput, nested, RecordAccessInput, RefuseDossierInput,
  RequestSupplementInput, ReturnResultInput, SealStepInput, SettleStepInput, SupplySupplementInput, TakeDossierInput, VoidDossierInput, WithdrawDossierInput,
} from '@/lib/dossiers/inputs'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologise } from '@/lib/dossiers/use-cases/apologise'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { assignDossier } from '@/lib/dossiers/use-cases/assign-dossier'
import { discontinueDossier } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { unmaskPersonalId } from '@/lib/dossiers/use-cases/record-access'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { voidDossier } from '@/lib/dossiers/use-cases/void-dossier'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import { deedAction } from './deed-action'
import { onlyLines, withDay, withInstant } from './read-forms'

const missing = onlyLines('missing', 'sentence')
const arrived = withInstant('arrivedAt')
const handedIn = onlyLines('handedIn', 'on')
const deadline = withDay('deadlineOn')

export const acceptAction = deedAction('accept', AcceptDossierInput, acceptDossier)
export const refuseAction = deedAction('refuse', RefuseDossierInput, refuseDossier)
export const requestSupplementAction = deedAction('request-supplement', RequestSupplementInput, requestSupplement, (form) => deadline(missing(form)))
export const supplySupplementAction = deedAction('supply-supplement', nested(SupplySupplementInput), supplySupplement, (form) => arrived(handedIn(form)))
export const takeAction = deedAction('take', TakeDossierInput, takeDossier)
export const assignAction = deedAction('assign', AssignDossierInput, assignDossier)
export const settleAction = deedAction('settle', SettleStepInput, settleStep)
export const appraiseAction = deedAction('appraise', AppraiseStepInput, appraiseStep)
export const approveAction = deedAction('approve', AcceptDossierInput, approveStep)
export const sealAction = deedAction('seal', SealStepInput, sealStep)
export const handBackAction = deedAction('hand-back', HandBackInput, handBack)
export const returnAction = deedAction('return-result', ReturnResultInput, returnResult)
export const withdrawAction = deedAction('withdraw', WithdrawDossierInput, withdrawDossier)
export const discontinueAction = deedAction('discontinue', DiscontinueDossierInput, discontinueDossier)
export const apologiseAction = deedAction('apologise', ApologiseInput, apologise, withDay('promisedOn'))
export const voidAction = deedAction('void', VoidDossierInput, voidDossier)
export const unmaskAction = officerAction(RecordAccessInput, unmaskPersonalId, sayProblem)
