import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { inCommune, Prisma } from '@/lib/platform/db'
import { type AccessKind, accessKinds } from '../domain/access'

const Row = z.object({ id: z.uuid(), at: z.date(), what: z.enum(accessKinds), reason: z.string(), code: z.string().nullable(), staff_id: z.uuid(), full_name: z.string().nullable(), title: z.string().nullable() })
const Staff = z.array(z.object({ id: z.uuid(), name: z.string() }))

export type LoggedAccess = { id: string; at: Date; what: AccessKind; reason: string; code: string; name: string; title: string }
/** Where a page ended: the line before the next. */
export type AccessCursor = { at: Date; id: string }
export type AccessFilter = { staffId: string | null; what: AccessKind | null; code: string | null; from: LocalDate | null; until: LocalDate | null }

/** Who opened what in the officer's commune, the latest first. Shows codes and officers, nobody's data. */
export async function accessLog(officer: Officer, { staffId, what, code, from, until }: AccessFilter, after: AccessCursor | null, size = 50): Promise<{ rows: LoggedAccess[]; next: AccessCursor | null }> {
  if (!may(officer, 'access.read', { communeId: officer.communeId })) return { rows: [], next: null }
  const when = (condition: boolean, sql: () => Prisma.Sql): Prisma.Sql => (condition ? sql() : Prisma.empty)
  const found = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    select a.id, a.at, a.what, a.reason, d.code, a.staff_id, s.full_name, s.title from access_log a
    left join dossier d on d.commune_id = a.commune_id and d.id = a.dossier_id
    left join staff_member s on s.commune_id = a.commune_id and s.id = a.staff_id
    where a.commune_id = ${tx.communeId}::uuid
      ${when(staffId !== null, () => Prisma.sql`and a.staff_id = ${staffId}::uuid`)}
      ${when(what !== null, () => Prisma.sql`and a.what = ${what}`)}
      ${when(code !== null, () => Prisma.sql`and a.dossier_id = (select id from dossier where commune_id = ${tx.communeId}::uuid and code = ${code})`)}
      ${when(from !== null, () => Prisma.sql`and a.at >= ${instantAt(from!, '00:00')}::timestamptz`)}
      ${when(until !== null, () => Prisma.sql`and a.at < ${instantAt(until!, '00:00')}::timestamptz + interval '1 day'`)}
      ${when(after !== null, () => Prisma.sql`and (a.at, a.id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`)}
    order by a.at desc, a.id desc limit ${size + 1}`))
  const page = found.slice(0, size)
  const last = found.length > size ? page.at(-1) : undefined
  return {
    rows: page.map((row) => ({ id: row.id, at: row.at, what: row.what, reason: row.reason, code: row.code ?? '', name: row.full_name ?? 'Cán bộ đã thôi việc', title: row.title ?? '' })),
    next: last === undefined ? null : { at: last.at, id: last.id },
  }
}

/** Whoever opened something, for the filter. */
export async function whoLooked(officer: Officer): Promise<{ id: string; name: string }[]> {
  if (!may(officer, 'access.read', { communeId: officer.communeId })) return []
  return inCommune(officer, async (tx) => Staff.parse(await tx.$queryRaw`
    select m.id, m.full_name as name from staff_member m where m.commune_id = ${tx.communeId}::uuid
      and exists (select from access_log a where a.commune_id = m.commune_id and a.staff_id = m.id) order by m.full_name limit 200`))
}
