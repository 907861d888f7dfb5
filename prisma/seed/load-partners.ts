import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import type { PartnerKind } from '@/lib/interagency/domain/partner'
import { encryptField } from '@/lib/platform/crypto'
import { DEMO_PASSWORD, demoTotpSecret, demoUsername } from './demo-accounts'
import { generatedName } from './staff'

type SeedPartner = { key: string; kind: PartnerKind; name: string; agencies: readonly string[]; post?: { login: string; title: string } }

/** The partner units of one demonstration commune: who does what procedures give to other agencies. Two of them have a desk here. */
const COMMUNE = 'bach-quang'
const seedPartners: readonly SeedPartner[] = [
  { key: 'partner-tax', kind: 'tax', name: 'Thuế cơ sở', agencies: ['Cơ quan thuế'], post: { login: 'thue', title: 'Công chức thuế' } },
  { key: 'partner-land', kind: 'land', name: 'Chi nhánh Văn phòng đăng ký đất đai', agencies: ['Văn phòng đăng ký đất đai'], post: { login: 'datdai', title: 'Viên chức đăng ký đất đai' } },
  { key: 'partner-police', kind: 'police', name: 'Công an phường', agencies: ['Công an cấp xã', 'Cơ quan quản lý căn cước'] },
  { key: 'partner-insurance', kind: 'insurance', name: 'Bảo hiểm xã hội cơ sở', agencies: ['Cơ quan bảo hiểm xã hội'] },
  { key: 'partner-health', kind: 'health', name: 'Cơ sở y tế', agencies: ['Cơ quan y tế'] },
  { key: 'partner-province', kind: 'province', name: 'Sở Nội vụ', agencies: ['Cơ quan nội vụ'] },
]

export async function loadPartners(owner: pg.Client): Promise<void> {
  const { rows: [commune] } = await owner.query<{ id: string }>('select id from commune c where slug = $1 and not exists (select from partner_unit p where p.commune_id = c.id)', [COMMUNE])
  if (commune === undefined) return
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
  for (const [index, { key, kind, name, agencies, post }] of seedPartners.entries()) {
    const { rows: [unit] } = await owner.query<{ id: string }>(`insert into unit (commune_id, key, kind, name, valid_from) values ($1, $2, 'partner', $3, '2010-01-01') returning id`, [commune.id, key, name])
    await owner.query(`insert into partner_unit (commune_id, id, kind, name, agencies, valid_from) values ($1, $2, $3, $4, $5, '2010-01-01')`, [commune.id, unit!.id, kind, name, agencies])
    if (post === undefined) continue
    const username = demoUsername(COMMUNE, post.login)
    await owner.query(
      `with opened as (insert into account (username, password_hash, totp_secret, is_demonstration) values ($2, $3, $4, true) returning id)
       insert into staff_member (commune_id, account_id, unit_id, full_name, title, roles, active_from) select $1, id, $5, $6, $7, '{partner-officer}', '2010-01-01' from opened`,
      [commune.id, username, passwordHash, encryptField(demoTotpSecret(username)), unit!.id, generatedName(9000 + index, index % 2 === 0 ? 'female' : 'male'), post.title],
    )
  }
}
