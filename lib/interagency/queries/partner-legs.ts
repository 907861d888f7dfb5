import 'server-only'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { isOverdueAt } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { Timeliness } from '@/lib/calendar/domain/standing'
import type { Stage } from '@/lib/dossiers/domain/dossier'
import { recordAccess } from '@/lib/audit/store'
import { usualReason } from '@/lib/audit/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { now } from '@/lib/platform/clock'
import { inCommune, Prisma } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'
import type { LegState } from '../domain/leg'
import { legFileKey } from '../store/leg-store'

/** What a partner is shown of a dossier in a list: its code, the procedure, the part that is the partner's. Nobody's name. */
export type PartnerLegRow = { id: string; code: string; procedureName: string; name: string; state: LegState; stage: Stage; handedOverAt: Date; dueAt: Date | null; isLate: boolean; timeliness: Timeliness | null; finishedAt: Date | null }
export type PartnerLegPage = { rows: PartnerLegRow[]; next: string | null }

const PAGE = 30
const Row = z.object({
  id: z.uuid(), code: z.string(), procedure_name: z.string(), name: z.string(), state: z.string(), stage: z.string(), handed_over_at: z.date(), due_at: z.date().nullable(), time_limit: z.unknown(),
  timeliness: z.string().nullable(), finished_at: z.date().nullable(), over_at: z.date().nullable(),
})

const isPartner = (officer: Officer): boolean => may(officer, 'leg.work', { communeId: officer.communeId })

