import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Citizen } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { inCitizen } from '@/lib/platform/db'
import { procedureInForce } from '@/lib/procedures/store'
import { createDraft } from '@/lib/dossiers/store/draft-store'

/** A complete filing of "Xác nhận thông tin về cư trú": no paper is required, so that a draft alone can be sent. */
export const SIMPLE_PROCEDURE = '1.010041'
const answers = {
  'filer-name': 'Nguyễn Thị Thử', 'filer-birth.day': '5', 'filer-birth.month': '11', 'filer-birth.year': '1990', 'filer-id': '019190000123',
  'filer-address': 'Tổ dân phố 1, phường Bách Quang', 'filer-phone': '0912000326', 'contact-phone': '0912000326', 'for-whom': 'self', request: 'Xác nhận thông tin về cư trú', 'return-channel': 'desk',
}

export async function aCitizen(owner: pg.Client): Promise<Citizen> {
  const citizenId = uuidv7()
  await owner.query('insert into citizen_account (id, contact_hash, contact) values ($1, $2, $3)', [citizenId, `hash-${citizenId}`, 'unused'])
  return { kind: 'citizen', citizenId }
}

export async function communeId(owner: pg.Client, slug = 'bach-quang'): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from commune where slug = $1', [slug])
  return rows[0]!.id
}

/** Finished drafts, ready to be sent. */
export async function finishedDrafts(citizen: Citizen, commune: string, count: number): Promise<string[]> {
  const at = new Date()
  const version = (await procedureInForce(SIMPLE_PROCEDURE, localDateOf(at), commune))!
  const draft = { communeId: commune, citizenId: citizen.citizenId, procedureCode: SIMPLE_PROCEDURE, versionId: version.id, variantId: version.variants[0]!.id, formId: version.formId, answers, returnChannel: 'desk' as const }
  const ids: string[] = []
  for (let made = 0; made < count; made += 100) {
    ids.push(...(await inCitizen(citizen.citizenId, async (tx) => {
      const batch: string[] = []
      for (let index = made; index < Math.min(count, made + 100); index += 1) batch.push(await createDraft(tx, draft, at))
      return batch
    })))
  }
  return ids
}

/** What must hold after any test: each answer names the rows that break it. */
export async function brokenInvariants(owner: pg.Client): Promise<Record<string, unknown[]>> {
  const questions: Record<string, string> = {
    'a key without exactly one dossier': `select k.key from idempotency_key k where (select count(*) from dossier d where d.id = (k.answer ->> 'dossierId')::uuid) <> 1`,
    'a code given twice': 'select code from dossier group by commune_id, code having count(*) > 1',
    'a gap in the codes of a day': `select issuer, day from code_counter c where c.last <> (select count(*) from dossier d where d.commune_id = c.commune_id and d.code_issued_here
        and d.code like c.issuer || '-' || to_char(c.day, 'YYMMDD') || '-%')`,
    'a dossier without an event': 'select id from dossier d where not exists (select from dossier_event e where e.commune_id = d.commune_id and e.dossier_id = d.id)',
    'a dossier that disagrees with its last event': `select d.code from dossier d join lateral (select * from dossier_event e where e.commune_id = d.commune_id and e.dossier_id = d.id order by seq desc limit 1) e on true
        where (d.stage, d.clock, d.due_at) is distinct from (e.stage, e.clock, e.due_at)`,
    'a broken link of the chain': `select commune_id, seq from (select e.*, lag(hash, 1, '') over w as before, lag(seq, 1, 0::bigint) over w as last from dossier_event e window w as (partition by commune_id order by seq)) e
        where previous_hash <> before or seq <> last + 1`,
    'a link whose hash is not its own': 'select commune_id, seq from dossier_event e where hash <> mc_event_hash(e)',
    'a chain whose head is not its last link': 'select h.commune_id from event_chain_head h where not exists (select from dossier_event e where e.commune_id = h.commune_id and e.seq = h.seq and e.hash = h.hash) or exists (select from dossier_event e where e.commune_id = h.commune_id and e.seq > h.seq)',
    'a submission without its message in the outbox': `select d.code from dossier d where d.stage = 'submitted' and not exists (select from outbox o where o.commune_id = d.commune_id and o.payload ->> 'dossierId' = d.id::text)`,
  }
  const broken: Record<string, unknown[]> = {}
  for (const [name, sql] of Object.entries(questions)) {
    const { rows } = await owner.query(sql)
    if (rows.length > 0) broken[name] = rows
  }
  return broken
}
