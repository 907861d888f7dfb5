import 'server-only'
import type { Actor } from '@/lib/identity/domain/actor'
import { atTime } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'

/** What a scenario holds of a dossier between its steps. `version` counts the events recorded so far. */
export type Told = { id: string; version: number }

/** One step of one dossier, at its own time. `raises`: how many events it records; 0 for what stands beside the story. */
export type StoryStep<S extends Told> = { at: Date; raises: number; perform: (tx: Tx, state: S | null) => Promise<S> }
export type Story<S extends Told> = { key: string; steps: readonly StoryStep<S>[] }

type Run<S extends Told> = {
  communeId: string
  stories: readonly Story<S>[]
  /** Where stories that were begun before stand, by key. A finished one need only say its id and version. */
  begun: ReadonlyMap<string, S>
  /** Steps in one transaction. */
  batch: number
  /** What steps laid aside is written at the end of their transaction. */
  afterBatch?: (tx: Tx) => Promise<unknown>
  progress: (done: number, of: number) => void
}

const loader: Actor = { kind: 'system', name: 'scenario' }

/**
 * Tells many stories in the order of time, as if a simulated clock ran through them, some steps to a transaction.
 * Cut short, it goes on with the steps that are missing: a story's version says how far it came.
 */
export async function runStories<S extends Told>({ communeId, stories, begun, batch, afterBatch, progress }: Run<S>): Promise<number> {
  const states = new Map<string, S>(begun)
  const steps = stories
    .flatMap(({ key, steps: own }) => own.map((step, at) => ({ key, step, before: own.slice(0, at).reduce((sum, { raises }) => sum + raises, 0) })))
    .filter(({ key, step, before }) => !isTold(states.get(key), step, before))
    .toSorted((a, b) => a.step.at.getTime() - b.step.at.getTime() || a.before - b.before)
  for (let from = 0; from < steps.length; from += batch) {
    const now = steps.slice(from, from + batch)
    await inCommune(loader, communeId, async (tx) => {
      for (const { key, step } of now) states.set(key, await atTime(step.at, () => step.perform(tx, states.get(key) ?? null)))
      await afterBatch?.(tx)
    })
    progress(Math.min(from + batch, steps.length), steps.length)
  }
  return steps.length
}

const isTold = (state: Told | undefined, { raises }: { raises: number }, before: number): boolean => state !== undefined && raises > 0 && state.version >= before + raises

/** Where begun stories stand, by the idempotency keys under which they were filed. */
export async function begunStories(communeId: string, keys: readonly string[]): Promise<Map<string, Told>> {
  return inCommune(loader, communeId, async (tx) => {
    const rows = await tx.idempotencyKey.findMany({ where: { communeId, key: { in: [...keys] } }, select: { key: true, answer: true } })
    const idOf = new Map(rows.map(({ key, answer }) => [key, (answer as { dossierId: string }).dossierId]))
    const dossiers = await tx.dossier.findMany({ where: { communeId, id: { in: [...idOf.values()] } }, select: { id: true, version: true } })
    const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
    return new Map([...idOf].map(([key, id]) => [key, byId.get(id)!]))
  })
}

/** The mark of a scenario, one row: what it began from, and whether all of it was told. */
export async function readMark(communeId: string, name: string): Promise<{ anchor: Date; done: boolean } | null> {
  const row = await inCommune(loader, communeId, (tx) => tx.idempotencyKey.findFirst({ where: { communeId, key: `scenario:${name}` }, select: { answer: true } }))
  if (row === null) return null
  const { anchor, done } = row.answer as { anchor: string; done: boolean }
  return { anchor: new Date(anchor), done }
}

export const writeMark = (communeId: string, name: string, anchor: Date, done: boolean): Promise<unknown> =>
  inCommune(loader, communeId, (tx) =>
    tx.idempotencyKey.upsert({
      where: { communeId_key: { communeId, key: `scenario:${name}` } },
      create: { communeId, key: `scenario:${name}`, action: 'scenario', requestHash: name, answer: { anchor: anchor.toISOString(), done } },
      update: { answer: { anchor: anchor.toISOString(), done } },
    }))
