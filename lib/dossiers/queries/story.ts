import 'server-only'
import { isOverdueAt } from '@/lib/calendar/domain/standing'
import { dueOf, type Dossier, type Step } from '../domain/dossier'
import type { DossierEvent, EventType } from '../domain/events'
import { transitionOf, type PaperForm } from '../domain/transitions'
import type { Folder } from '../store/folder'
import { fromEventRow } from '../store/rows'
import { plainStoryLine, storyLine } from '../wording'
import { messageView } from './message-view'
import { messageSentence } from '@/lib/notifications/wording'

export type StoryLine = { id: string; at: Date; recordedAt: Date; kind: EventType | 'overdue' | 'message' | 'message-failed'; sentence: string; /** Reasons and remarks in someone's words. */ remark: string | null; who: string }

const paperOf: Partial<Record<EventType, PaperForm>> = {
  'dossier-received': transitionOf('accept').paper,
  'dossier-refused': transitionOf('refuse').paper,
  'supplement-requested': transitionOf('request-supplement').paper,
  'dossier-withdrawn': transitionOf('withdraw').paper,
  'dossier-discontinued': transitionOf('discontinue').paper,
  'apology-issued': transitionOf('apologise').paper,
}

/** The story for officers, the latest first. That the due moment passed is part of it, though nobody wrote it down. */
export function storyOf(dossier: Dossier, folder: Folder, now: Date): StoryLine[] {
  const staff = new Map(folder.staff.map((person) => [person.id, person]))
  const lines = folder.events.map((row): StoryLine => {
    const event = fromEventRow({ type: row.type, occurredAt: row.occurred_at, payload: row.payload })
    const paper = folder.papers.find(({ form, issued_at }) => form === paperOf[event.type] && issued_at.getTime() === row.occurred_at.getTime())
    const sentence = storyLine(event, {
      paperNumber: paper?.number_text ?? null,
      staffName: (id) => staff.get(id)?.full_name ?? 'Cán bộ đã thôi việc',
      stepName: (position) => stepName(dossier.steps, position),
    })
    return { id: row.id, at: row.occurred_at, recordedAt: row.recorded_at, kind: event.type, sentence, remark: row.note, who: whoOf(row, staff) + onBehalfWords(event, staff) }
  })
  return [...lines, ...messageLines(folder), ...overdueLine(dossier, now)].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/** The same for the citizen: what happens to the dossier, without names and without what moves inside the house. */
export function plainStoryOf(dossier: Dossier, folder: Folder): { at: Date; sentence: string }[] {
  return folder.events
    .map((row) => ({ at: row.occurred_at, sentence: plainStoryLine(fromEventRow({ type: row.type, occurredAt: row.occurred_at, payload: row.payload }), (position) => stepName(dossier.steps, position)) }))
    .filter((line): line is { at: Date; sentence: string } => line.sentence !== null)
}

export const stepName = (steps: readonly Step[], position: number): string => steps[position]?.name ?? ''

function whoOf({ actor_kind, actor_id }: Folder['events'][number], staff: ReadonlyMap<string, Folder['staff'][number]>): string {
  if (actor_kind === 'citizen') return 'Người nộp, trực tuyến'
  const person = actor_id === null ? undefined : staff.get(actor_id)
  if (actor_kind === 'system' || person === undefined) return actor_kind === 'system' ? 'Hệ thống' : 'Cán bộ đã thôi việc'
  return `${person.full_name}, ${(person.counter_name ?? person.title).replace(/^./, (letter) => letter.toLocaleLowerCase('vi'))}`
}

/** ", thay cho Nguyễn Văn A": who acted had the right only in that colleague's name. */
const onBehalfWords = ({ onBehalfOf }: DossierEvent, staff: ReadonlyMap<string, Folder['staff'][number]>): string =>
  onBehalfOf === undefined ? '' : `, thay cho ${staff.get(onBehalfOf)?.full_name ?? 'cán bộ đã thôi việc'}`

/** What its people were told, and what did not reach them. */
const messageLines = ({ messages }: Folder): StoryLine[] =>
  messages.map(messageView).map((message) => ({
    id: message.id, at: message.at, recordedAt: message.at, kind: message.state === 'failed' || message.state === 'no-gateway' ? 'message-failed' : 'message', sentence: messageSentence(message), remark: null, who: 'Hệ thống',
  }))

function overdueLine(dossier: Dossier, now: Date): StoryLine[] {
  const due = dueOf(dossier)
  if (due === null || dossier.limit === null || dossier.clock.state === 'paused') return []
  const until = dossier.clock.state === 'stopped' ? dossier.clock.at : now
  if (!isOverdueAt(until, { dueAt: due.dueAt, unit: dossier.limit.unit })) return []
  return [{ id: 'overdue', at: due.dueAt, recordedAt: due.dueAt, kind: 'overdue', sentence: 'Quá hạn', remark: null, who: 'Hệ thống' }]
}
