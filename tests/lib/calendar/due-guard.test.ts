import type pg from 'pg'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { received } from '@/tests/builders/dossiers'
import { peopleOf, type People } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { at } from './calendars'

const database = useDatabase()
let people: People
let application: pg.Client

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  application = await database.asApplication()
})

/** Received on Monday 2/11/2026 at 09:00, three working days: due on Thursday 5/11 at 17:30. */
const DUE = '2026-11-05 17:30'
let dossierId: string
beforeEach(async () => {
  dossierId = (await atTime(at('2026-11-02 09:00'), () => received(people.desk))).dossierId
})

/** Statements of the application role in one transaction of the commune, as if it were that moment; all undone afterwards. */
async function asApplicationAt<T>(moment: string, work: () => Promise<T>): Promise<T> {
  await application.query('begin')
  await application.query(`select set_config('app.commune', $1, true), set_config('app.simulated_now', $2, true)`, [people.desk.communeId, at(moment).toISOString()])
  try {
    return await work()
  } finally {
    await application.query('rollback')
  }
}

const update = (assignment: string, values: unknown[] = []) => application.query(`update dossier set ${assignment} where id = $1`, [dossierId, ...values])
const MOVE = `due_at = due_at + interval '1 day', due_on = due_on + 1`
const MC001 = { code: 'MC001' }
const TOLD_ONCE = { code: '42501' }

describe('nothing recorded at or after the due moment moves it, asked as the application role', () => {
  test('a minute before, it may still move', async () => {
    await asApplicationAt('2026-11-05 17:29', async () => expect((await update(MOVE)).rowCount).toBe(1))
  })

  test.each([DUE, '2026-11-05 17:31', '2027-01-04 09:00'])('at %s it may not', async (moment) => {
    await asApplicationAt(moment, async () => expect(update(MOVE)).rejects.toMatchObject(MC001))
  })

  test('a moment of its own for the day is refused at any time', async () => {
    await asApplicationAt('2026-11-03 09:00', async () => expect(update('due_on = due_on + 1')).rejects.toMatchObject({ code: '23514' }))
  })

  test('the limit does not change unit afterwards: an hour limit is missed at another minute', async () => {
    const other = `time_limit = '{"unit": "calendar-day", "value": 30}'`
    await asApplicationAt(DUE, async () => expect(update(other)).rejects.toMatchObject(MC001))
    await asApplicationAt('2026-11-03 09:00', async () => expect((await update(other)).rowCount).toBe(1))
  })

  test('a dossier that has ended keeps the due moment it had', async () => {
    must(await atTime(at('2026-11-03 09:00'), () => withdrawDossier(people.desk, { dossierId, reason: 'Người nộp đổi ý' })))
    await asApplicationAt('2026-11-03 10:00', async () => expect(update(MOVE)).rejects.toMatchObject(MC001))
  })
})

test('the due moment never lies before the one on the slip, and is never taken away', async () => {
  await asApplicationAt('2026-11-03 09:00', async () => {
    await expect(update(`due_at = due_at - interval '1 day', due_on = due_on - 1`)).rejects.toMatchObject(MC001)
  })
  await asApplicationAt('2026-11-03 09:00', async () => expect(update('due_at = null, due_on = null')).rejects.toMatchObject(MC001))
  await asApplicationAt('2026-11-03 09:00', async () => expect(update(`received_at = received_at + interval '1 hour'`)).rejects.toMatchObject(MC001))
})

