import 'server-only'
import { z } from 'zod'
import { recordAccesses } from '@/lib/audit/store'
import { registerReason } from '@/lib/audit/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { maskedPhone, phone as grouped, shortDay } from '@/lib/kernel/format'
import { instantAt, type LocalDate, localDateOf } from '@/lib/kernel/local-date'
import { decryptField } from '@/lib/platform/crypto'
import { inCommune, Prisma, type Tx } from '@/lib/platform/db'
import { catalogue, versionOfDossier } from '@/lib/procedures/store'
import type { ReturnChannel, Stage } from '../domain/dossier'
import { returnChannelLabel, stageLabel } from '../wording'
import { readCursor, writeCursor } from './cursor'

/** One line of the book of followed dossiers (Mẫu 07). */
export type RegisterLine = {
  id: string
  /** Số thứ tự: the one on the slip, without gaps through the year. */
  number: number
  code: string
  procedureName: string
  applicantName: string
  address: string | null
  phone: string | null
  solvingUnit: string
  receivedAt: Date
  /** As the slip promised. */
  dueAt: Date | null
  returnedAt: Date | null
  /** How it ended without a result: "Đã rút 12/11/2026". */
  ended: string | null
  returnMethod: string | null
  signedBy: string | null
}

/** The days of receipt, both included. `fieldSlug` null: the whole book. */
export type RegisterFilter = { fieldSlug: string | null; from: LocalDate; to: LocalDate }

const Row = z.object({
  id: z.uuid(), register_number: z.int(), code: z.string(), procedure_name: z.string(), procedure_version_id: z.uuid(), stage: z.string(), full_name: z.string().nullable(), address: z.string().nullable(),
  phone: z.string().nullable(), received_at: z.date(), first_due_at: z.date().nullable(), returned_at: z.date().nullable(), ended_at: z.date().nullable(), return_channel: z.string(), returned_to: z.string().nullable(),
})
const Cursor = z.tuple([z.iso.datetime(), z.int(), z.uuid()])
const Count = z.tuple([z.object({ rows: z.int() })])

const inPeriod = (tx: Tx, { fieldSlug, from, to }: RegisterFilter): Prisma.Sql => Prisma.sql`d.commune_id = ${tx.communeId}::uuid and d.received_at >= ${instantAt(from, '00:00')}::timestamptz
  and d.received_at < ${instantAt(to, '00:00')}::timestamptz + interval '1 day' and d.register_number is not null ${fieldSlug === null ? Prisma.empty : Prisma.sql`and d.field_slug = ${fieldSlug}`}`

/** A page of the book in the order of receipt, telephone numbers masked; that it was looked at is noted for each of its dossiers. */
export async function registerPage(officer: Officer, filter: RegisterFilter, after: string | null, size = 50): Promise<{ rows: RegisterLine[]; next: string | null }> {
  if (!may(officer, 'register.read', { communeId: officer.communeId })) return { rows: [], next: null }
  return inCommune(officer, async (tx) => {
    const { rows, next } = await registerLines(tx, filter, after, size)
    await recordAccesses(tx, rows.map(({ id }) => id), { staffId: officer.staffId, what: 'register', reason: registerReason })
    return { rows: rows.map((row) => ({ ...row, phone: row.phone === null ? null : maskedPhone(row.phone) })), next }
  })
}

/** The lines with everything in full: for the printed book. Whoever calls notes it. */
export async function registerLines(tx: Tx, filter: RegisterFilter, after: string | null, size: number): Promise<{ rows: RegisterLine[]; next: string | null }> {
  const cursor = readCursor(after, Cursor)
  const found = z.array(Row).parse(await tx.$queryRaw`
    select d.id, d.register_number, d.code, d.procedure_name, d.procedure_version_id, d.stage, p.full_name, p.address, p.phone, d.received_at, d.first_due_at, d.returned_at, d.ended_at, d.return_channel, r.returned_to
    from dossier d
    left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
    left join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
    where ${inPeriod(tx, filter)} ${cursor === null ? Prisma.empty : Prisma.sql`and (d.received_at, d.register_number, d.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::int, ${cursor[2]}::uuid)`}
    order by d.received_at, d.register_number, d.id limit ${size + 1}`)
  const [page, units] = [found.slice(0, size), await unitNames(tx)]
  const rows = await Promise.all(page.map((row) => lineOf(row, units)))
  const last = found.length > size ? page.at(-1) : undefined
  return { rows, next: last === undefined ? null : writeCursor([last.received_at.toISOString(), last.register_number, last.id]) }
}

/** How many lines there are, counted no further than one beyond `most`. */
export async function registerSize(tx: Tx, filter: RegisterFilter, most: number): Promise<number> {
  const [{ rows }] = Count.parse(await tx.$queryRaw`select count(*)::int as rows from (select from dossier d where ${inPeriod(tx, filter)} limit ${most + 1}) x`)
  return rows
}

/** The fields that have a book of their own, as the catalogue names them. */
export async function registerFields(): Promise<{ slug: string; name: string }[]> {
  return (await catalogue()).fields.map(({ slug, name }) => ({ slug, name }))
}

/** Units by key, those of today first: a book of earlier years may name one that is gone. */
async function unitNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const units = await tx.unit.findMany({ where: { communeId: tx.communeId }, orderBy: { validFrom: 'asc' }, select: { key: true, name: true } })
  return new Map(units.map(({ key, name }) => [key, name]))
}

async function lineOf(row: z.output<typeof Row>, units: ReadonlyMap<string, string>): Promise<RegisterLine> {
  const { steps } = await versionOfDossier(row.procedure_version_id)
  const unitKey = steps.find(({ key }) => key === 'settle')?.unitKey ?? steps[0]?.unitKey ?? 'one-stop-desk'
  const phone = row.phone === null ? null : decryptField(row.phone)
  return {
    id: row.id, number: row.register_number, code: row.code, procedureName: row.procedure_name, applicantName: row.full_name ?? '', address: row.address, phone: phone === null ? null : grouped(phone),
    solvingUnit: units.get(unitKey) ?? units.get('one-stop-desk') ?? '', receivedAt: row.received_at, dueAt: row.first_due_at, returnedAt: row.returned_at,
    ended: row.ended_at === null ? null : `${stageLabel[row.stage as Stage]} ${shortDay(localDateOf(row.ended_at))}`,
    returnMethod: row.ended_at === null ? returnChannelLabel[row.return_channel as ReturnChannel] : null, signedBy: row.returned_to,
  }
}
