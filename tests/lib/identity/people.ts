import type pg from 'pg'
import { must } from '@/lib/kernel/result'
import type { Role } from '@/lib/identity/domain/permissions'
import { openAccount } from '@/lib/identity/use-cases/open-account'
import { newTotpSecret } from '@/lib/identity/totp'

export type TestCommune = { id: string; unitId: string }

let made = 0

/** A commune with one unit, made behind the application's back. */
export async function aCommune(owner: pg.Client, name = 'Xã Thử'): Promise<TestCommune> {
  made += 1
  const { rows } = await owner.query<{ commune: string; unit: string }>(
    `with p as (insert into province (slug, name) values ('thu-' || $1, 'Tỉnh Thử') returning id),
     c as (insert into commune (province_id, slug, kind, name, identifier_code, filing_mode, address, phone, valid_from)
       select id, 'xa-thu-' || $1, 'xa', $2, 'T99.' || $1, 'full', 'Thôn Một', '02330000000', '2025-07-01' from p returning id)
     insert into unit (commune_id, key, kind, name, valid_from) select id, 'committee', 'committee', 'UBND', '2025-07-01' from c returning commune_id as commune, id as unit`,
    [String(made), name],
  )
  return { id: rows[0]!.commune, unitId: rows[0]!.unit }
}

export type TestOfficer = { accountId: string; staffId: string; username: string; password: string; totpSecret: string }

/** An account with both factors, at work in a commune. */
export async function anOfficer(owner: pg.Client, commune: TestCommune, roles: Role[] = ['desk-officer']): Promise<TestOfficer> {
  made += 1
  const credentials = { username: `can-bo-${made}`, password: 'ghế mây bảy chân', totpSecret: newTotpSecret() }
  const accountId = must(await openAccount(credentials))
  return { ...credentials, accountId, staffId: await aPost(owner, accountId, commune, roles) }
}

/** A post of an account in one more commune. */
export async function aPost(owner: pg.Client, accountId: string, commune: TestCommune, roles: Role[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into staff_member (commune_id, account_id, unit_id, full_name, title, roles, active_from) values ($1, $2, $3, 'Lê Thị Thử', 'Cán bộ', $4, '2025-07-01') returning id`,
    [commune.id, accountId, commune.unitId, roles],
  )
  return rows[0]!.id
}
