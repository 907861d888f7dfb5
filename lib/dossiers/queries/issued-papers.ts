import 'server-only'
import { z } from 'zod'
import type { Numbering } from '@/lib/documents/domain/numbering'
import type { PaperForm } from '@/lib/documents/domain/official-paper'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune, Prisma } from '@/lib/platform/db'
import { readCursor, writeCursor } from './cursor'

export type IssuedPaperRow = { id: string; form: PaperForm; numberText: string; numbering: Numbering; issuedAt: Date; code: string | null; procedureName: string | null; issuedBy: string | null }

const Row = z.object({ id: z.uuid(), form: z.string(), number_text: z.string(), numbering: z.string(), issued_at: z.date(), code: z.string().nullable(), procedure_name: z.string().nullable(), full_name: z.string().nullable() })
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Papers of the commune, the latest first; `waiting`: those that still want a number, the oldest first. Shows no citizen's data. */
export async function issuedPapers(officer: Officer, { form, waiting, after }: { form: PaperForm | null; waiting: boolean; after: string | null }, size = 50): Promise<{ rows: IssuedPaperRow[]; next: string | null }> {
  if (!may(officer, 'register.read', { communeId: officer.communeId })) return { rows: [], next: null }
  const cursor = readCursor(after, Cursor)
  const found = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    select p.id, p.form, p.number_text, p.numbering, p.issued_at, d.code, d.procedure_name, s.full_name from official_paper p
    left join dossier d on d.commune_id = p.commune_id and d.id = p.dossier_id
    left join staff_member s on s.commune_id = p.commune_id and s.id = p.issued_by
    where p.commune_id = ${tx.communeId}::uuid and p.erased_at is null
      ${form === null ? Prisma.empty : Prisma.sql`and p.form = ${form}`}
      ${waiting ? Prisma.sql`and p.numbering = 'waiting'` : Prisma.empty}
      ${cursor === null ? Prisma.empty : waiting ? Prisma.sql`and (p.issued_at, p.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : Prisma.sql`and (p.issued_at, p.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`}
    order by ${waiting ? Prisma.sql`p.issued_at, p.id` : Prisma.sql`p.issued_at desc, p.id desc`} limit ${size + 1}`))
  const page = found.slice(0, size)
  const last = found.length > size ? page.at(-1) : undefined
  return {
    rows: page.map((row) => ({ id: row.id, form: row.form as PaperForm, numberText: row.number_text, numbering: row.numbering as Numbering, issuedAt: row.issued_at, code: row.code, procedureName: row.procedure_name, issuedBy: row.full_name })),
    next: last === undefined ? null : writeCursor([last.issued_at.toISOString(), last.id]),
  }
}
