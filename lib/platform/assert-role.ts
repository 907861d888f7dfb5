import 'server-only'

/** Runs one statement without parameters and answers its rows. */
export type RoleQuery = (sql: string) => Promise<Record<string, unknown>[]>

/** The web server was given a database role that row-level security would not bind. */
export class UnsafeDatabaseRole extends Error {
  constructor(role: string, reason: string) {
    super(`The server does not serve as database role "${role}": it ${reason}. Give it APP_DATABASE_URL of a role that owns no table and has neither SUPERUSER nor BYPASSRLS.`)
  }
}

/** Throws UnsafeDatabaseRole unless the role of the connection is bound by row-level security on every table. */
export async function assertServingRole(query: RoleQuery): Promise<void> {
  const [found] = await query(`
    select current_user as role, rolsuper as superuser, rolbypassrls as bypass,
      (select string_agg(format('%I.%I', n.nspname, c.relname), ', ' order by 1)
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
          and pg_has_role(current_user, c.relowner, 'member')) as owned
    from pg_roles where rolname = current_user`)
  if (found === undefined) throw new UnsafeDatabaseRole('?', 'cannot be read')
  const role = String(found.role)
  if (found.superuser === true) throw new UnsafeDatabaseRole(role, 'is a superuser')
  if (found.bypass === true) throw new UnsafeDatabaseRole(role, 'bypasses row-level security')
  if (typeof found.owned === 'string') throw new UnsafeDatabaseRole(role, `owns tables, or is a member of the role that does (${found.owned.slice(0, 80)})`)
}
