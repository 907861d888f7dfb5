import { readFile, rm, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { readSeals } from '@/lib/audit/seals'
import { sealHead } from '@/lib/audit/use-cases/seal-head'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { examine } from '@/scripts/lib/examine'
import { aDossier, received, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  await aDossier(people, 'received')
  await submitted(await aCitizen(database.owner), people.desk.communeId)
  const { dossierId } = await aDossier(people, 'resolved')
  must(await returnResult(people.desk, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id' }))
  const { rows } = await database.owner.query<{ id: string }>('select id from official_paper limit 1')
  await buffer(must(await paperPdf(people.desk, rows[0]!.id)).stream)
}, 120_000)

/** What the doctor says, as the owner of the database left it after doing something it should not. */
async function diagnosis(seal = false): Promise<{ healthy: boolean; ills: string[] }> {
  const lines: string[] = []
  const healthy = await examine({ seal, quick: false, print: (line) => lines.push(line) })
  return { healthy, ills: lines.filter((line) => line.trimStart().startsWith('- ')).map((line) => line.trim().slice(2)) }
}

const tables = ['dossier_event', 'event_chain_head', 'dossier', 'official_paper', 'code_counter']

/** The owner does something behind every trigger's back; afterwards it is put right again. */
async function behindTheTriggers(statements: readonly string[], look: () => Promise<void>): Promise<void> {
  for (const table of tables) await database.owner.query(`create temporary table kept_${table} as table ${table}; alter table ${table} disable trigger user`)
  try {
    for (const statement of statements) await database.owner.query(statement)
    await look()
  } finally {
    for (const table of tables) {
      await database.owner.query(`delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}; alter table ${table} enable trigger user`)
    }
  }
}

const rehash = (from: number) => `do $$ declare e dossier_event; p text := (select hash from dossier_event where seq = ${from - 1}); begin
  for e in select * from dossier_event where seq >= ${from} order by seq loop
    e.previous_hash := p; p := mc_event_hash(e);
    update dossier_event set previous_hash = e.previous_hash, hash = p where seq = e.seq;
  end loop; update event_chain_head set hash = p; end $$`

describe('the doctor', () => {
  beforeEach(async () => rm(join(process.env.DATA_DIR!, 'seals'), { recursive: true, force: true }))

  test('finds nothing wrong where nothing is, and seals it', async () => {
    expect(await diagnosis(true)).toEqual({ healthy: true, ills: [] })
    expect(await diagnosis(true), 'with the seal that it wrote').toEqual({ healthy: true, ills: [] })
  })

  test.each([
    ['an event that was changed', [`update dossier_event set payload = payload || '{"reason":"x"}' where seq = 3`], 'chain: link 3 was changed after it was written'],
    ['an event that was changed and given a hash of its own', [`update dossier_event e set occurred_at = occurred_at - interval '3 days' where seq = 4`, `update dossier_event e set hash = mc_event_hash(e) where seq = 4`], 'chain: link 4 was changed after it was written'],
    ['an event that was taken out', ['delete from dossier_event where seq = 3'], 'chain: link 3 is missing'],
    ['an event that was taken out and the rest renumbered', ['delete from dossier_event where seq = 3', 'update dossier_event set seq = seq + 1000 where seq > 3', 'update dossier_event set seq = seq - 1001 where seq > 1000', 'update event_chain_head set seq = seq - 1'], 'chain: link 3 is missing'],
    ['two events that changed places', ['update dossier_event set seq = 1000 where seq = 3', 'update dossier_event set seq = 3 where seq = 4', 'update dossier_event set seq = 4 where seq = 1000'], 'chain: link 3 is out of its place'],
    ['one letter of an event', [`update dossier_event set stage = overlay(stage placing 'x' from 1 for 1) where seq = 2`], 'chain: link 2 was changed after it was written'],
    ['an end that was cut off', ['delete from dossier_event where seq = (select max(seq) from dossier_event)'], /chain: the chain ends before link \d+, which its head or a seal names/],
    ['a head that names another link', [`update event_chain_head set hash = 'x'`], /chain: the head of the chain does not name link \d+ as the last/],
  ] as const)('names %s', async (_what, statements, ill) => {
    await behindTheTriggers(statements, async () => {
      const { healthy, ills } = await diagnosis()
      expect(healthy).toBe(false)
      expect(ills[0]).toMatch(ill)
    })
  })

  test('is not deceived where everything was rewritten, head included: a seal lies outside the database', async () => {
    await diagnosis(true)
    await behindTheTriggers([`update dossier_event set occurred_at = occurred_at - interval '3 days' where seq = 3`, rehash(3)], async () => {
      expect((await diagnosis()).ills[0]).toMatch(/^chain: link \d+ is not the one that was sealed on \d{2}\/\d{2}\/\d{4}$/)
    })
    await behindTheTriggers(['delete from dossier_event where seq > 5', `update event_chain_head set seq = 5, hash = (select hash from dossier_event where seq = 5)`], async () => {
      expect((await diagnosis()).ills[0]).toBe('chain: the chain ends before link 6, which its head or a seal names')
    })
  })

  test('a cut end cannot be sealed over: neither by asking, nor by writing a line, nor by changing one', async () => {
    await diagnosis(true)
    const { communeId } = people.desk
    const file = join(process.env.DATA_DIR!, 'seals', `${communeId}.seals`)
    const book = await readFile(file, 'utf8')
    expect(book).toMatch(/^1 \d{4}-\d{2}-\d{2} \d{6} [0-9a-f]{64} \S+Z [0-9a-f]{64}\n$/)
    await behindTheTriggers(['delete from dossier_event where seq > 5', `update event_chain_head set seq = 5, hash = (select hash from dossier_event where seq = 5)`], async () => {
      expect((await diagnosis(true)).ills[0], 'asked to seal').toBe('chain: the chain ends before link 6, which its head or a seal names')
      expect(await readFile(file, 'utf8'), 'nothing was added').toBe(book)
      const { rows } = await database.owner.query<{ hash: string }>('select hash from dossier_event where seq = 5')
      const forged = book.replace(/\d{6} [0-9a-f]{64}/, `000005 ${rows[0]!.hash}`)
      await writeFile(file, forged)
      expect((await diagnosis()).ills[0], 'a line was changed').toBe('seals: line 1 was not signed by this installation, or a line before it was taken out')
      await writeFile(file, `${book}${forged.replace(/^1/, '2')}`)
      expect((await diagnosis(true)).ills.slice(0, 2), 'a line was written').toEqual([
        'seals: line 2 was not signed by this installation, or a line before it was taken out', expect.stringMatching(/^chain: the chain ends before link 6/),
      ])
      await writeFile(file, 'torn')
      expect((await diagnosis()).ills[0], 'unreadable').toMatch(/^seals: line 1 was not signed/)
    })
  })

  test('each day gets one line late in its evening, or the morning after; a day without one is told and no illness', async () => {
    const { communeId } = people.desk
    const system = { kind: 'system', name: 'test' } as const
    const sealAt = (moment: string) => atTime(new Date(moment), () => sealHead(system, communeId))
    expect(await sealAt('2027-03-01T23:52:00+07:00')).toBe(true)
    expect(await sealAt('2027-03-02T00:07:00+07:00'), 'the day has its line').toBe(false)
    expect(await sealAt('2027-03-02T10:07:00+07:00')).toBe(false)
    expect(await sealAt('2027-03-03T07:07:00+07:00'), 'the machine slept through the evening').toBe(true)
    expect(await sealAt('2027-03-05T23:52:00+07:00')).toBe(true)
    expect((await readSeals(communeId)).map(({ on }) => on)).toEqual(['2027-03-01', '2027-03-02', '2027-03-05'])
    const lines: string[] = []
    expect(await atTime(new Date('2027-03-06T09:00:00+07:00'), () => examine({ seal: false, quick: true, print: (line) => lines.push(line) }))).toBe(true)
    expect(lines.map((line) => line.trim())).toContain('no seal on 2 days: 03/03/2027, 04/03/2027')
  })

  test('names what is stuck in the outbox', async () => {
    const key = `message:${people.desk.communeId}:stuck`
    await database.owner.query(`insert into outbox (commune_id, key, kind, payload, attempts) values ($1, $2, 'message', '{}', 7)`, [people.desk.communeId, key])
    expect((await diagnosis()).ills).toEqual([expect.stringMatching(/^outbox: message .*:stuck waits since .* after 7 attempts$/)])
    await database.owner.query('update outbox set done_at = now() where key = $1', [key])
    expect((await diagnosis()).ills).toEqual([])
  })

  test.each([
    ['a row that its events do not make', [`update dossier set stage = 'received', clock = 'running' where stage = 'submitted'`], /^dossier .*: row and events differ in .*/],
    ['a due moment that no event tells', [`update dossier set due_at = due_at + interval '9 days', due_on = due_on + 9 where stage = 'received'`], /^dossier .*: row and events differ in dueAt, dueOn$/],
    ['a code that was skipped', [`update code_counter set last = last + 1`], /^numbers: code .* has \d+ numbers up to \d+, its counter says \d+$/],
    ['a slip whose number is gone', [`delete from official_paper where form = 'receipt-slip' and number = 1`], /^numbers: paper receipt-slip of \d{4} has/],
  ] as const)('names %s', async (_what, statements, ill) => {
    await behindTheTriggers(statements, async () => {
      const { healthy, ills } = await diagnosis()
      expect(healthy).toBe(false)
      expect(ills.some((line) => new RegExp(ill).test(line)), ills.join('\n')).toBe(true)
    })
  })

  test('names a file whose content changed, and one that is gone', async () => {
    const { rows } = await database.owner.query<{ commune_id: string; sha256: string; size: number }>('select commune_id, sha256, size from official_paper where sha256 is not null')
    const [{ commune_id, sha256, size }] = rows as [{ commune_id: string; sha256: string; size: number }]
    const path = join(process.env.DATA_DIR!, 'files', commune_id, sha256.slice(0, 2), sha256)
    await writeFile(path, Buffer.alloc(size, 1))
    expect((await diagnosis()).ills).toEqual([expect.stringMatching(/^file of official paper .* has another content$/)])
    await rm(path)
    expect((await diagnosis()).ills).toEqual([expect.stringMatching(/^file of official paper .* is missing$/)])
  })
})

test('a reception without a gap in what it numbers', async () => {
  await received(people.desk)
  expect((await diagnosis()).ills.filter((line) => line.startsWith('numbers'))).toEqual([])
})