describe('a pause', () => {
  const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]
  const ask = async (moment: string) => must(await atTime(at(moment), () => requestSupplement(people.desk, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
  const resume = `clock = 'running', paused_since = null, pause_reason = null`

  test('that was recorded in time moves the due moment, however late it ends', async () => {
    await ask('2026-11-04 09:00')
    await asApplicationAt('2026-12-01 09:00', async () => expect((await update(`${MOVE}, ${resume}`)).rowCount).toBe(1))
  })

  test('moves it with its end and with nothing else', async () => {
    await ask('2026-11-04 09:00')
    await asApplicationAt('2026-12-01 09:00', async () => expect(update(MOVE)).rejects.toMatchObject(MC001))
  })

  test('that was recorded after the due moment moves nothing', async () => {
    await ask('2026-11-06 09:00')
    await asApplicationAt('2026-12-01 09:00', async () => expect(update(`${MOVE}, ${resume}`)).rejects.toMatchObject(MC001))
  })

  test('cannot be dated back: when it was recorded is the word of the database', async () => {
    await asApplicationAt('2026-12-01 09:00', async () => {
      await application.query(`insert into dossier_pause (commune_id, dossier_id, reason, since, recorded_at) values ($1, $2, 'supplement', $3, $3)`, [people.desk.communeId, dossierId, at('2026-11-04 09:00')])
      await update(`clock = 'paused', pause_reason = 'supplement', paused_since = $2`, [at('2026-11-04 09:00')])
      await expect(update(`${MOVE}, ${resume}`)).rejects.toMatchObject(MC001)
    })
  })

  test('is told once: neither its beginning nor a filled end is written again', async () => {
    await ask('2026-11-04 09:00')
    const pause = (assignment: string) => application.query(`update dossier_pause set ${assignment} where dossier_id = $1`, [dossierId])
    await asApplicationAt('2026-11-04 10:00', async () => expect(pause(`since = since - interval '1 day'`)).rejects.toMatchObject(TOLD_ONCE))
    await asApplicationAt('2026-11-04 10:00', async () => expect(pause(`recorded_at = recorded_at - interval '1 day'`)).rejects.toMatchObject(TOLD_ONCE))
    await asApplicationAt('2026-11-04 10:00', async () => {
      expect((await pause(`until = '2026-11-04 09:30+07'`)).rowCount).toBe(1)
      await expect(pause('until = null')).rejects.toMatchObject(TOLD_ONCE)
    })
  })
})

describe('a result', () => {
  const resolve = (resolvedAt: string, timeliness: string) => update(`stage = 'resolved', clock = 'stopped', resolved_at = $2, timeliness = $3`, [at(resolvedAt), timeliness])

  test('after the due day is not stored as on time', async () => {
    await asApplicationAt('2026-11-06 08:00', async () => expect(resolve('2026-11-06 08:00', 'on-time')).rejects.toMatchObject(MC001))
    await asApplicationAt('2026-11-06 08:00', async () => expect((await resolve('2026-11-06 08:00', 'overdue')).rowCount).toBe(1))
  })

  test('at 20:00 of the due day is on time, and is not dated back afterwards', async () => {
    await asApplicationAt('2026-11-05 20:00', async () => {
      expect((await resolve('2026-11-05 20:00', 'on-time')).rowCount).toBe(1)
      await expect(update(`resolved_at = $2, timeliness = 'early'`, [at('2026-11-04 09:00')])).rejects.toMatchObject(MC001)
    })
  })
})

describe('an event', () => {
  const tell = (dueAt: Date | null) =>
    application.query(
      `insert into dossier_event (commune_id, dossier_id, type, occurred_at, actor_kind, payload, stage, clock, due_at) values ($1, $2, 'dossier-assigned', mc_now(), 'system', '{}', 'received', 'running', $3)`,
      [people.desk.communeId, dossierId, dueAt],
    )

  test('that tells another due moment than its dossier is refused, and so is one that hides it', async () => {
    await asApplicationAt('2026-12-01 09:00', async () => expect(tell(at('2026-12-31 17:30'))).rejects.toMatchObject(MC001))
    await asApplicationAt('2026-12-01 09:00', async () => expect(tell(null)).rejects.toMatchObject(MC001))
    await asApplicationAt('2026-12-01 09:00', async () => expect((await tell(at(DUE))).rowCount).toBe(1))
  })
})

describe('the story of the calendar', () => {
  test('an entry is withdrawn, never edited; a revision is never changed', async () => {
    await asApplicationAt('2026-11-03 09:00', async () => {
      await application.query(`insert into commune_calendar_entry (commune_id, entry, source, author) values ($1, '{}', 'Thông báo 12/TB-UBND', 'Quản trị')`, [people.desk.communeId])
      await expect(application.query(`update commune_calendar_entry set source = 'khác'`)).rejects.toMatchObject(TOLD_ONCE)
    })
    await asApplicationAt('2026-11-03 09:00', async () => expect(application.query(`update calendar_revision set decision = 'khác'`)).rejects.toMatchObject(TOLD_ONCE))
  })

  test('a due moment counted under the calendar before a change is not stored after it', async () => {
    const changing = await database.asApplication()
    await changing.query('begin')
    await changing.query(`select set_config('app.commune', $1, true)`, [people.desk.communeId])
    await changing.query(`insert into calendar_revision (commune_id, revision, reason, author) values ($1, 2, 'thử', 'Quản trị')`, [people.desk.communeId])

    await application.query('begin')
    await application.query(`select set_config('app.commune', $1, true), set_config('app.simulated_now', $2, true)`, [people.desk.communeId, at('2026-11-03 09:00').toISOString()])
    const waiting = update(`${MOVE}, calendar_revision = 0`).then(() => 'stored', (fault: pg.DatabaseError) => fault.code)
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(() => resolve('waiting'), 300))])).toBe('waiting')
    await changing.query('commit')
    expect(await waiting).toBe('40001')
    await application.query('rollback')
  })
})
