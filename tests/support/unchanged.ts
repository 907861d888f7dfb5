import type pg from 'pg'
import { z } from 'zod'
import { Prisma, type Tx } from '@/lib/platform/db'

/**
 * Two ways to say that nothing was written. `writesSoFar` counts every row that the transaction at hand inserted, updated or deleted, in
 * any table, even where the same value was written back. `rowsOfCommune` is a digest of every row of every table of a commune.
 */
export async function watchRows(owner: pg.Client): Promise<void> {
  await owner.query(`
    create or replace function test_rows_of(commune uuid) returns jsonb language plpgsql security definer as $$
    declare
      t regclass;
      digest text;
      answer jsonb := '{}';
    begin
      for t in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      loop
        execute format('select count(*) || '' '' || md5(coalesce(string_agg(md5(x::text), '''' order by md5(x::text)), '''')) from %s x where commune_id = $1', t) into digest using commune;
        answer := answer || jsonb_build_object(t::text, digest);
      end loop;
      return answer;
    end $$;
    grant execute on function test_rows_of(uuid) to mot_cua_app`)
}

const Rows = z.tuple([z.object({ rows: z.record(z.string(), z.string()) })])

/** Name of the table → how many rows of the commune, and a digest of them all. */
export const rowsOfCommune = async (tx: Tx): Promise<Record<string, string>> => Rows.parse(await tx.$queryRaw`select test_rows_of(${tx.communeId}::uuid) as rows`)[0].rows

const Writes = z.array(z.object({ name: z.string(), written: z.int() }))

/**
 * How many rows this connection wrote into each table, as far as the server has not put it into its books yet: to be compared with the
 * same question a moment before, in the same transaction. What a savepoint took back is still counted.
 */
export async function writesSoFar(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw(Prisma.sql`select relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::int as written from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`)
  return Object.fromEntries(Writes.parse(rows).map(({ name, written }) => [name, written]))
}
