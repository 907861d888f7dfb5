import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type PlainTx } from '@/lib/platform/db'
import type { Filing, Payment } from '../domain/filing'
import { decideSettleOnTheSpot } from '../domain/new-dossier'
import type { SettleOnTheSpotInput } from '../inputs'
import { withCalendar } from '../store/calendar-check'
import { fileDossier, type Filed, type FilingProblem } from '../store/file-dossier'
import { officeOf } from '../store/office'
import type { HeadFacts } from '../store/paper-facts'
import { type Case, caseOf, feesOwed, type ProcedureProblem, underCase } from '../store/procedure-facts'
import { slipFacts } from './accept-dossier'
import { partyAtDesk } from './form-parties'

export type SettledOnTheSpot = Filed & { feeVnd: number }
export type OnTheSpotProblem = FilingProblem | ProcedureProblem | { code: 'forbidden' } | { code: 'not-on-the-spot' }
export type OnTheSpotContext = { under: Case; office: HeadFacts }

/** Certified copies, signatures, extracts: received, done, paid and handed over in one statement, with the number of its register. */
export async function settleOnTheSpot(officer: Officer, input: SettleOnTheSpotInput): Promise<Result<SettledOnTheSpot, OnTheSpotProblem>> {
  const at = now()
  const context = await onTheSpotContext(officer, input, at)
  if (!context.ok) return context
  return withCalendar<SettledOnTheSpot, OnTheSpotProblem>(officer.communeId, (calendar) => settleOnTheSpotIn(undefined, officer, input, context.value, at, calendar))
}

export async function onTheSpotContext(officer: Officer, input: Pick<SettleOnTheSpotInput, 'procedureCode' | 'variantId'>, at: Date): Promise<Result<OnTheSpotContext, OnTheSpotProblem>> {
  if (!may(officer, 'dossier.settle-on-the-spot', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const under = await caseOf(officer.communeId, input.procedureCode, input.variantId, at)
  if (!under.ok) return under
  if (!under.value.version.settledOnTheSpot) return fail({ code: 'not-on-the-spot' })
  return ok({ under: under.value, office: await inCommune(officer, officeOf) })
}

export async function settleOnTheSpotIn(tx: PlainTx | undefined, officer: Officer, input: SettleOnTheSpotInput, context: OnTheSpotContext, at: Date, calendar: CalendarAt): Promise<Result<SettledOnTheSpot, FilingProblem>> {
  const filing = spotFiling(officer, input, context, at, calendar)
  const filed = await fileDossier(officer, filing, `desk:${officer.staffId}:${input.idempotencyKey}`, input, tx)
  return filed.ok ? ok({ ...filed.value, feeVnd: filing.payments.reduce((sum, { state, amountVnd }) => sum + (state === 'paid' ? amountVnd : 0), 0) }) : filed
}

function spotFiling(officer: Officer, input: SettleOnTheSpotInput, { under, office }: OnTheSpotContext, at: Date, calendar: CalendarAt): Filing {
  const nobody = { applicantCitizenId: null, submitterCitizenId: null, externalCode: null }
  const beginning = decideSettleOnTheSpot(
    { id: uuidv7(), communeId: officer.communeId, channel: 'desk', returnChannel: 'desk', ...underCase(under, 'desk'), ...nobody },
    { staffId: officer.staffId, recipient: 'applicant', identityCheck: input.identityCheck },
    at,
    calendar,
  )
  const payments = feesOwed(under, 'desk', { pages: input.pages, copies: input.copies }).map((fee) => taken(fee, input.exemption, officer, at))
  return {
    ...beginning, ...nobody, at, payments, returnChannel: 'desk', form: null, draftId: null, outbox: [],
    parties: [partyAtDesk('applicant', input.applicant)],
    handedIn: [{ documentKey: null, name: input.subject, originals: 1, certified: 0, copies: input.copies, note: `${input.pages} trang, xuất trình` }],
    papers: input.withSlip ? [{ form: 'receipt-slip', numberPattern: numberPattern('receipt-slip', office.issuerKind), issuedBy: officer.staffId, data: slipFacts(beginning.dossier, office, officer.name, payments, at, calendar) }] : [],
    result: {
      // Each kind of certification has a register (sổ) of its own, counted anew each year.
      series: `${under.version.fieldSlug}:${under.version.procedureCode}`,
      numberPattern: `{number}/${localDateOf(at).slice(0, 4)}`,
      summary: input.copies > 1 ? `${input.subject}, ${input.copies} bản` : input.subject,
      by: officer.staffId, returnedTo: input.applicant.fullName,
    },
  }
}

/** Cash on the counter, or exempt for a reason that stands in the basis. */
const taken = (fee: Payment, exemption: string | null, officer: Officer, at: Date): Payment =>
  exemption === null
    ? { ...fee, state: 'paid', method: 'cash', collectorId: officer.staffId, paidAt: at }
    : { ...fee, state: 'exempt', basis: `Miễn: ${exemption}` }
