import type { StripDay } from '@/lib/calendar/domain/day-strip'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import type { ReturnChannel } from '@/lib/dossiers/domain/dossier'
import type { ReceiveDossierInput } from '@/lib/dossiers/inputs'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { ChecklistNeed } from '@/lib/procedures/domain/checklist'

export type DeskChannel = ReceiveDossierInput['channel']

/** What the counter needs to know of a procedure, in the shape in which it travels. */
export type IntakeFacts = { code: string; name: string; fieldName: string; decision: string | null; onTheSpot: boolean; variants: IntakeVariant[] }
export type IntakeVariant = { id: string; key: string; name: string; limit: string; firstStep: string; papers: IntakePaper[]; fees: IntakeFee[]; due: IntakeDue | null }
export type IntakePaper = { key: string; name: string; need: ChecklistNeed; required: boolean; condition: string | null; originals: number; copies: number; insteadOf: string | null }
/** `amountVnd` null: set by the province, to be typed in. */
export type IntakeFee = { kind: 'fee' | 'charge'; amountVnd: number | null; wording: string; exemptions: string[]; onRequest: boolean }
/** Received now, due then. Instants as ISO 8601. */
export type IntakeDue = { receivedAt: string; dueAt: string; dueOn: LocalDate; lunar: string; explanation: ExplanationLine[]; days: StripDay[] }

/** What of a paper was handed in. */
export type Given = { on: boolean; originals: number; copies: number }

/** The person at the counter, as typed. */
export type TypedPerson = { fullName: string; idNumber: string; birth: string; sex: '' | 'male' | 'female'; address: string; phone: string }
export const nobody: TypedPerson = { fullName: '', idNumber: '', birth: '', sex: '', address: '', phone: '' }

export const returnChannels: readonly ReturnChannel[] = ['desk', 'post', 'online']
