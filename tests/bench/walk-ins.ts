import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { ReceiveDossierInput } from '@/lib/dossiers/inputs'
import { receiveDossier } from '@/lib/dossiers/use-cases/receive-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { SIMPLE_PROCEDURE } from '../support/filing'

/** Open dossiers for the queue to show, received at the counter one by one. */
export async function receiveWalkIns(owner: pg.Client, communeId: string, count: number): Promise<void> {
  const { rows } = await owner.query(`select m.id as staff, m.account_id as account, m.unit_id as unit, u.key as unit_key, m.roles, m.full_name as name, m.title from staff_member m join unit u on u.commune_id = m.commune_id and u.id = m.unit_id join account a on a.id = m.account_id where m.commune_id = $1 and a.username = 'bach-quang.quay1'`, [communeId])
  const row = rows[0] as { staff: string; account: string; unit: string; unit_key: string; roles: Officer['roles']; name: string; title: string }
  const officer: Officer = { kind: 'officer', accountId: row.account, staffId: row.staff, communeId, unitId: row.unit, unitKey: row.unit_key, roles: row.roles, name: row.name, title: row.title }
  for (let index = 0; index < count; index += 1) {
    const input = ReceiveDossierInput.parse({ idempotencyKey: randomUUID(), procedureCode: SIMPLE_PROCEDURE, applicant: { fullName: `Nguyễn Văn Số ${index}`, personalId: '019090000123', address: 'Phường Bách Quang', phone: '0912000326' }, handedIn: [{ documentKey: 'to-khai', name: 'Tờ khai thay đổi thông tin cư trú', originals: 1 }] })
    must(await receiveDossier(officer, input))
  }
}
