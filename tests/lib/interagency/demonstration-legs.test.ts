import { beforeAll, expect, test } from 'vitest'
import { loadLegs } from '@/prisma/seed/load-legs'
import { aDossier } from '@/tests/builders/dossiers'
import { type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

test('a demonstration shows a part that waits and one that is in hand, loaded once', async () => {
  await aDossier(people, 'taken')
  await aDossier(people, 'taken')
  await loadLegs('bach-quang')
  await loadLegs('bach-quang')
  const { rows } = await database.owner.query<{ state: string; papers: number }>('select l.state, (select count(*)::int from leg_paper p where p.leg_id = l.id) as papers from dossier_leg l order by state')
  expect(rows).toEqual([{ state: 'accepted', papers: 1 }, { state: 'handed-over', papers: 1 }])
})
