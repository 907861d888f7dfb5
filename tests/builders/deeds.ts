import { calendarOf } from '@/lib/calendar/store'
import { currentStep, dueOf } from '@/lib/dossiers/domain/dossier'
import { discontinuationCauses, refusalReasons } from '@/lib/dossiers/domain/events'
import type { Action } from '@/lib/dossiers/domain/transitions'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { acceptDossierIn } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologiseIn } from '@/lib/dossiers/use-cases/apologise'
import { appraiseStepIn } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStepIn } from '@/lib/dossiers/use-cases/approve-step'
import { assignDossierIn } from '@/lib/dossiers/use-cases/assign-dossier'
import { approveCorrectionIn, declineCorrectionIn, proposeCorrectionIn } from '@/lib/dossiers/use-cases/correct-procedure'
import { discontinueDossierIn } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { draftApologyIn } from '@/lib/dossiers/use-cases/draft-apology'
import { extendVerificationIn } from '@/lib/dossiers/use-cases/extend-verification'
import { handBackIn } from '@/lib/dossiers/use-cases/hand-back'
import { refuseDossierIn } from '@/lib/dossiers/use-cases/refuse-dossier'
import { reopenDossierIn } from '@/lib/dossiers/use-cases/reopen-dossier'
import { requestPaymentIn } from '@/lib/dossiers/use-cases/request-payment'
import { settlePaymentIn } from '@/lib/dossiers/use-cases/settle-payment'
import { requestSupplementIn } from '@/lib/dossiers/use-cases/request-supplement'
import { confirmDeliveryIn, takeBackParcelIn } from '@/lib/dossiers/use-cases/close-parcel'
import { postResultIn } from '@/lib/dossiers/use-cases/post-result'
import { returnResultIn } from '@/lib/dossiers/use-cases/return-result'
import { recallStepIn } from '@/lib/dossiers/use-cases/recall-step'
import { sealStepIn } from '@/lib/dossiers/use-cases/seal-step'
import { settleStepIn } from '@/lib/dossiers/use-cases/settle-step'
import { skipStepIn } from '@/lib/dossiers/use-cases/skip-step'
import { supplySupplementIn } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossierIn } from '@/lib/dossiers/use-cases/take-dossier'
import { takeOverIn } from '@/lib/dossiers/use-cases/take-over'
import { voidDossierIn } from '@/lib/dossiers/use-cases/void-dossier'
import { withdrawDossierIn } from '@/lib/dossiers/use-cases/withdraw-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { addDays, localDateOf } from '@/lib/kernel/local-date'
import type { Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { isOfStep, peopleOn } from '@/lib/workflow/store'

/** Chooses among so many; a test that varies nothing takes the first of each. */
export type Choose = (below: number) => number
const first: Choose = () => 0

/**
 * How each action of the table is tried: with an input that is refused for no other reason than that the table says no.
 * A new action does not compile until it stands here; tests that walk the table then try it in every state.
 */
export type Deed = (tx: Tx, actor: Officer, dossierId: string, choose?: Choose) => Promise<Result<unknown>>
export const deeds: Record<Action, Deed> = {
  accept: async (tx, actor, dossierId) => acceptDossierIn(tx, actor, { dossierId }, now(), await calendarOf(tx.communeId)),
  refuse: (tx, actor, dossierId, choose = first) => refuseDossierIn(tx, actor, { dossierId, reason: refusalReasons[choose(refusalReasons.length)]!, text: 'Lý do' }, now()),
  'request-intake-supplement': (tx, actor, dossierId) => requestSupplementIn(tx, actor, { dossierId, missing, reason: 'Thiếu', deadlineOn: null }, now()),
  'request-supplement': (tx, actor, dossierId) => requestSupplementIn(tx, actor, { dossierId, missing, reason: 'Thiếu', deadlineOn: null }, now()),
  'supply-intake-supplement': async (tx, actor, dossierId, choose = first) => supplySupplementIn(tx, actor, { dossierId, arrivedAt: await arrival(tx, dossierId, choose), handedIn: [], note: null }, now(), await calendarOf(tx.communeId)),
  'supply-supplement': async (tx, actor, dossierId, choose = first) => supplySupplementIn(tx, actor, { dossierId, arrivedAt: await arrival(tx, dossierId, choose), handedIn: [], note: null }, now(), await calendarOf(tx.communeId)),
  take: (tx, actor, dossierId) => takeDossierIn(tx, actor, { dossierId }, now()),
  assign: async (tx, actor, dossierId, choose = first) => assignDossierIn(tx, actor, { dossierId, staffId: await whoseTurn(tx, dossierId, choose) }, now()),
  settle: (tx, actor, dossierId, choose = first) => settleStepIn(tx, actor, { dossierId, ...(choose(8) === 7 ? { outcome: 'denied', denialReason: 'Không đủ điều kiện', legalBasis: 'Luật Hộ tịch 2014, Điều 18' } : { outcome: 'granted' }), summary: 'Đã xem xét', number: null, attachmentId: null }, now()),
  appraise: (tx, actor, dossierId) => appraiseStepIn(tx, actor, { dossierId, remark: null }, now()),
  approve: (tx, actor, dossierId) => approveStepIn(tx, actor, { dossierId }, now()),
  seal: (tx, actor, dossierId) => sealStepIn(tx, actor, { dossierId, number: null }, now()),
  'hand-back': (tx, actor, dossierId) => handBackIn(tx, actor, { dossierId, reason: 'Xem lại' }, now()),
  'take-over': (tx, actor, dossierId) => takeOverIn(tx, actor, { dossierId, reason: 'Đồng nghiệp bận' }, now()),
  recall: (tx, actor, dossierId) => recallStepIn(tx, actor, { dossierId, reason: 'Ghi nhầm' }, now()),
  'skip-step': (tx, actor, dossierId) => skipStepIn(tx, actor, { dossierId, reason: 'Xã ít người' }, now()),
  'return-result': (tx, actor, dossierId) => returnResultIn(tx, actor, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id' }, now()),
  'request-payment': (tx, actor, dossierId) => requestPaymentIn(tx, actor, { dossierId, kind: 'obligation', amountVnd: 250_000, basis: 'Thông báo nộp tiền số 12' }, now()),
  'settle-payment': async (tx, actor, dossierId) => settlePaymentIn(tx, actor, { dossierId, document: 'Giấy nộp tiền số 0123456', paidAt: null }, now(), await calendarOf(tx.communeId)),
  'post-result': (tx, actor, dossierId) => postResultIn(tx, actor, { dossierId, trackingNumber: 'EA123456789VN' }, now()),
  'confirm-delivery': (tx, actor, dossierId) => confirmDeliveryIn(tx, actor, { dossierId }, now()),
  'take-back-parcel': (tx, actor, dossierId) => takeBackParcelIn(tx, actor, { dossierId, reason: 'Không có người nhận' }, now()),
  withdraw: (tx, actor, dossierId) => withdrawDossierIn(tx, actor, { dossierId, reason: null }, now()),
  discontinue: (tx, actor, dossierId, choose = first) => discontinueDossierIn(tx, actor, { dossierId, cause: discontinuationCauses[1 + choose(discontinuationCauses.length - 1)]!, reason: 'Theo quy định' }, now()),
  'draft-apology': async (tx, actor, dossierId) => draftApologyIn(tx, actor, { dossierId, reason: 'Mưa lũ', promisedOn: await laterThanDue(tx, dossierId) }, now()),
  apologise: (tx, actor, dossierId) => apologiseIn(tx, actor, { dossierId }, now()),
  'extend-verification': async (tx, actor, dossierId) => extendVerificationIn(tx, actor, { dossierId, reason: 'Xác minh nơi cư trú cũ' }, now(), await calendarOf(tx.communeId)),
  'propose-correction': async (tx, actor, dossierId) => proposeCorrectionIn(tx, actor, { dossierId, target: await anotherProcedure(tx, dossierId), reason: 'Chọn nhầm thủ tục' }, now()),
  'approve-correction': async (tx, actor, dossierId) => approveCorrectionIn(tx, actor, { dossierId }, now(), await calendarOf(tx.communeId)),
  'decline-correction': (tx, actor, dossierId) => declineCorrectionIn(tx, actor, { dossierId, reason: 'Đúng thủ tục rồi' }, now()),
  reopen: async (tx, actor, dossierId) => reopenDossierIn(tx, actor, { dossierId, reason: 'Kết quả ghi nhầm ngày sinh', legalBasis: 'Luật Hộ tịch 2014, Điều 12' }, now(), await calendarOf(tx.communeId)),
  void: (tx, actor, dossierId) => voidDossierIn(tx, actor, { dossierId, reason: 'Nhập nhầm' }, now()),
}

/** What one use case serves under two names of the table. */
export const twins: Partial<Record<Action, Action>> = {
  'request-intake-supplement': 'request-supplement', 'request-supplement': 'request-intake-supplement',
  'supply-intake-supplement': 'supply-supplement', 'supply-supplement': 'supply-intake-supplement',
}

export const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

/** Now, or somewhere between the request and now: what came by post is recorded later. */
async function arrival(tx: Tx, dossierId: string, choose: Choose): Promise<Date | null> {
  const request = await tx.supplementRequest.findFirst({ where: { communeId: tx.communeId, dossierId, suppliedAt: null }, orderBy: { round: 'desc' }, select: { requestedAt: true } })
  const share = choose(3)
  return share === 0 || request === null ? null : new Date(request.requestedAt.getTime() + ((now().getTime() - request.requestedAt.getTime()) * share) / 3)
}

/** Somebody whose work the step at hand is. */
async function whoseTurn(tx: Tx, dossierId: string, choose: Choose): Promise<string> {
  const dossier = await findDossier(tx, { id: dossierId })
  const step = (dossier === null ? null : currentStep(dossier)) ?? { role: 'case-officer' as const, unitKey: 'justice' }
  const staff = (await peopleOn(tx, localDateOf(now()))).filter((person) => isOfStep(person, step)).toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1))
  return staff[choose(staff.length)]!.staffId
}

/** A procedure that the dossier was not received under. */
async function anotherProcedure(tx: Tx, dossierId: string): Promise<{ procedureCode: string; variant: string | null }> {
  const dossier = await findDossier(tx, { id: dossierId })
  return { procedureCode: dossier?.procedure.code === '1.000656' ? '1.004873' : '1.000656', variant: null }
}

/** A day that an apology may promise: after the due day and after today. */
async function laterThanDue(tx: Tx, dossierId: string) {
  const dossier = await findDossier(tx, { id: dossierId })
  const [today, due] = [localDateOf(now()), dossier === null ? null : dueOf(dossier)]
  return addDays(due === null || due.dueOn < today ? today : due.dueOn, 20)
}
