import { type FilingChannel, lawChannelOf, type ProcedureVariant, type RequiredDocument } from '@/lib/procedures/domain/procedure'

/**
 * What is to be done about a paper.
 * answer: the questions of the application form stand for it · hand-in: it goes into the dossier ·
 * present: it is shown and handed back
 */
export type ChecklistNeed = 'answer' | 'hand-in' | 'present'

export type ChecklistItem = { document: RequiredDocument; need: ChecklistNeed; required: boolean }

/**
 * The papers of a case for one channel. The paper form and the electronic form are the same thing in two channels:
 * only the one of this channel is listed. Filed online, the form is answered, not attached.
 */
export function checklistFor(variant: Pick<ProcedureVariant, 'documents'>, channel: FilingChannel): ChecklistItem[] {
  const lawChannel = lawChannelOf(channel)
  return variant.documents
    .filter(({ channels }) => channels === null || channels.includes(lawChannel))
    .map((document) => ({ document, need: needOf(document, lawChannel === 'online'), required: document.required }))
}

function needOf(document: RequiredDocument, online: boolean): ChecklistNeed {
  if (document.presentOnly) return 'present'
  return document.kind === 'application-form' && online ? 'answer' : 'hand-in'
}

/**
 * Required papers that are not there. One that has been replaced by a paper in its stead is not missing; the form
 * that is answered in questions, and what is only shown, cannot be missing from an online filing.
 */
export function missingFrom(checklist: readonly ChecklistItem[], givenKeys: ReadonlySet<string>): RequiredDocument[] {
  const replaced = new Set(checklist.filter(({ document }) => givenKeys.has(document.key)).map(({ document }) => document.insteadOf))
  return checklist
    .filter(({ need, required, document }) => required && need === 'hand-in' && !givenKeys.has(document.key) && !replaced.has(document.key))
    .map(({ document }) => document)
}
