import { forgetCalendar } from '@/lib/calendar/store'
import { allows } from '@/lib/dossiers/domain/available-actions'
import { dueOf, type Dossier, type Stage } from '@/lib/dossiers/domain/dossier'
import { actions, transitionOf, type Action } from '@/lib/dossiers/domain/transitions'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { changed } from '@/lib/dossiers/use-cases/change'
import type { Citizen, Officer } from '@/lib/identity/domain/actor'
import { addDays, instantAt, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { atTime } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { type Choose, deeds, twins } from '@/tests/builders/deeds'
import { rowsOfCommune, writesSoFar } from '@/tests/support/unchanged'
import { begin, changeSomeDay } from './beginnings'
import type { Cast } from './cast'
import type { Script, Slot, Turn } from './script'

/** What a walk did: how often each action was done and refused, and until when it went. */
export type Walked = { done: Map<Action, number>; refused: number; begun: number; overtaken: number; until: Date }
export const nothingYet = (until: Date): Walked => ({ done: new Map(), refused: 0, begun: 0, overtaken: 0, until })

export type Walker = { slot: Slot; at: Date; turn: number; dossierId: string | null; dueAt: Date | null }
const MINUTE = 60_000
/** A due moment beyond this is not jumped to: the walk stays within weeks. */
const FAR = 8 * 24 * 60 * MINUTE

/**
 * Walks a script: the turns of all slots in the order of their simulated time, each in a transaction of its own, every possible action by
 * anybody who may, and now and then one that may not. Throws at the first answer that the table does not explain.
 */
export async function walk(script: Script, casts: readonly Cast[], firstDay: LocalDate): Promise<Walked> {
  const walked = nothingYet(instantAt(firstDay, '00:00'))
  await Promise.all(casts.map((cast, index) => walkCommune(script.slots.filter(({ commune }) => commune === index), cast, firstDay, walked)))
  return walked
}

async function walkCommune(slots: readonly Slot[], cast: Cast, firstDay: LocalDate, walked: Walked): Promise<void> {
  const walkers = slots.map((slot): Walker => ({ slot, at: new Date(instantAt(firstDay, '07:30').getTime() + slot.begins * MINUTE), turn: 0, dossierId: null, dueAt: null }))
  for (;;) {
    const next = walkers.filter(({ slot, turn }) => turn < slot.turns.length).toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
    if (next === undefined) return
    const turn = next.slot.turns[next.turn]!
    try {
      await atTime(next.at, () => takeTurn(next, turn, cast, walked))
    } catch (fault) {
      throw new Error(`${cast.slug}, dossier ${next.dossierId ?? 'none yet'}, turn ${next.turn} at ${next.at.toISOString()}: ${(fault as Error).message}`, { cause: fault })
    }
    if (next.at > walked.until) walked.until = next.at
    next.turn += 1
    next.at = later(next, next.slot.turns[next.turn])
  }
}

/** Minutes, hours, days, a night, or the very minute before, at and after the due moment. */
function later({ at, dueAt }: Walker, turn: Turn | undefined): Date {
  if (turn === undefined) return at
  const [due, soon] = [dueAt === null || dueAt.getTime() > at.getTime() + FAR ? 0 : dueAt.getTime(), at.getTime() + MINUTE * (1 + (turn.far % 300))]
  const gaps = [
    soon, soon, soon,
    instantAt(addDays(localDateOf(at), 1 + (turn.far % 2)), '08:00').getTime() + MINUTE * (turn.far % 120),
    due - MINUTE, due, due + MINUTE,
    instantAt(localDateOf(at), '22:00').getTime() + MINUTE * (turn.far % 240),
    at.getTime() + MINUTE * (turn.far % (5 * 24 * 60)),
  ]
  const chosen = gaps[turn.gap % gaps.length]!
  return new Date(Math.floor((chosen > at.getTime() ? chosen : soon) / 1000) * 1000)
}

/** One turn of one slot; answers the dossier as it is committed then, or null where the turn was not about one. */
export async function takeTurn(walker: Walker, turn: Turn, cast: Cast, walked: Walked): Promise<{ id: string; version: number } | null> {
  const choose = chooserFrom(turn.how)
  if (turn.what >= 98) return changeSomeDay(cast, choose).then(() => null)
  if (walker.dossierId === null) {
    walker.dossierId = await begin(cast, choose)
    walked.begun += 1
    return { id: walker.dossierId, version: 1 }
  }
  const { dossierId } = walker
  const after = await inCommune(cast.desk, async (tx) => {
    const dossier = (await findDossier(tx, { id: dossierId }))!
    const everybody = [...cast.officers, cast.owner]
    const possible = actions.filter((action) => everybody.some((actor) => allows(actor, dossier, action).ok))
    if (turn.what < 20 || possible.length === 0) return tryForbidden(tx, dossier, cast, turn, walked)
    const action = weighed(possible, turn.which)
    const able = everybody.filter((actor) => allows(actor, dossier, action).ok)
    return tryAllowed(tx, dossier, { actor: able[turn.how[3]! % able.length]!, action }, choose, walked)
  })
  walker.dueAt = dueOf(after)?.dueAt ?? null
  // What has ended may still be tried a little; then the slot goes on with another dossier.
  if (ended.includes(after.stage) && turn.how[0]! % 3 > 0) walker.dossierId = null
  return after
}

const ended: readonly Stage[] = ['returned', 'refused', 'withdrawn', 'discontinued', 'voided']

/** Endings are rare, or no dossier would live long; what leads on is more frequent than what only turns in a circle. */
function weighed(possible: readonly Action[], which: number): Action {
  const weight = (action: Action): number => {
    const { to } = transitionOf(action)
    return to === 'same' ? 2 : ended.includes(to as Stage) && to !== 'returned' ? 1 : 12
  }
  let left = which % possible.reduce((sum, action) => sum + weight(action), 0)
  return possible.find((action) => (left -= weight(action)) < 0)!
}

async function tryAllowed(tx: Tx, dossier: Dossier, { actor, action }: { actor: Officer | Citizen; action: Action }, choose: Choose, walked: Walked): Promise<Dossier> {
  const before = await writesSoFar(tx)
  // A citizen reaches only what both kinds of actor may do; the use cases take either.
  const answer = await deeds[action](tx, actor as Officer, dossier.id, choose)
  if (!answer.ok) {
    // A rule beyond the table said no; never one that the table itself knows.
    if (['forbidden', 'not-now', 'not-found', 'stale'].includes(answer.problem.code)) throw new Error(`${action} was allowed and heard ${JSON.stringify(answer.problem)}`)
    await nothingWritten(tx, before, action)
    walked.overtaken += 1
    return dossier
  }
  walked.done.set(action, (walked.done.get(action) ?? 0) + 1)
  const after = (await findDossier(tx, { id: dossier.id }))!
  asTheTableSays(dossier, action, after)
  return after
}

/** Somebody who may not, or what does not fit: the answer is the table's, and nothing is written. */
async function tryForbidden(tx: Tx, dossier: Dossier, cast: Cast, turn: Turn, walked: Walked): Promise<Dossier> {
  const everybody = [...cast.officers, cast.owner, cast.stranger]
  const actor = everybody[turn.which % everybody.length]!
  const names = (action: Action): Action[] => [action, ...(twins[action] === undefined ? [] : [twins[action]!])]
  const wrong = actions.filter((action) => names(action).every((name) => !allows(actor, dossier, name).ok))
  const action = wrong[turn.how[1]! % wrong.length]!
  const sampled = turn.how[2]! % 40 === 0
  const [before, rows] = [await writesSoFar(tx), sampled ? await rowsOfCommune(tx) : null]
  const answer = await deeds[action](tx, actor as Officer, dossier.id)
  const expected = names(action).flatMap((name) => { const said = allows(actor, dossier, name); return said.ok ? [] : [said.problem.code as string] })
  if (answer.ok || !expected.includes(answer.problem.code)) throw new Error(`${action} was to hear ${expected.join(' or ')} and heard ${JSON.stringify(answer.ok ? 'done' : answer.problem)}`)
  await nothingWritten(tx, before, action)
  if (rows !== null && JSON.stringify(rows) !== JSON.stringify(await rowsOfCommune(tx))) throw new Error(`${action} was refused and the rows of the commune are others`)
  walked.refused += 1
  return dossier
}

async function nothingWritten(tx: Tx, before: Record<string, number>, action: Action): Promise<void> {
  const after = await writesSoFar(tx)
  if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`${action} was refused and wrote: ${JSON.stringify({ before, after })}`)
}

