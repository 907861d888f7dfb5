'use server'

import {
  AcceptDossierInput, ApologiseInput, ApproveCorrectionInput, DeclineCorrectionInput, DraftApologyInput, ExtendVerificationInput, ProposeCorrectionInput, ReopenDossierInput, RequestPaymentInput, SettlePaymentInput, AppraiseStepInput, AssignDossierInput, AssignFairlyInput, DiscontinueDossierInput, HandBackInput, IssueControlSheetInput, nested, RecallInput, RecordAccessInput, RefuseDossierInput,
  ConfirmDeliveryInput, PostResultInput, TakeBackParcelInput, RequestSupplementInput, ReturnResultInput, PenSigningInput, SettleStepInput, SupplySupplementInput, SkipStepInput, TakeDossierInput, TakeOverInput, VoidDossierInput, WithdrawDossierInput,
} from '@/lib/dossiers/inputs'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologise } from '@/lib/dossiers/use-cases/apologise'
import { approveCorrection, declineCorrection, proposeCorrection } from '@/lib/dossiers/use-cases/correct-procedure'
import { draftApology } from '@/lib/dossiers/use-cases/draft-apology'
import { extendVerification } from '@/lib/dossiers/use-cases/extend-verification'
import { requestPayment } from '@/lib/dossiers/use-cases/request-payment'
import { settlePayment } from '@/lib/dossiers/use-cases/settle-payment'
import { reopenDossier } from '@/lib/dossiers/use-cases/reopen-dossier'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { assignDossier } from '@/lib/dossiers/use-cases/assign-dossier'
import { issueControlSheet } from '@/lib/dossiers/use-cases/control-sheet'
import { discontinueDossier } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { unmaskPersonalId } from '@/lib/dossiers/use-cases/record-access'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { confirmDelivery, takeBackParcel } from '@/lib/dossiers/use-cases/close-parcel'
import { postResult } from '@/lib/dossiers/use-cases/post-result'
import { recallStep } from '@/lib/dossiers/use-cases/recall-step'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { confirmPenSigning } from '@/lib/dossiers/use-cases/sign-by-pen'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { assignFairly } from '@/lib/dossiers/use-cases/share-out'
import { skipStep } from '@/lib/dossiers/use-cases/skip-step'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { takeOver } from '@/lib/dossiers/use-cases/take-over'
import { voidDossier } from '@/lib/dossiers/use-cases/void-dossier'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import { deedAction } from './deed-action'
import { issuedAction } from './issued-action'
import { onlyLines, withDay, withInstant } from './read-forms'

const missing = onlyLines('missing', 'sentence')
const arrived = withInstant('arrivedAt')
const handedIn = onlyLines('handedIn', 'on')
const deadline = withDay('deadlineOn')

export const acceptAction = deedAction('accept', AcceptDossierInput, acceptDossier)
export const refuseAction = deedAction('refuse', RefuseDossierInput, refuseDossier, missing)
export const requestSupplementAction = deedAction('request-supplement', RequestSupplementInput, requestSupplement, (form) => deadline(missing(form)))
export const supplySupplementAction = deedAction('supply-supplement', nested(SupplySupplementInput), supplySupplement, (form) => arrived(handedIn(form)))
export const takeAction = deedAction('take', TakeDossierInput, takeDossier)
export const assignAction = deedAction('assign', AssignDossierInput, assignDossier)
export const settleAction = deedAction('settle', SettleStepInput, settleStep)
export const appraiseAction = deedAction('appraise', AppraiseStepInput, appraiseStep)
export const approveAction = deedAction('approve', AcceptDossierInput, approveStep)
export const sealAction = deedAction('seal', PenSigningInput, confirmPenSigning, withDay('signedOn'))
export const handBackAction = deedAction('hand-back', HandBackInput, handBack)
export const assignFairlyAction = deedAction('assign', AssignFairlyInput, assignFairly)
export const takeOverAction = deedAction('take-over', TakeOverInput, takeOver)
export const recallAction = deedAction('recall', RecallInput, recallStep)
export const skipAction = deedAction('skip-step', SkipStepInput, skipStep)
export const returnAction = deedAction('return-result', ReturnResultInput, returnResult)
export const postAction = deedAction('post-result', PostResultInput, postResult)
export const confirmDeliveryAction = deedAction('confirm-delivery', ConfirmDeliveryInput, confirmDelivery)
export const takeBackAction = deedAction('take-back-parcel', TakeBackParcelInput, takeBackParcel)
export const withdrawAction = deedAction('withdraw', WithdrawDossierInput, withdrawDossier)
export const discontinueAction = deedAction('discontinue', DiscontinueDossierInput, discontinueDossier)
export const apologiseAction = deedAction('apologise', ApologiseInput, apologise)
export const draftApologyAction = deedAction('draft-apology', DraftApologyInput, draftApology, withDay('promisedOn'))
export const extendVerificationAction = deedAction('extend-verification', ExtendVerificationInput, extendVerification)
export const proposeCorrectionAction = deedAction('propose-correction', ProposeCorrectionInput, proposeCorrection)
export const approveCorrectionAction = deedAction('approve-correction', ApproveCorrectionInput, approveCorrection)
export const declineCorrectionAction = deedAction('decline-correction', DeclineCorrectionInput, declineCorrection)
export const requestPaymentAction = deedAction('request-payment', RequestPaymentInput, requestPayment)
export const settlePaymentAction = deedAction('settle-payment', SettlePaymentInput, settlePayment, withInstant('paidAt'))
export const reopenAction = deedAction('reopen', ReopenDossierInput, reopenDossier)
export const voidAction = deedAction('void', VoidDossierInput, voidDossier)
export const unmaskAction = officerAction(RecordAccessInput, unmaskPersonalId, sayProblem)
export const issueControlSheetAction = issuedAction(IssueControlSheetInput, issueControlSheet)
