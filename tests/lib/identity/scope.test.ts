import { beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '@/lib/identity/queries/demonstration'
import { requestCode } from '@/lib/identity/use-cases/request-code'
import { must } from '@/lib/kernel/result'
import { demonstrationMessages } from '@/lib/notifications/queries/demonstration-messages'
import { deliverAccountMessage } from '@/lib/notifications/use-cases/deliver-account-message'
import { inCitizen, inCommune, reference } from '@/lib/platform/db'
import { useDatabase } from '../../support/database'
import { aCommune, anOfficer, type TestCommune } from './people'

const database = useDatabase()
let commune: TestCommune
beforeAll(async () => {
  commune = await aCommune(database.owner)
  const { accountId } = await anOfficer(database.owner, commune)
  await database.owner.query('update account set is_demonstration = true where id = $1', [accountId])
  await database.owner.query(`insert into officer_session (token_hash, account_id, account_version, commune_id, staff_id, second_factor_at, expires_at) select 'x', account_id, 1, commune_id, id, now(), now() + interval '1 hour' from staff_member where account_id = $1`, [accountId])
  await database.owner.query(`with c as (insert into citizen_account (contact_hash, contact) values ('x', 'x') returning id) insert into citizen_session (token_hash, citizen_id, expires_at) select 'x', id, now() + interval '1 hour' from c`)
  await database.owner.query(`insert into setup_link (token_hash, account_id, expires_at) values ('x', $1, now() + interval '1 hour')`, [accountId])
  must(await requestCode({ contact: '0912000326', communeId: commune.id, address: '192.0.2.1' }, deliverAccountMessage))
})

const tables = ['account', 'officer_session', 'citizen_account', 'citizen_session', 'one_time_code', 'setup_link', 'rate_limit']

describe('a forgotten scope', () => {
  test.each(tables)('%s shows nothing', async (table) => {
    const application = await database.asApplication()
    const count = `select count(*)::int as rows from ${table}`
    expect((await database.owner.query(count)).rows[0].rows).toBeGreaterThan(0)
    expect((await application.query(count)).rows[0].rows).toBe(0)
  })

  test('nor does the scope of a commune or of a citizen show an account', async () => {
    const actor = { kind: 'system', name: 'test' } as const
    expect(await inCommune(actor, commune.id, (tx) => tx.account.count())).toBe(0)
    expect(await inCitizen('00000000-0000-7000-8000-000000000000', (tx) => tx.citizenAccount.count())).toBe(0)
    expect(await reference().account.count()).toBe(0)
  })

  test('an account cannot be written without it', async () => {
    const application = await database.asApplication()
    await expect(application.query(`insert into account (username) values ('ke-gian')`)).rejects.toThrow(/row-level security/)
    expect((await application.query(`update account set password_hash = 'x'`)).rowCount).toBe(0)
  })
})

test('a demonstration shows its accounts with their present codes, and its messages; production shows neither', async () => {
  expect((await demonstration('Xã Thử')).accounts[0]).toMatchObject({ communeName: 'Xã Thử', code: expect.stringMatching(/^\d{6}$/) })
  expect((await demonstrationMessages(10)).length).toBeGreaterThan(0)
  await database.owner.query('alter table installation disable trigger mode_stays')
  await database.owner.query(`update installation set mode = 'production'`)
  expect((await demonstration()).accounts).toEqual([])
  expect(await demonstrationMessages(10)).toEqual([])
})
