import type { Pause } from '@/lib/calendar/domain/pauses'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { stepTimeliness } from '@/lib/workflow/domain/step-time'
import type { Step, StepKey } from './dossier'
import type { DossierEvent } from './events'

/** An event with who made it, as its row keeps it. */
export type ToldEvent = { event: DossierEvent; by: string | null; /** What was said with it. */ remark: string | null }

/** The desk stands before the first step and after the last (Bộ phận Tiếp nhận và Trả kết quả); a partner beside them. */
export type Place = { at: 'desk' } | { at: 'step'; unitKey: string; name: string } | { at: 'partner'; unitId: string }

/** One hand-over of Mẫu 06: who gave the dossier to whom, when, and how the giving side stood towards its own time. */
export type HandOver = {
  kind: 'received' | 'handed-on' | 'handed-back' | 'recalled' | 'skipped' | 'taken-over' | 'resolved' | 'corrected' | 'to-partner' | 'from-partner'
  from: Place
  to: Place
  at: Date
  givenBy: string | null
  /** Who took it in hand; null while nobody has. */
  takenBy: string | null
  /** Of the step that was given up; null where it had no time of its own, or where nobody is to be judged by it. */
  outcome: 'early' | 'on-time' | 'overdue' | null
  /** The step that was left out. */
  skipped: StepKey | null
  /** In which the giving side waited for the citizen. */
  pauses: readonly Pause[]
  remark: string | null
  onBehalfOf: string | null
}

/** Where the dossier lies, since when, and what it passed through. */
type Way = { position: number | 'desk'; since: Date; isLeftOut: boolean; pauses: readonly Pause[]; steps: readonly Step[]; /** The unit of each partner's part, by the part. */ partners: Readonly<Record<string, string>> }

/**
 * The hand-overs of a dossier, read from its events alone: the same events always give the same sheet, whatever the row says today.
 * Who took the dossier in hand shows with the next deed at the place it came to.
 */
export function handOversOf(story: readonly ToldEvent[], steps: readonly Step[], calendar: WorkingCalendar): HandOver[] {
  const sheet: HandOver[] = []
  let way: Way = { position: 'desk', since: new Date(0), isLeftOut: false, pauses: [], steps, partners: {} }
  for (const told of story) {
    noteWhoTook(sheet, told)
    const moved = handOver(told, way, calendar)
    if (moved !== null) sheet.push(moved)
    way = after(way, told.event)
  }
  return sheet
}

const showsWhoTook: readonly DossierEvent['type'][] = ['step-taken', 'dossier-assigned', 'step-finished', 'dossier-resolved', 'step-handed-back', 'result-returned', 'result-posted']

function noteWhoTook(sheet: HandOver[], { event, by }: ToldEvent): void {
  const last = sheet.findLastIndex(({ kind }) => kind !== 'to-partner' && kind !== 'from-partner')
  const row = sheet[last]
  if (row === undefined || row.takenBy !== null || !showsWhoTook.includes(event.type)) return
  sheet[last] = { ...row, takenBy: 'assigneeId' in event ? event.assigneeId : by }
}

function handOver({ event, by, remark }: ToldEvent, way: Way, calendar: WorkingCalendar): HandOver | null {
  const here = placeOf(way, way.position)
  const row = (kind: HandOver['kind'], to: Place): HandOver => ({
    kind, from: here, to, at: event.at, givenBy: by, takenBy: null, outcome: null, skipped: null, pauses: pausesSince(way, event.at), remark, onBehalfOf: event.onBehalfOf ?? null,
  })
  switch (event.type) {
    case 'dossier-received': return row('received', placeOf(way, 0))
    case 'step-finished': return { ...row('handed-on', placeOf(way, event.next)), outcome: outcomeOf(way, event.at, calendar) }
    case 'step-handed-back': return { ...row('handed-back', placeOf(way, event.to)), outcome: outcomeOf(way, event.at, calendar) }
    // Nobody had it in hand there: nobody gives it, and nobody is judged by it.
    case 'step-recalled': return { ...row('recalled', placeOf(way, event.to)), givenBy: null, takenBy: event.assigneeId }
    case 'step-skipped': return event.next === null ? null : { ...row('skipped', placeOf(way, event.next)), skipped: event.step }
    case 'step-taken-over': return { ...row('taken-over', here), givenBy: event.fromId, takenBy: event.assigneeId }
    case 'dossier-resolved': return event.step === 'on-the-spot' ? null : { ...row('resolved', { at: 'desk' }), outcome: outcomeOf(way, event.at, calendar) }
    case 'procedure-corrected': return row('corrected', placeOf({ ...way, steps: event.steps }, 0))
    case 'leg-handed-over': return row('to-partner', { at: 'partner', unitId: event.partnerId })
    case 'leg-finished': return { ...row('from-partner', here), from: { at: 'partner', unitId: way.partners[event.legId] ?? '' }, outcome: event.timeliness === 'no-limit' ? null : event.timeliness }
    default: return null
  }
}

const placeOf = ({ steps }: Way, position: Way['position']): Place => {
  const step = position === 'desk' ? undefined : steps[position]
  return step === undefined ? { at: 'desk' } : { at: 'step', unitKey: step.unitKey, name: step.name }
}

const pausesSince = ({ pauses, since }: Way, at: Date): Pause[] => pauses.filter(({ start, end }) => start < at && (end === null || end > since))

function outcomeOf({ position, since, isLeftOut, pauses, steps }: Way, at: Date, calendar: WorkingCalendar): HandOver['outcome'] {
  const step = position === 'desk' || isLeftOut ? undefined : steps[position]
  return step === undefined ? null : stepTimeliness({ since, internalHours: step.internalHours, pauses }, at, calendar)
}

function after(way: Way, event: DossierEvent): Way {
  const to = (position: Way['position']): Way => ({ ...way, position, since: event.at, isLeftOut: false })
  switch (event.type) {
    case 'dossier-received': return to(0)
    case 'step-taken': return { ...way, since: event.at }
    case 'step-finished': return to(event.next)
    case 'step-handed-back': case 'step-recalled': return to(event.to)
    case 'step-skipped': return event.next === null ? { ...way, isLeftOut: true } : to(event.next)
    case 'dossier-resolved': return to('desk')
    case 'procedure-corrected': return { ...to(0), steps: event.steps }
    case 'leg-handed-over': return { ...way, partners: { ...way.partners, [event.legId]: event.partnerId } }
    case 'supplement-requested': return event.atIntake || event.effect === 'none' ? way : { ...way, pauses: [...way.pauses, { start: event.at, end: null }] }
    case 'payment-requested': return { ...way, pauses: [...way.pauses, { start: event.at, end: null }] }
    case 'supplement-received': case 'payment-settled': return { ...way, pauses: way.pauses.map((pause) => (pause.end === null ? { ...pause, end: event.at } : pause)) }
    default: return way
  }
}
