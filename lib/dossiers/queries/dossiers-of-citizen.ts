import 'server-only'
import { type Access, accessesOfDossier } from '@/lib/audit/queries/accesses-of-dossier'
import { standing, type Standing } from '@/lib/calendar/domain/standing'
import { ACCEPTANCE_LIMIT, type TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import type { Citizen } from '@/lib/identity/domain/actor'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCitizen, inCommune } from '@/lib/platform/db'
import type { Awaiting, Stage, Timeliness } from '../domain/dossier'

/** A line of "Hồ sơ của tôi", in whichever commune it is settled. */
export type CitizenRow = {
  communeId: string
  dossierId: string
  code: string
  procedureName: string
  stage: Stage
  awaiting: Awaiting
  submittedAt: Date | null
  receivedAt: Date | null
  dueAt: Date | null
  dueOn: LocalDate | null
  promisedAt: Date | null
  timeliness: Timeliness | null
  /** While it is open: towards the due moment, or towards the desk's answer. */
  standing: Standing | null
}

/** The dossiers that a citizen applied for or handed in, the latest first. */
export async function dossiersOfCitizen(citizen: Citizen, most = 50): Promise<CitizenRow[]> {
  const rows = await inCitizen(citizen.citizenId, (tx) =>
    tx.dossier.findMany({
      where: { OR: [{ applicantCitizenId: citizen.citizenId }, { submitterCitizenId: citizen.citizenId }] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
      select: { communeId: true, id: true, code: true, procedureName: true, stage: true, clock: true, pausedSince: true, awaiting: true, submittedAt: true, acceptBy: true, receivedAt: true, dueAt: true, promisedAt: true, timeliness: true, timeLimit: true },
    }),
  )
  return Promise.all(rows.map(async ({ id, clock, pausedSince, acceptBy, timeLimit, ...row }): Promise<CitizenRow> => ({
    ...row, dossierId: id, stage: row.stage as Stage, awaiting: row.awaiting as Awaiting, timeliness: row.timeliness as Timeliness | null, dueOn: row.dueAt === null ? null : localDateOf(row.dueAt),
    standing: await standingOf({ ...row, clock, pausedSince, acceptBy, timeLimit }),
  })))
}

type Timed = { communeId: string; stage: string; clock: string; pausedSince: Date | null; awaiting: string; acceptBy: Date | null; dueAt: Date | null; timeLimit: unknown }

async function standingOf({ communeId, stage, clock, pausedSince, awaiting, acceptBy, dueAt, timeLimit }: Timed): Promise<Standing | null> {
  const limit = timeLimit as TimeLimit | null
  const { calendar } = await calendarOf(communeId)
  if (stage === 'submitted' && acceptBy !== null && awaiting === 'none') return standing({ now: now(), due: { dueAt: acceptBy, unit: ACCEPTANCE_LIMIT.unit }, clock: { state: 'running' }, calendar })
  if ((stage !== 'received' && stage !== 'in-progress') || dueAt === null || limit === null) return null
  return standing({ now: now(), due: { dueAt, unit: limit.unit }, clock: clock === 'paused' && pausedSince !== null ? { state: 'paused', since: pausedSince } : { state: 'running' }, calendar })
}

/** Is this dossier the citizen's own? What only its people may see asks here first. */
export const isOwnDossier = (citizen: Citizen, { communeId, dossierId }: { communeId: string; dossierId: string }): Promise<boolean> =>
  inCitizen(citizen.citizenId, async (tx) => (await tx.dossier.count({ where: { communeId, id: dossierId } })) > 0)

/** Which officers opened the citizen's data, when and why; null where the dossier is not theirs. */
export async function accessesOfOwnDossier(citizen: Citizen, dossier: { communeId: string; dossierId: string }): Promise<Access[] | null> {
  return (await isOwnDossier(citizen, dossier)) ? inCommune(citizen, dossier.communeId, (tx) => accessesOfDossier(tx, dossier.dossierId)) : null
}
