import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { encryptField } from '@/lib/platform/crypto'
import { seedCommunes } from './communes'
import { DEMO_PASSWORD, demoTotpSecret, demoUsername } from './demo-accounts'
import { generatedName, seedPosts } from './staff'

/** The people of the demonstration communes and their accounts, all with the one known password. */
export async function loadStaff(owner: pg.Client): Promise<void> {
  const missing = await owner.query<{ id: string; slug: string; name: string }>('select id, slug, name from commune c where not exists (select from staff_member m where m.commune_id = c.id)')
  if (missing.rows.length === 0) return
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
  for (const commune of missing.rows) {
    const order = seedCommunes.findIndex(({ slug }) => slug === commune.slug)
    const people = seedPosts.map((post, index) => {
      const username = demoUsername(commune.slug, post.login)
      return {
        username,
        totp: encryptField(demoTotpSecret(username)),
        fullName: generatedName(order * 100 + index, index % 2 === 0 ? 'female' : 'male'),
        title: post.title,
        unit: post.unit,
        roles: post.roles,
        counter: post.counter ?? null,
      }
    })
    await owner.query(
      `with people as (select p, uuidv7() as account from jsonb_array_elements($2) p),
       accounts as (insert into account (id, username, password_hash, totp_secret, is_demonstration)
         select account, p ->> 'username', $3, p ->> 'totp', true from people)
       insert into staff_member (commune_id, account_id, unit_id, full_name, title, roles, counter_name, active_from)
         select $1, account, u.id, p ->> 'fullName', p ->> 'title', array(select jsonb_array_elements_text(p -> 'roles')), p ->> 'counter', '2010-01-01'
         from people join unit u on u.commune_id = $1 and u.key = p ->> 'unit'`,
      [commune.id, JSON.stringify(people), passwordHash],
    )
  }
}
