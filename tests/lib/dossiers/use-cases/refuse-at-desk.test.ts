import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { paperData } from '@/lib/dossiers/queries/paper-data'
import { RefuseAtDeskInput } from '@/lib/dossiers/inputs'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { refuseAtDesk } from '@/lib/dossiers/use-cases/refuse-at-desk'
import { findPaper } from '@/lib/documents/store'
import { must } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { MARITAL_STATUS } from '@/tests/builders/dossiers'
import { type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const turnedAway = RefuseAtDeskInput.parse({ procedureCode: MARITAL_STATUS, fullName: 'Phạm Thị Thu Lài', reason: 'not-competent', competentAgency: 'Ủy ban nhân dân xã nơi cư trú', text: 'Nơi cư trú ở xã khác.\nĐến xã nơi cư trú.' })

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

test('someone turned away at the counter gets Mẫu 03 with the reasons, and no dossier comes of it', async () => {
  const { paper, contactId } = must(await refuseAtDesk(people.desk, turnedAway))
  const row = await inCommune(people.desk, (tx) => findPaper(tx, paper.id))
  expect(row).toMatchObject({ form: 'refusal', dossierId: null })
  expect(await inCommune(people.desk, (tx) => paperData(tx, row!))).toMatchObject({
    code: null, content: 'Cấp Giấy xác nhận tình trạng hôn nhân', submitterName: 'Phạm Thị Thu Lài', reasons: ['Không thuộc thẩm quyền của xã.', 'Nơi có thẩm quyền giải quyết: Ủy ban nhân dân xã nơi cư trú.', 'Nơi cư trú ở xã khác.', 'Đến xã nơi cư trú.'],
  })
  expect((await buffer(must(await paperPdf(people.desk, paper.id)).stream)).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await database.owner.query('select reason, kind, paper_id from contact_record where id = $1', [contactId])).rows).toEqual([{ kind: 'refused', paper_id: paper.id, reason: 'Không thuộc thẩm quyền của xã. Nơi có thẩm quyền giải quyết: Ủy ban nhân dân xã nơi cư trú. Nơi cư trú ở xã khác. Đến xã nơi cư trú.' }])
})

test('only the desk turns people away', async () => {
  expect(await refuseAtDesk(people.caseOfficer, turnedAway)).toEqual({ ok: false, problem: { code: 'forbidden', action: 'refuse' } })
})

test('a reason is asked for, in words for the citizen', () => {
  expect(RefuseAtDeskInput.safeParse({ procedureCode: MARITAL_STATUS, reason: 'not-competent', text: ' ' }).success).toBe(false)
})
