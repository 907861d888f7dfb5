import 'server-only'
import type { z } from 'zod'
import type { Action } from '@/lib/dossiers/domain/transitions'
import { AcceptDossierInput, ApologiseInput, DiscontinueDossierInput, RefuseDossierInput, RequestSupplementInput, WithdrawDossierInput } from '@/lib/dossiers/inputs'
import { acceptDossierIn } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologiseIn } from '@/lib/dossiers/use-cases/apologise'
import { discontinueDossierIn } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { previewOf } from '@/lib/dossiers/use-cases/preview-paper'
import { refuseDossierIn } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestSupplementIn } from '@/lib/dossiers/use-cases/request-supplement'
import { withdrawDossierIn } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Problem, Result } from '@/lib/kernel/result'
import { type ActionState, idle } from '@/lib/platform/action'
import { onlyLines, withDay } from '../read-forms'

type Preview = (form: FormData) => Promise<ActionState<Uint8Array>>
type Look<I, P extends Problem> = (officer: Officer, input: I) => Promise<Result<Uint8Array, P>>

/** The same form, the same rules, the same paper as the deed itself; undone before anybody can see it. */
function preview<S extends z.ZodType, P extends Problem>(schema: S, look: Look<z.output<S>, P>, read: (form: FormData) => FormData = (form) => form): Preview {
  const run = officerAction(schema, look, sayProblem)
  return (form) => run(idle, read(form))
}

const supplement = preview(RequestSupplementInput, previewOf(requestSupplementIn), (form) => withDay('deadlineOn')(onlyLines('missing', 'sentence')(form)))

/** Deeds that issue a paper. */
export const previews: Partial<Record<Action, Preview>> = {
  accept: preview(AcceptDossierInput, previewOf(acceptDossierIn)),
  refuse: preview(RefuseDossierInput, previewOf(refuseDossierIn), onlyLines('missing', 'sentence')),
  'request-intake-supplement': supplement,
  'request-supplement': supplement,
  withdraw: preview(WithdrawDossierInput, previewOf(withdrawDossierIn)),
  discontinue: preview(DiscontinueDossierInput, previewOf(discontinueDossierIn)),
  apologise: preview(ApologiseInput, previewOf(apologiseIn)),
}
