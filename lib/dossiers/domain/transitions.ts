import type { PaperForm as AnyPaperForm } from '@/lib/documents/domain/official-paper'
import type { Permission } from '@/lib/identity/domain/permissions'
import type { Template } from '@/lib/notifications/domain/message'
import type { Delivery } from './delivery'
import type { Awaiting, Clock, Stage } from './dossier'

type Effect = 'keeps' | 'starts' | 'pauses' | 'resumes' | 'stops'
export type PaperForm = Extract<AnyPaperForm, 'receipt-slip' | 'supplement-request' | 'refusal' | 'apology' | 'discontinuation'>
export type MessageKind = Template

type Transition = {
  permission: Permission
  /** Stages in which the action exists. */
  from: readonly Stage[]
  /** Clocks under which it exists. */
  clock: readonly Clock['state'][]
  awaiting?: readonly Awaiting[]
  /** Where the result must be. */
  delivery?: readonly Delivery[]
  /** The step that must be at hand, for the actions of the internal process. */
  step?: 'settle' | 'appraise' | 'approve' | 'seal'
  /** The next stage; 'next-step' is decided by the process: in progress, or resolved after its last step. */
  to: Stage | 'same' | 'next-step'
  effect: Effect
  paper?: PaperForm
  message?: MessageKind
}

/**
 * The life of a dossier: what may happen, when, and what follows. Rights (through the permission), buttons, messages,
 * papers, tests and the diagram in README.md all read this one table.
 */
export const transitions = {
  accept: { permission: 'dossier.receive', from: ['submitted'], clock: ['not-started'], awaiting: ['none'], to: 'received', effect: 'starts', paper: 'receipt-slip', message: 'received' },
  refuse: { permission: 'dossier.refuse', from: ['submitted'], clock: ['not-started'], to: 'refused', effect: 'stops', paper: 'refusal', message: 'refused' },
  'request-intake-supplement': { permission: 'dossier.request-supplement', from: ['submitted'], clock: ['not-started'], awaiting: ['none'], to: 'same', effect: 'keeps', paper: 'supplement-request', message: 'supplement-requested' },
  'request-supplement': { permission: 'dossier.request-supplement', from: ['received', 'in-progress'], clock: ['running'], awaiting: ['none'], to: 'same', effect: 'pauses', paper: 'supplement-request', message: 'supplement-requested' },
  'supply-intake-supplement': { permission: 'dossier.supply-supplement', from: ['submitted'], clock: ['not-started'], awaiting: ['supplement'], to: 'same', effect: 'keeps' },
  'supply-supplement': { permission: 'dossier.supply-supplement', from: ['received', 'in-progress'], clock: ['running', 'paused'], awaiting: ['supplement'], to: 'same', effect: 'resumes' },
  take: { permission: 'dossier.take', from: ['received'], clock: ['running'], to: 'in-progress', effect: 'keeps' },
  assign: { permission: 'dossier.assign', from: ['received', 'in-progress'], clock: ['running', 'paused'], to: 'same', effect: 'keeps' },
  settle: { permission: 'dossier.settle', from: ['in-progress'], clock: ['running'], step: 'settle', to: 'next-step', effect: 'keeps', message: 'resolved' },
  appraise: { permission: 'dossier.appraise', from: ['in-progress'], clock: ['running'], step: 'appraise', to: 'next-step', effect: 'keeps', message: 'resolved' },
  approve: { permission: 'dossier.approve', from: ['in-progress'], clock: ['running'], step: 'approve', to: 'next-step', effect: 'keeps', message: 'resolved' },
  seal: { permission: 'dossier.seal', from: ['in-progress'], clock: ['running'], step: 'seal', to: 'next-step', effect: 'keeps', message: 'resolved' },
  'hand-back': { permission: 'dossier.hand-back', from: ['in-progress'], clock: ['running'], to: 'same', effect: 'keeps' },
  'take-over': { permission: 'dossier.take-over', from: ['received', 'in-progress'], clock: ['running', 'paused'], to: 'same', effect: 'keeps' },
  recall: { permission: 'dossier.recall', from: ['in-progress'], clock: ['running'], awaiting: ['none'], to: 'same', effect: 'keeps' },
  'skip-step': { permission: 'dossier.skip-step', from: ['in-progress'], clock: ['running'], to: 'next-step', effect: 'keeps', message: 'resolved' },
  'return-result': { permission: 'dossier.return-result', from: ['resolved'], clock: ['stopped'], delivery: ['ready'], to: 'returned', effect: 'keeps', message: 'returned' },
  'post-result': { permission: 'dossier.return-result', from: ['resolved'], clock: ['stopped'], delivery: ['ready'], to: 'same', effect: 'keeps', message: 'result-posted' },
  'confirm-delivery': { permission: 'dossier.return-result', from: ['resolved'], clock: ['stopped'], delivery: ['posted'], to: 'returned', effect: 'keeps', message: 'returned' },
  'take-back-parcel': { permission: 'dossier.return-result', from: ['resolved'], clock: ['stopped'], delivery: ['posted'], to: 'same', effect: 'keeps', message: 'result-sent-back' },
  withdraw: { permission: 'dossier.withdraw', from: ['submitted', 'received', 'in-progress'], clock: ['not-started', 'running', 'paused'], to: 'withdrawn', effect: 'stops', paper: 'discontinuation', message: 'withdrawn' },
  discontinue: { permission: 'dossier.discontinue', from: ['received', 'in-progress'], clock: ['running', 'paused'], to: 'discontinued', effect: 'stops', paper: 'discontinuation', message: 'discontinued' },
  apologise: { permission: 'dossier.sign-apology', from: ['received', 'in-progress'], clock: ['running', 'paused'], to: 'same', effect: 'keeps', paper: 'apology', message: 'apology' },
  void: { permission: 'dossier.void', from: ['received'], clock: ['running'], to: 'voided', effect: 'stops' },
  'extend-verification': { permission: 'dossier.extend-verification', from: ['received', 'in-progress'], clock: ['running'], to: 'same', effect: 'keeps', message: 'verification-extended' },
  'draft-apology': { permission: 'dossier.draft-apology', from: ['received', 'in-progress'], clock: ['running', 'paused'], to: 'same', effect: 'keeps' },
  'propose-correction': { permission: 'dossier.propose-correction', from: ['received', 'in-progress'], clock: ['running'], to: 'same', effect: 'keeps' },
  'approve-correction': { permission: 'dossier.approve-correction', from: ['received', 'in-progress'], clock: ['running'], to: 'received', effect: 'keeps', message: 'procedure-corrected' },
  'decline-correction': { permission: 'dossier.approve-correction', from: ['received', 'in-progress'], clock: ['running', 'paused'], to: 'same', effect: 'keeps' },
  'request-payment': { permission: 'dossier.request-payment', from: ['received', 'in-progress'], clock: ['running'], awaiting: ['none'], to: 'same', effect: 'pauses', message: 'payment-requested' },
  'settle-payment': { permission: 'dossier.settle-payment', from: ['received', 'in-progress'], clock: ['paused'], awaiting: ['payment'], to: 'same', effect: 'resumes' },
  reopen: { permission: 'dossier.reopen', from: ['returned'], clock: ['stopped'], to: 'same', effect: 'keeps' },
} as const satisfies Record<string, Transition>

export type Action = keyof typeof transitions
export const actions = Object.keys(transitions) as Action[]

/** The row of the table as plain data, for code that walks it. */
export const transitionOf = (action: Action): Transition => transitions[action]
