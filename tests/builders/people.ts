import { v7 as uuidv7 } from 'uuid'
import type pg from 'pg'
import type { Citizen, Officer } from '@/lib/identity/domain/actor'
import { roles as allRoles, type Role } from '@/lib/identity/domain/permissions'
import { encryptField, keyedHash } from '@/lib/platform/crypto'

/** Logins of the posts that every demonstration commune has. */
export type Login = 'chutich' | 'phochutich' | 'giamdoc' | 'quay1' | 'quay2' | 'tuphap' | 'tuphap2' | 'truongtuphap' | 'kinhte' | 'truongkinhte' | 'vanthu' | 'quantri'

export const communeId = async (owner: pg.Client, slug: string): Promise<string> => (await owner.query<{ id: string }>('select id from commune where slug = $1', [slug])).rows[0]!.id

/** Someone at work in a demonstration commune, as the session would say. */
export async function officerOf(owner: pg.Client, slug: string, login: Login): Promise<Officer> {
  const { rows } = await owner.query<{ account: string; staff: string; commune: string; unit: string; unit_key: string; roles: string[]; name: string; title: string }>(
    `select a.id as account, m.id as staff, m.commune_id as commune, m.unit_id as unit, u.key as unit_key, m.roles, m.full_name as name, m.title
     from account a join staff_member m on m.account_id = a.id join unit u on u.commune_id = m.commune_id and u.id = m.unit_id where a.username = $1`,
    [`${slug}.${login}`],
  )
  const row = rows[0]!
  return { kind: 'officer', accountId: row.account, staffId: row.staff, communeId: row.commune, unitId: row.unit, unitKey: row.unit_key, roles: allRoles.filter((role) => row.roles.includes(role)), name: row.name, title: row.title }
}

/** The same person with other roles: to ask the table about each. */
export const withRoles = (officer: Officer, ...roles: Role[]): Officer => ({ ...officer, roles })

/** Everyone it takes to settle a dossier of civil status. */
export async function peopleOf(owner: pg.Client, slug: string) {
  return {
    desk: await officerOf(owner, slug, 'quay1'),
    otherDesk: await officerOf(owner, slug, 'quay2'),
    caseOfficer: await officerOf(owner, slug, 'tuphap'),
    head: await officerOf(owner, slug, 'truongtuphap'),
    leader: await officerOf(owner, slug, 'chutich'),
    viceLeader: await officerOf(owner, slug, 'phochutich'),
    clerk: await officerOf(owner, slug, 'vanthu'),
    director: await officerOf(owner, slug, 'giamdoc'),
  }
}
export type People = Awaited<ReturnType<typeof peopleOf>>

/** A guest who proved a phone number. */
export async function aCitizen(owner: pg.Client): Promise<Citizen> {
  const contact = `09${uuidv7().replace(/\D/g, '').slice(-8).padStart(8, '1')}`
  const { rows } = await owner.query<{ id: string }>('insert into citizen_account (contact_hash, contact) values ($1, $2) returning id', [keyedHash(contact), encryptField(contact)])
  return { kind: 'citizen', citizenId: rows[0]!.id }
}
