import { beforeAll, expect, test } from 'vitest'
import { openDossiers } from '@/lib/dossiers/queries/open-dossiers'
import { paymentStanding, paymentStandings, type PaymentState } from '@/lib/payments/domain/payment'
import { received } from '@/tests/builders/dossiers'
import { type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

const mixtures: PaymentState[][] = [[], ['owed'], ['paid'], ['exempt'], ['refunded'], ['cancelled'], ['paid', 'owed'], ['exempt', 'owed'], ['exempt', 'paid'], ['refunded', 'exempt'], ['refunded', 'paid'], ['cancelled', 'exempt']]

test('the filter of the queue and the rule say the same of every mixture of lines', async () => {
  const expected = new Map<string, string>()
  for (const states of mixtures) {
    const { dossierId, code } = await received(people.desk)
    for (const state of states) {
      await database.owner.query('insert into payment_record (commune_id, dossier_id, kind, amount_vnd, basis, state) values ($1, $2, $3, 0, $4, $5)', [people.desk.communeId, dossierId, 'charge', 'x', state])
    }
    expected.set(code, paymentStanding(states.map((state) => ({ state }))))
  }
  const found = new Map<string, string>()
  for (const payment of paymentStandings) {
    const { rows } = await openDossiers(people.desk, { scope: 'all', payment }, 50)
    for (const { code } of rows) found.set(code, payment)
  }
  expect(found).toEqual(expected)
})
