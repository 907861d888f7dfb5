import 'server-only'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import type { Standing } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import { visitor } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import type { LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { type Awaiting, type Channel, dueOf, receptionOf, type ReturnChannel, type Stage, type Timeliness } from '../domain/dossier'
import type { Outcome } from '../domain/events'
import { isPossible } from '../domain/available-actions'
import { findDossier } from '../store/dossier-store'
import { folderOf } from '../store/folder'
import { whatNow } from '../wording'
import { papersView, type PaperView, resultView, type StepView, stepsView } from './dossier-detail'
import { acceptanceView, dueView } from './due-view'
import { lastOf } from './life-view'
import { type MessageView, messageView } from './message-view'
import { plainStoryOf } from './story'

/** What whoever holds the secret of the slip may see: where the dossier is and what to do, the name on the slip, no numbers of people. */
export type TrackedDossier = {
  communeId: string
  dossierId: string
  code: string
  procedureCode: string
  procedureName: string
  applicantName: string
  channel: Channel
  returnChannel: ReturnChannel
  stage: Stage
  awaiting: Awaiting
  limit: TimeLimit | null
  submittedAt: Date | null
  /** By when an online filing is answered; null once it was. */
  acceptBy: Date | null
  receivedAt: Date | null
  firstDueAt: Date | null
  dueAt: Date | null
  dueOn: LocalDate | null
  promisedAt: Date | null
  /** Towards the due moment, or towards `acceptBy` before reception; null where there is neither. */
  standing: Standing | null
  explanation: readonly ExplanationLine[]
  explanationHolds: boolean
  resolvedAt: Date | null
  timeliness: Timeliness | null
  returnedAt: Date | null
  steps: readonly StepView[]
  /** In plain words, the first line first. */
  story: readonly { at: Date; sentence: string }[]
  whatNow: string | null
  /** What is still missing, in the words of the request; empty when nothing is. */
  missing: readonly { documentKey: string | null; name: string; sentence: string }[]
  supplementBy: LocalDate | null
  papers: readonly PaperView[]
  result: { outcome: Outcome; number: string | null; attachmentId: string | null; /** Of a denial: why, and by which rule of law. */ denialReason: string | null; legalBasis: string | null } | null
  /** What was sent about it, the latest first. */
  messages: readonly MessageView[]
  /** Still to be paid. @unit đồng */
  owedVnd: number
  /** Something was paid, or went back. */
  hasPaid: boolean
  isRated: boolean
  /** The one verification extension, with its reason. */
  extended: { at: Date; reason: string | null } | null
  /** The code under which it was taken up again, and the one it takes up. */
  reopenedAs: string | null
  reopenedFrom: string | null
  /** No decision stands yet, so that its people may still take it back. */
  mayWithdraw: boolean
}

/** A dossier for whoever holds its secret. Null where it is no longer there. */
export async function trackedDossier({ communeId, dossierId }: TrackingGrant): Promise<TrackedDossier | null> {
  const calendar = await calendarOf(communeId)
  const found = await inCommune(visitor, communeId, async (tx) => {
    const dossier = await findDossier(tx, { id: dossierId })
    return dossier === null ? null : { dossier, folder: await folderOf(tx, dossier.id) }
  })
  if (found === null) return null
  const { dossier, folder } = found
  const extended = lastOf(folder, 'verification-extended')
  const due = dueView(dossier, calendar, now())
  const acceptance = acceptanceView(dossier, folder.requests.map((row) => ({ atIntake: row.at_intake, requestedAt: row.requested_at, suppliedAt: row.supplied_at })), calendar, now())
  const open = folder.requests.find(({ supplied_at }) => supplied_at === null)
  const stands = dossier.stage === 'resolved' || dossier.stage === 'returned'
  const result = stands ? resultView(folder) : null
  return {
    communeId, dossierId, code: dossier.code, procedureCode: dossier.procedure.code, procedureName: dossier.procedure.name, applicantName: folder.parties.find(({ part }) => part === 'applicant')?.full_name ?? '',
    channel: dossier.channel, returnChannel: dossier.returnChannel, stage: dossier.stage, awaiting: dossier.awaiting, limit: dossier.limit, submittedAt: dossier.submittedAt,
    acceptBy: acceptance?.acceptBy ?? null, receivedAt: receptionOf(dossier)?.receivedAt ?? null, firstDueAt: due?.firstDueAt ?? null, dueAt: dueOf(dossier)?.dueAt ?? null, dueOn: due?.dueOn ?? null,
    promisedAt: dossier.promisedAt, standing: due?.standing ?? acceptance?.standing ?? null, explanation: due?.explanation ?? [], explanationHolds: due?.explanationHolds ?? true,
    resolvedAt: stands ? dossier.resolvedAt : null, timeliness: stands ? dossier.timeliness : null, returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null,
    steps: stepsView(dossier), story: plainStoryOf(dossier, folder),
    whatNow: whatNow({ stage: dossier.stage, awaiting: dossier.awaiting, returnChannel: dossier.returnChannel, acceptBy: acceptance?.acceptBy ?? null }),
    missing: open?.items ?? [], supplementBy: (open?.deadline_on ?? null) as LocalDate | null, papers: papersView(folder),
    result: result === null ? null : { outcome: result.outcome, number: result.number, attachmentId: result.attachmentId, denialReason: result.denialReason, legalBasis: result.legalBasis },
    owedVnd: folder.payments.reduce((sum, { state, amount_vnd }) => sum + (state === 'owed' ? amount_vnd : 0), 0), hasPaid: folder.payments.some(({ state }) => state === 'paid' || state === 'refunded'), isRated: folder.rated, messages: folder.messages.map(messageView).reverse(),
    extended: extended === null ? null : { at: extended.event.at, reason: extended.note }, reopenedAs: folder.reopened_as, reopenedFrom: folder.reopened_from, mayWithdraw: isPossible(dossier, 'withdraw'),
  }
}
