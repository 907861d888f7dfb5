import type pg from 'pg'
import { expect, test } from 'vitest'
import { assertServingRole } from '@/lib/platform/assert-role'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const queryOf = (client: pg.Client) => async (sql: string) => (await client.query(sql)).rows as Record<string, unknown>[]

test('the application role may serve', async () => {
  await expect(assertServingRole(queryOf(await database.asApplication()))).resolves.toBeUndefined()
})

test('the owner of the tables may not serve', async () => {
  await expect(assertServingRole(queryOf(database.owner))).rejects.toThrow(/"mot_cua_owner": it owns tables/)
})

test('a member of an owner may not serve: it could take the owner’s rights', async () => {
  await database.owner.query(`
    create role test_owner; create role test_member in role test_owner; grant test_owner, test_member to current_user;
    grant create on schema public to test_owner; create table owned_elsewhere (); alter table owned_elsewhere owner to test_owner; set role test_member`)
  await expect(assertServingRole(queryOf(database.owner))).rejects.toThrow(/"test_member": it owns tables, or is a member.*owned_elsewhere/)
  await database.owner.query('reset role; drop owned by test_owner; drop role test_owner, test_member')
})

test('superusers and roles that bypass row-level security may not serve', async () => {
  const answering = (row: object) => () => Promise.resolve([{ role: 'x', superuser: false, bypass: false, owned: null, ...row }])
  await expect(assertServingRole(answering({ superuser: true }))).rejects.toThrow('is a superuser')
  await expect(assertServingRole(answering({ bypass: true }))).rejects.toThrow('bypasses row-level security')
})
