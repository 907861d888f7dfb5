import { v7 as uuidv7 } from 'uuid'
import type pg from 'pg'
import { calendarOf } from '@/lib/calendar/store'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueOf, type Channel, type Dossier, type Pause } from '@/lib/dossiers/domain/dossier'
import { decideDiscontinue, decideVoid, decideWithdraw } from '@/lib/dossiers/domain/endings'
import type { DossierEvent } from '@/lib/dossiers/domain/events'
import type { Filing, Party } from '@/lib/dossiers/domain/filing'
import { decideAccept, decideReceive, decideSettleOnTheSpot, decideSubmit, type Beginning, type NewDossier } from '@/lib/dossiers/domain/new-dossier'
import { decideFinishStep, decideHandBack, decideTake } from '@/lib/dossiers/domain/process'
import { decideRequestSupplement, decideSupplySupplement } from '@/lib/dossiers/domain/supplement'
import { appendEvents, findDossier } from '@/lib/dossiers/store/dossier-store'
import { fileDossier } from '@/lib/dossiers/store/file-dossier'
import type { Actor } from '@/lib/identity/domain/actor'
import { instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { catalogue, type CatalogueVersion } from '@/lib/procedures/store'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'

const loader: Actor = { kind: 'system', name: 'test' }

/** The same seed always tells the same stories. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return { chance: (share: number) => next() < share, whole, pick: <T>(from: readonly T[]): T => from[whole(from.length)]! }
}
export type Random = ReturnType<typeof randomFrom>

const limits: (TimeLimit | null)[] = [
  { unit: 'working-day', value: 3 }, { unit: 'working-day', value: 1 }, { unit: 'same-day', cutOff: '15:00' }, { unit: 'calendar-day', value: 9 },
  { unit: 'working-hour', value: 8 }, { unit: 'half-day', value: 2 }, { unit: 'clock-hour', value: 24 }, null,
]

/**
 * Tells so many dossiers of a commune, from `firstDay` on, through the decisions of the domain and the store: some end soon,
 * some late, some never; supplements are recorded after they arrived; endings happen in pauses.
 */
export async function tellRandomStories(owner: pg.Client, slug: string, options: { seed: number; count: number; firstDay: LocalDate; days: number }): Promise<string> {
  const random = randomFrom(options.seed)
  const { rows } = await owner.query<{ id: string }>('select id from commune where slug = $1', [slug])
  const communeId = rows[0]!.id
  const staff = (await owner.query<{ id: string }>('select id from staff_member where commune_id = $1', [communeId])).rows.map(({ id }) => id)
  const calendar = await calendarOf(communeId)
  const versions = (await catalogue()).versions.filter(({ steps }) => steps.length > 1).slice(0, 12)
  for (let n = 0; n < options.count; n += 1) {
    const beginsAt = new Date(instantAt(options.firstDay, '07:30').getTime() + random.whole(options.days * 24 * 60) * 60_000)
    await tellOne({ random, communeId, staff, calendar, version: random.pick(versions) }, beginsAt)
  }
  return communeId
}

/** One story, event by event: each recorded at its own time, whatever it says of when it happened. Answers the dossier's id. */
export async function tellOneStory(owner: pg.Client, slug: string, limit: TimeLimit, receivedAt: Date, events: (staffId: string) => [recordedAt: Date, event: DossierEvent][]): Promise<string> {
  const { rows } = await owner.query<{ id: string; staff: string }>(`select c.id, m.id as staff from commune c join staff_member m on m.commune_id = c.id and 'case-officer' = any(m.roles) where c.slug = $1`, [slug])
  const { id: communeId, staff } = rows[0]!
  const version = (await catalogue()).versions.find(({ steps }) => steps.length > 1)!
  const beginning = decideReceive({ ...freshUnder(version, communeId), channel: 'desk', limit }, staff, receivedAt, await calendarOf(communeId))
  await atTime(receivedAt, async () => must(await fileDossier(loader, filingOf(beginning, receivedAt, null), `test:${beginning.dossier.id}`, beginning.dossier.id)))
  for (const [recordedAt, event] of events(staff)) {
    await atTime(recordedAt, () => inCommune(loader, communeId, async (tx) => appendEvents(tx, (await findDossier(tx, { id: beginning.dossier.id }))!, [event], loader)))
  }
  return beginning.dossier.id
}

const freshUnder = (version: CatalogueVersion, communeId: string): Omit<NewDossier, 'channel' | 'limit'> => ({
  id: uuidv7(), communeId, returnChannel: 'desk', steps: version.steps as NewDossier['steps'], applicantCitizenId: null, submitterCitizenId: null, externalCode: null,
  procedure: { code: version.procedureCode, versionId: version.id, variantId: version.variants[0]!.id, name: version.name, fieldSlug: version.fieldSlug },
})

type Stage = { random: Random; communeId: string; staff: string[]; calendar: CalendarAt; version: CatalogueVersion }

async function tellOne({ random, communeId, staff, calendar, version }: Stage, beginsAt: Date): Promise<void> {
  const channel = random.pick<Channel>(['online', 'desk', 'desk', 'post', 'national-portal'])
  const fresh: NewDossier = { ...freshUnder(version, communeId), channel, limit: random.pick(limits) }
  const onTheSpot = channel === 'desk' && random.chance(0.15)
  const beginning = channel === 'online' ? decideSubmit(fresh, beginsAt, calendar)
    : onTheSpot ? decideSettleOnTheSpot(fresh, { staffId: staff[0]!, recipient: 'applicant', identityCheck: 'personal-id' }, beginsAt, calendar)
      : decideReceive(fresh, staff[0]!, beginsAt, calendar)
  await atTime(beginsAt, async () => must(await fileDossier(loader, filingOf(beginning, beginsAt, onTheSpot ? staff[0]! : null), `test:${fresh.id}`, fresh.id)))

  let at = beginsAt
  let dueAt: Date | null = null
  const story = beginning.events.map(({ type }) => type)
  for (let turn = random.whole(11); turn > 0; turn -= 1) {
    const untilDue: number = dueAt === null ? 0 : dueAt.getTime() - at.getTime() - 60_000
    at = new Date(at.getTime() + (untilDue > 0 && random.chance(0.3) ? untilDue : 60_000 * (random.chance(0.6) ? 1 + random.whole(300) : random.whole(6 * 24 * 60))))
    const turned = await atTime(at, () => inCommune(loader, communeId, async (tx) => {
      const dossier = (await findDossier(tx, { id: fresh.id }))!
      const events = nextEvents(random, dossier, story, staff, at, calendar)
      const after = events.length > 0 ? await appendEvents(tx, dossier, events, loader) : dossier
      return { events, due: dueOf(after)?.dueAt ?? null }
    }))
    dueAt = turned.due
    story.push(...turned.events.map(({ type }) => type))
  }
}

function nextEvents(random: Random, dossier: Dossier, story: readonly DossierEvent['type'][], staff: string[], at: Date, calendar: CalendarAt): DossierEvent[] {
  const request = (): DossierEvent[] => must(decideRequestSupplement(dossier, { id: uuidv7(), round: 1, missing: [{ documentKey: null, name: 'a', sentence: 'b' }] }, at))
  const arrived = (since: Date): Date => (random.chance(0.5) ? at : new Date(since.getTime() + Math.floor((at.getTime() - since.getTime()) / 2)))
  if (dossier.stage === 'submitted') {
    if (dossier.awaiting === 'supplement') return random.chance(0.6) ? [{ type: 'supplement-received', at, requestId: uuidv7(), due: null, acceptBy: dossier.acceptBy }] : random.chance(0.3) ? decideWithdraw(dossier, at) : []
    if (random.chance(0.15)) return [{ type: 'dossier-refused', at, reason: 'incomplete' }]
    if (random.chance(0.1)) return decideWithdraw(dossier, at)
    return random.chance(0.2) ? request() : decideAccept(dossier, staff[0]!, 1, at, calendar)
  }
  if (dossier.stage === 'resolved') return random.chance(0.7) ? [{ type: 'result-returned', at, recipient: 'applicant', identityCheck: 'personal-id' }] : []
  if (dossier.stage !== 'received' && dossier.stage !== 'in-progress') return []
  if (dossier.clock.state === 'paused') {
    if (random.chance(0.2)) return [{ type: 'dossier-assigned', at, assigneeId: staff[1]! }]
    if (random.chance(0.15)) return random.chance(0.5) ? decideWithdraw(dossier, at) : stopped(dossier, at)
    return random.chance(0.7) ? must(decideSupplySupplement(dossier, { requestId: uuidv7(), intakeWaits: [] }, arrived(dossier.clock.since), calendar)) : []
  }
  if (random.chance(0.06)) return random.chance(0.5) ? decideWithdraw(dossier, at) : stopped(dossier, at)
  if (random.chance(0.15)) return request()
  if (dossier.stage === 'received') {
    const voided = random.chance(0.2) ? decideVoid(dossier, story, staff[2]!, at) : null
    return voided?.ok ? voided.value : decideTake(dossier, staff[1]!, at)
  }
  if (random.chance(0.08)) return decideHandBack(dossier, at)
  return must(decideFinishStep(dossier, { staffId: staff[2]!, settledBy: staff[1]!, outcome: 'granted', mayActTwice: false }, at))
}

const someone: Party = { part: 'applicant', kind: 'person', fullName: 'Nguyễn Văn An', personalId: null, birth: null, sex: null, address: null, phone: null, email: null, mandate: null }

const filingOf = ({ dossier, events }: Beginning, at: Date, settledBy: string | null): Filing => ({
  dossier, events, at, parties: [someone], form: null, handedIn: [], payments: [], papers: [], outbox: [], draftId: null, returnChannel: 'desk', externalCode: null, applicantCitizenId: null, submitterCitizenId: null,
  result: settledBy === null ? null : { series: 'so-thu', numberPattern: '{number}', summary: 'Xong', by: settledBy, returnedTo: 'Nguyễn Văn An' },
})

/** Every dossier of a commune with its events in the order in which they were recorded, and what the row adds to the first. */
export type ToldDossier = { dossier: Dossier; interAgency: boolean; homeUnit: string | null; rows: { type: string; occurredAt: Date; payload: unknown }[]; pauses: readonly Pause[] }

export async function readStories(tx: Tx): Promise<ToldDossier[]> {
  const all = await tx.dossier.findMany({ where: { communeId: tx.communeId }, select: { id: true, interAgency: true } })
  const told: ToldDossier[] = []
  for (const { id, interAgency } of all) {
    const dossier = (await findDossier(tx, { id }))!
    const rows = await tx.dossierEvent.findMany({ where: { communeId: tx.communeId, dossierId: id }, orderBy: { seq: 'asc' }, select: { type: true, occurredAt: true, payload: true } })
    told.push({ dossier, interAgency, homeUnit: dossier.steps[0]?.unitKey ?? null, rows, pauses: dossier.pauses })
  }
  return told
}

const stopped = (dossier: Dossier, at: Date): DossierEvent[] => must(decideDiscontinue(dossier, { cause: 'by-law', supplementBy: null }, at))
