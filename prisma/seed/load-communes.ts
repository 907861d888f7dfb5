import type pg from 'pg'
import { huongHoaSessions } from './calendar/weekly-sessions'
import { seedCommunes, seedProvinces, seedUnits } from './communes'

/** The demonstration communes with their offices and, where they keep hours of their own, the calendar layer. */
export async function loadCommunes(owner: pg.Client): Promise<void> {
  for (const [slug, name] of Object.entries(seedProvinces)) {
    await owner.query('insert into province (slug, name) values ($1, $2) on conflict (slug) do nothing', [slug, name])
  }
  for (const commune of seedCommunes) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into commune (province_id, slug, kind, name, identifier_code, filing_mode, address, phone, valid_from)
       select id, $2, $3, $4, $5, $6, $7, $8, '2010-01-01' from province where slug = $1 on conflict (slug) do nothing returning id`,
      [commune.province, commune.slug, commune.kind, commune.name, commune.identifierCode, commune.filingMode, commune.address, commune.phone],
    )
    const id = rows[0]?.id
    if (id === undefined) continue
    await owner.query(
      `insert into unit (commune_id, key, kind, name, valid_from) select $1, u ->> 'key', u ->> 'kind', u ->> 'name', '2010-01-01' from jsonb_array_elements($2) u`,
      [id, JSON.stringify(seedUnits)],
    )
    if (commune.hours === 'by-season') {
      for (const entry of huongHoaSessions) {
        await owner.query('insert into commune_calendar_entry (commune_id, entry, source, author) values ($1, $2, $3, $4)', [id, JSON.stringify({ rule: 'week', entry }), entry.source, entry.author])
      }
    }
    await owner.query(`insert into calendar_revision (commune_id, revision, reason, author) values ($1, 1, 'Nạp lịch ban đầu', 'Dữ liệu khởi tạo')`, [id])
  }
}
