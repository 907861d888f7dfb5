import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inCommune, Prisma, type Tx } from '@/lib/platform/db'

/** Local days from `from` up to and without `to`. */
export type ConductPeriod = { from: LocalDate; to: LocalDate }

/** So many of so many, and the codes behind the smaller number; a code opens its dossier. */
export type Share = { all: number; of: number; codes: readonly string[]; /** More than are listed. */ more: boolean }

/** How the desk and the offices dealt with people in a period; none of it changes a figure of timeliness. */
export type Conduct = {
  /** Online filings answered, and those answered after their eight working hours. */
  answeredLate: Share
  /** Received, and those received without one request for a supplement. */
  firstTimeRight: Share
  /** Received, and those for which more was asked; the rest of the above. */
  askedAgain: Share
  /** Apologies signed, and those signed later than the day before the due day. */
  apologisedLate: Share
  /** Limits extended for a verification, of all that were received or open. */
  extended: Share
  /** Walk-ins that could not be received: guided (Mẫu 02) and refused (Mẫu 03). They have no code. */
  contacts: { incomplete: number; refused: number }
}

const MOST = 50
const Counted = z.tuple([z.object({ all: z.int(), of: z.int(), codes: z.array(z.string()) })])
const Contacts = z.array(z.object({ kind: z.string().nullable(), count: z.int() }))

/** Only for those who answer for the commune's figures. */
export async function conduct(officer: Officer, { from, to }: ConductPeriod): Promise<Result<Conduct, { code: 'forbidden' }>> {
  if (!may(officer, 'figures.read', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const [begins, ends] = [instantAt(from, '00:00'), instantAt(to, '00:00')]
  return inCommune(officer, async (tx) => {
    const received = Prisma.sql`select d.code, d.received_at as at, exists (select from supplement_request r where r.commune_id = d.commune_id and r.dossier_id = d.id) as asked
      from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at >= ${begins}::timestamptz and d.received_at < ${ends}::timestamptz and d.stage <> 'voided' and not d.settled_on_the_spot`
    return ok({
      answeredLate: await share(tx, answered(tx, begins, ends)),
      firstTimeRight: await share(tx, Prisma.sql`select code, at, not asked as hit from (${received}) r`),
      askedAgain: await share(tx, Prisma.sql`select code, at, asked as hit from (${received}) r`),
      apologisedLate: await share(tx, told(tx, 'apology-issued', Prisma.sql`coalesce((e.payload ->> 'late')::boolean, false)`, begins, ends)),
      extended: await share(tx, told(tx, 'verification-extended', Prisma.sql`true`, begins, ends)),
      contacts: await contacts(tx, begins, ends),
    })
  })
}

/** By the minute; what waited for its applicant when it was turned away had been answered by that request. */
const answered = (tx: Tx, begins: Date, ends: Date): Prisma.Sql => Prisma.sql`
  select d.code, a.at, date_trunc('minute', a.at) > date_trunc('minute', d.accept_by) and not exists (
      select from supplement_request r where r.commune_id = d.commune_id and r.dossier_id = d.id and r.at_intake and r.supplied_at is null) as hit
  from dossier d cross join lateral (select coalesce(d.received_at, case when d.stage = 'refused' then d.ended_at end) as at) a
  where d.commune_id = ${tx.communeId}::uuid and d.accept_by is not null and d.submitted_at < ${ends}::timestamptz and a.at >= ${begins}::timestamptz and a.at < ${ends}::timestamptz`

const told = (tx: Tx, type: 'apology-issued' | 'verification-extended', hit: Prisma.Sql, begins: Date, ends: Date): Prisma.Sql => Prisma.sql`
  select d.code, e.occurred_at as at, ${hit} as hit from dossier_event e join dossier d on d.commune_id = e.commune_id and d.id = e.dossier_id
  where e.commune_id = ${tx.communeId}::uuid and e.type = ${type} and e.occurred_at >= ${begins}::timestamptz and e.occurred_at < ${ends}::timestamptz`

/** `rows`: code, at, hit. The latest hits are named. */
async function share(tx: Tx, rows: Prisma.Sql): Promise<Share> {
  const [{ all, of, codes }] = Counted.parse(await tx.$queryRaw`
    with told as (${rows})
    select (select count(*)::int from told) as all, (select count(*)::int from told where hit) as of,
      (select coalesce(array_agg(code order by at desc, code), '{}') from (select code, at from told where hit order by at desc, code limit ${MOST}) latest) as codes`)
  return { all, of, codes, more: of > codes.length }
}

async function contacts(tx: Tx, begins: Date, ends: Date): Promise<Conduct['contacts']> {
  const rows = Contacts.parse(await tx.$queryRaw`
    select kind, count(*)::int as count from contact_record where commune_id = ${tx.communeId}::uuid and at >= ${begins}::timestamptz and at < ${ends}::timestamptz group by kind`)
  const of = (kind: string | null): number => rows.find((row) => row.kind === kind)?.count ?? 0
  return { incomplete: of('incomplete') + of(null), refused: of('refused') }
}
