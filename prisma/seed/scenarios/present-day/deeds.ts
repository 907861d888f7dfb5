import 'server-only'
import { acceptDossierIn } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologiseIn } from '@/lib/dossiers/use-cases/apologise'
import { appraiseStepIn } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStepIn } from '@/lib/dossiers/use-cases/approve-step'
import type { Changed } from '@/lib/dossiers/use-cases/change'
import { draftApologyIn } from '@/lib/dossiers/use-cases/draft-apology'
import { discontinueDossierIn } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { handBackIn } from '@/lib/dossiers/use-cases/hand-back'
import { refuseDossierIn } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestSupplementIn } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResultIn } from '@/lib/dossiers/use-cases/return-result'
import { sealStepIn } from '@/lib/dossiers/use-cases/seal-step'
import { settleStepIn } from '@/lib/dossiers/use-cases/settle-step'
import { supplySupplementIn } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossierIn } from '@/lib/dossiers/use-cases/take-dossier'
import { voidDossierIn } from '@/lib/dossiers/use-cases/void-dossier'
import { withdrawDossierIn } from '@/lib/dossiers/use-cases/withdraw-dossier'
import type { RefusalReason } from '@/lib/dossiers/domain/events'
import type { Officer } from '@/lib/identity/domain/actor'
import { addDays, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { must, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { CatalogueStep } from '@/lib/procedures/store'
import type { SeedUnitKey } from '../../communes'
import type { StoryStep, Told } from '../run-stories'
import type { Setting } from './setting'

type Deed = (minute: number) => StoryStep<Told>

/** A step by the use case itself, told at a minute of office time. */
export const deed = ({ time }: Setting, perform: (tx: Tx, dossierId: string, at: Date) => Promise<Result<Changed>>): Deed => (minute) => ({
  at: time.at(minute), raises: 1,
  perform: async (tx, state) => {
    const { dossierId, version } = must(await perform(tx, state!.id, now()))
    return { id: dossierId, version }
  },
})

/** Who does what, and the deeds of one dossier in the words of the house. */
export function deedsOf(setting: Setting, steps: readonly CatalogueStep[], names: { applicant: string; result: string }, receiver: Officer) {
  const { staff, calendar } = setting
  const unit = (steps[0]?.unitKey ?? 'justice') as SeedUnitKey
  const [officer, head, clerk] = [staff.of('case-officer', unit), staff.of('department-head', unit), staff.of('records-clerk')]
  const leader = staff.all('leader')[names.applicant.length % 2]!
  const of = (perform: Parameters<typeof deed>[1]): Deed => deed(setting, perform)
  return {
    take: of((tx, dossierId, at) => takeDossierIn(tx, officer, { dossierId }, at)),
    finish: (key: string, remark: string | null = null): Deed => of((tx, dossierId, at) => {
      switch (key) {
        case 'settle': return settleStepIn(tx, officer, { dossierId, outcome: 'granted', summary: names.result, number: null, attachmentId: null }, at)
        case 'appraise': return appraiseStepIn(tx, head, { dossierId, remark }, at)
        case 'approve': return approveStepIn(tx, leader, { dossierId }, at)
        default: return sealStepIn(tx, clerk, { dossierId, number: null }, at)
      }
    }),
    handBack: (reason: string) => of((tx, dossierId, at) => handBackIn(tx, head, { dossierId, reason }, at)),
    giveOut: of((tx, dossierId, at) => returnResultIn(tx, receiver, { dossierId, recipient: 'applicant', recipientName: names.applicant, identityCheck: 'personal-id', takesFee: true }, at)),
    accept: of((tx, dossierId, at) => acceptDossierIn(tx, receiver, { dossierId }, at, calendar)),
    ask: ([name, sentence]: [string, string], atIntake: boolean) => of((tx, dossierId, at) =>
      requestSupplementIn(tx, atIntake ? receiver : officer, { dossierId, missing: [{ documentKey: null, name, sentence }], reason: 'Chưa đủ để giải quyết.', deadlineOn: addDays(localDateOf(at), 14) }, at)),
    supply: of((tx, dossierId, at) => supplySupplementIn(tx, receiver, { dossierId, arrivedAt: null, handedIn: [], note: null }, at, calendar)),
    refuse: (reason: RefusalReason, text: string) => of((tx, dossierId, at) => refuseDossierIn(tx, receiver, { dossierId, reason, text }, at)),
    withdraw: (reason: string) => of((tx, dossierId, at) => withdrawDossierIn(tx, receiver, { dossierId, reason }, at)),
    discontinue: (reason: string) => of((tx, dossierId, at) => discontinueDossierIn(tx, staff.of('leader'), { dossierId, cause: 'not-supplemented', reason }, at)),
    undo: (reason: string) => of((tx, dossierId, at) => voidDossierIn(tx, staff.of('centre-director'), { dossierId, reason }, at)),
    draftApology: (reason: string, promisedOn: LocalDate) => of((tx, dossierId, at) => draftApologyIn(tx, officer, { dossierId, reason, promisedOn }, at)),
    apologise: of((tx, dossierId, at) => apologiseIn(tx, staff.of('leader'), { dossierId }, at)),
  }
}
export type Deeds = ReturnType<typeof deedsOf>