/** Beside the end of a pause: what the law lets lengthen a limit, and the right limit in the place of the wrong one. */
const movesDue: readonly Action[] = ['extend-verification', 'approve-correction']

/** What the row of the table promises of stage, clock and due moment has come true. */
function asTheTableSays(before: Dossier, action: Action, after: Dossier): void {
  const { to, effect } = transitionOf(action)
  const stages: readonly string[] = to === 'same' ? [before.stage] : to === 'next-step' ? ['in-progress', 'resolved'] : [to]
  const clocks: Record<typeof effect, readonly string[]> = {
    keeps: [before.clock.state, ...(after.stage === 'resolved' ? ['stopped'] : [])], starts: ['running'], pauses: ['paused'], resumes: ['running'], stops: ['stopped'],
  }
  const { stage, clock } = changed(after)
  if (!stages.includes(stage)) throw new Error(`${action} led from ${before.stage} to ${stage}`)
  if (!clocks[effect].includes(clock)) throw new Error(`${action} (${effect}) left the clock ${clock}`)
  if (after.version <= before.version) throw new Error(`${action} did not raise the version`)
  const [was, is] = [dueOf(before), dueOf(after)]
  if (was === null) return
  if (is === null || is.firstDueAt.getTime() !== was.firstDueAt.getTime() || is.dueAt < is.firstDueAt) throw new Error(`${action} broke what the slip promised`)
  if (is.dueAt.getTime() !== was.dueAt.getTime() && effect !== 'resumes' && !movesDue.includes(action)) throw new Error(`${action} moved the due moment`)
  // Under another procedure another limit counts; nothing else brings a due moment nearer.
  if (is.dueAt < was.dueAt && action !== 'approve-correction') throw new Error(`${action} moved the due moment back`)
}

/** Takes the numbers of a turn one after the other; each begins anew when they are used up. */
function chooserFrom(how: readonly number[]): Choose {
  let used = 0
  return (below) => how[used++ % how.length]! % below
}

export const forgetCalendars = (casts: readonly Cast[]): void => casts.forEach(({ communeId }) => forgetCalendar(communeId))
