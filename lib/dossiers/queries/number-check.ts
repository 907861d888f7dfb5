import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'

/** A run of numbers that is not 1, 2, 3 … up to what its counter says. */
export type Gap = { series: string; period: string; counted: number; highest: number; counter: number }

const Rows = z.array(z.object({ series: z.string(), period: z.string(), counted: z.int(), highest: z.int(), counter: z.int() }))

/** Codes by issuer and local day, the register and the papers by year: each counted against its highest number and its counter. */
export async function numberGaps(tx: Tx): Promise<Gap[]> {
  const rows = await tx.$queryRaw`
    with numbered as (
      select 'code ' || c.issuer as series, c.day::text as period, c.last as counter,
        (select array_agg(split_part(d.code, '-', 3)::int) from dossier d where d.commune_id = c.commune_id and d.code_issued_here
          and d.code like c.issuer || '-' || to_char(c.day, 'YYMMDD') || '-%') as numbers
      from code_counter c where c.commune_id = ${tx.communeId}::uuid
      union all
      select 'register', s.year::text, s.last,
        (select array_agg(d.register_number) from dossier d where d.commune_id = s.commune_id and d.register_number is not null
          and extract(year from d.received_at at time zone 'Asia/Ho_Chi_Minh') = s.year)
      from number_series s where s.commune_id = ${tx.communeId}::uuid and s.series = 'register'
      union all
      select 'paper ' || s.series, s.year::text, s.last, (select array_agg(p.number) filter (where p.number is not null) from official_paper p where p.commune_id = s.commune_id and p.form = s.series and p.year = s.year)
      from number_series s where s.commune_id = ${tx.communeId}::uuid and exists (select from official_paper p where p.commune_id = s.commune_id and p.form = s.series)
    )
    select series, period, coalesce(cardinality(array(select distinct unnest(numbers))), 0) as counted, coalesce((select max(n) from unnest(numbers) n), 0) as highest, counter
    from numbered
    where coalesce(cardinality(array(select distinct unnest(numbers))), 0) <> counter or coalesce((select max(n) from unnest(numbers) n), 0) <> counter
      or coalesce(cardinality(numbers), 0) <> coalesce(cardinality(array(select distinct unnest(numbers))), 0)
    order by 1, 2`
  return Rows.parse(rows)
}