/** The partner's own legs: what is in hand by urgency, or what is over (with the dossier too, where that ended), the latest first. Keyset pages. */
export async function partnerLegs(officer: Officer, { over, after }: { over: boolean; after: string | null }): Promise<PartnerLegPage> {
  if (!isPartner(officer)) return { rows: [], next: null }
  const at = now()
  const from = readCursor(after)
  const rows = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    select l.id, d.code, d.procedure_name, l.name, l.state, d.stage, l.handed_over_at, l.due_at, l.time_limit, l.timeliness, l.finished_at, coalesce(l.finished_at, d.ended_at, d.resolved_at) as over_at
    from dossier_leg l join dossier d on d.commune_id = l.commune_id and d.id = l.dossier_id
    where l.commune_id = ${tx.communeId}::uuid and l.partner_id = ${officer.unitId}::uuid and ${over
      ? Prisma.sql`l.handed_over_at is not null and (l.state in ('done', 'returned', 'cancelled') or d.stage not in ('received', 'in-progress'))
          ${from === null ? Prisma.empty : Prisma.sql`and (coalesce(l.finished_at, d.ended_at, d.resolved_at), l.id) < (${from.at}::timestamptz, ${from.id}::uuid)`} order by over_at desc, l.id desc`
      : Prisma.sql`l.state in ('handed-over', 'accepted') and d.stage in ('received', 'in-progress') ${from === null ? Prisma.empty : Prisma.sql`and (coalesce(l.due_at, 'infinity'), l.id) > (coalesce(${from.at}::timestamptz, 'infinity'), ${from.id}::uuid)`} order by coalesce(l.due_at, 'infinity'), l.id`}
    limit ${PAGE + 1}`))
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown.map((row) => rowView(row, at)), next: rows.length > PAGE && last !== undefined ? `${(over ? last.over_at : last.due_at)?.getTime() ?? ''}_${last.id}` : null }
}

function readCursor(typed: string | null): { at: Date | null; id: string } | null {
  const match = /^(\d*)_([0-9a-f-]{36})$/.exec(typed ?? '')
  return match === null ? null : { at: match[1] === '' ? null : new Date(Number(match[1])), id: match[2]! }
}

const rowView = (row: Omit<z.output<typeof Row>, 'over_at'>, at: Date): PartnerLegRow => ({
  id: row.id, code: row.code, procedureName: row.procedure_name, name: row.name, state: row.state as LegState, stage: row.stage as Stage, handedOverAt: row.handed_over_at, dueAt: row.due_at,
  isLate: isLegLate(row.due_at, row.time_limit as TimeLimit | null, row.finished_at ?? at), timeliness: row.timeliness as Timeliness | null, finishedAt: row.finished_at,
})

export const isLegLate = (dueAt: Date | null, limit: TimeLimit | null, at: Date): boolean => dueAt !== null && limit !== null && isOverdueAt(at, { dueAt, unit: limit.unit })

export type LegFile = { id: string; name: string; size: number; mime: string }
export type PartnerLegPaper = { name: string; originals: number; certified: number; copies: number; file: LegFile | null }
export type PartnerLeg = PartnerLegRow & { instruction: string | null; handedOverBy: string; papers: readonly PartnerLegPaper[]; ownFiles: readonly LegFile[]; finishNote: string | null; partnerCode: string | null; acceptedAt: Date | null }

/** One leg of the partner's own, with the papers that were handed over and nothing else of the folder. Null for everything else. */
export async function partnerLeg(officer: Officer, legId: string): Promise<PartnerLeg | null> {
  if (!isPartner(officer) || !z.uuid().safeParse(legId).success) return null
  return inCommune(officer, async (tx) => {
    const leg = await tx.dossierLeg.findFirst({ where: { communeId: tx.communeId, id: legId, partnerId: officer.unitId, handedOverAt: { not: null } } })
    if (leg === null) return null
    const key = { communeId: tx.communeId }
    const dossier = await tx.dossier.findFirstOrThrow({ where: { ...key, id: leg.dossierId }, select: { code: true, procedureName: true, stage: true } })
    const papers = await tx.legPaper.findMany({ where: { ...key, legId }, orderBy: { position: 'asc' } })
    const files = await tx.attachment.findMany({
      where: { ...key, dossierId: leg.dossierId, removedAt: null, scan: { not: 'quarantined' }, OR: [{ id: { in: papers.flatMap(({ attachmentId }) => attachmentId ?? []) } }, { documentKey: legFileKey(legId) }] },
      orderBy: { createdAt: 'asc' }, select: { id: true, name: true, size: true, mime: true, documentKey: true },
    })
    const giver = leg.handedOverBy === null ? null : await tx.staffMember.findFirst({ where: { ...key, id: leg.handedOverBy }, select: { fullName: true, title: true } })
    const row = { id: leg.id, code: dossier.code, procedure_name: dossier.procedureName, name: leg.name, state: leg.state, stage: dossier.stage, handed_over_at: leg.handedOverAt!, due_at: leg.dueAt, time_limit: leg.timeLimit, timeliness: leg.timeliness, finished_at: leg.finishedAt }
    return {
      ...rowView(row, now()), instruction: leg.instruction, handedOverBy: giver === null ? '' : `${giver.fullName}, ${giver.title}`, finishNote: leg.finishNote, partnerCode: leg.partnerCode, acceptedAt: leg.acceptedAt,
      papers: papers.map(({ name, originals, certified, copies, attachmentId }) => ({ name, originals, certified, copies, file: files.find(({ id }) => id === attachmentId) ?? null })),
      ownFiles: files.filter(({ documentKey }) => documentKey === legFileKey(legId)),
    }
  })
}

export type OpenedLegFile = { name: string; mime: string; size: number; stream: Readable }

/** A file that was handed over with a leg, or that the partner itself sent. */
export async function openLegFile(officer: Officer, legId: string, fileId: string): Promise<OpenedLegFile | null> {
  const leg = await partnerLeg(officer, legId)
  const file = leg === null ? undefined : [...leg.papers.flatMap(({ file }) => file ?? []), ...leg.ownFiles].find(({ id }) => id === fileId)
  if (file === undefined) return null
  const { sha256 } = await inCommune(officer, async (tx) => {
    const found = await tx.attachment.findFirstOrThrow({ where: { communeId: tx.communeId, id: fileId }, select: { sha256: true, dossierId: true } })
    await recordAccess(tx, { dossierId: found.dossierId!, staffId: officer.staffId, what: 'attachment', reason: usualReason, objectId: fileId })
    return found
  })
  return { name: file.name, mime: file.mime, ...(await openFile(officer.communeId, sha256)) }
}
