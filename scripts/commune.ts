// npm run commune -- <slug> <identifier code> <kind> <name> <province slug> <province name> <address> <phone>
// Brings a commune into a production installation: its offices, the first revision of its calendar, and, as long as nobody
// has set up an account, the link by which the first administrator does. It begins in `prepare`, where the national portal
// is the only legal door for online filings.
import pg from 'pg'
import { seedUnits } from '@/prisma/seed/communes'
import { createFirstAdministratorLink } from '@/lib/identity/use-cases/first-administrator'
import { env } from '@/lib/platform/env'

const USAGE = `npm run commune -- khe-sanh H50.40.01 xa "Xã Khe Sanh" quang-tri "Tỉnh Quảng Trị" "Thôn Trung Tâm" 02330000000`
const [slug, identifierCode, kind, name, provinceSlug, provinceName, address, phone] = process.argv.slice(2).map((text) => text.normalize('NFC').trim())

if (!slug || !identifierCode || !kind || !name || !provinceSlug || !provinceName || !address || !phone) fail(`Eight words are needed:\n  ${USAGE}`)
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(provinceSlug)) fail('A slug is small letters and digits, joined by hyphens.')
// QĐ 20/2020/QĐ-TTg: a letter A to Y with two digits, then groups of digits and capitals; Z is for demonstrations.
if (!/^[A-Y]\d{2}(\.[0-9A-Z]+)*$/.test(identifierCode) || identifierCode.length > 35) fail('The identifier code is that of the commune committee, such as H50.40.01.')
if (!['xa', 'phuong', 'dac-khu'].includes(kind)) fail('The kind is xa, phuong or dac-khu.')
if (env.mode !== 'production' || env.ownerDatabaseUrl === null) fail('A demonstration has its communes. Start with DATABASE_URL for production.')

const owner = new pg.Client({ connectionString: env.ownerDatabaseUrl })
await owner.connect()
await owner.query('begin')
await owner.query('insert into province (slug, name) values ($1, $2) on conflict (slug) do nothing', [provinceSlug, provinceName])
const { rows } = await owner.query<{ id: string }>(
  `insert into commune (province_id, slug, kind, name, identifier_code, filing_mode, address, phone, valid_from)
   select id, $2, $3, $4, $5, 'prepare', $6, $7, (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date from province where slug = $1 on conflict do nothing returning id`,
  [provinceSlug, slug, kind, name, identifierCode, address, phone],
)
if (rows[0] !== undefined) {
  const { id } = rows[0]
  await owner.query(
    `insert into unit (commune_id, key, kind, name, valid_from) select $1, u ->> 'key', u ->> 'kind', u ->> 'name', (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date from jsonb_array_elements($2) u`,
    [id, JSON.stringify(seedUnits)],
  )
  await owner.query(`insert into calendar_revision (commune_id, revision, reason, author) values ($1, 1, 'Lịch ban đầu', 'Thiết lập')`, [id])
}
await owner.query('commit')
await owner.end()
console.log(rows[0] === undefined ? `${name} is here already, or its slug or code is taken; nothing was changed.` : `${name} is here.`)

const link = await createFirstAdministratorLink()
if (link.ok) console.log(`First administrator (user name ${link.value.username}), good once and for a day:\n  ${link.value.url}`)
process.exit(0)

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
