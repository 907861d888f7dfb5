import type pg from 'pg'
import { nationalSchedule } from './calendar/national-schedule'
import { demonstrationSessions } from './calendar/weekly-sessions'

/** The national layer: published schedules and the hours that communes begin with. Entered once; administrators go on from there. */
export async function loadCalendar(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select 1 from calendar_entry limit 1')
  if (rows.length > 0) return
  const rules = [
    ...nationalSchedule.map((entry) => ({ rule: 'day', entry })),
    ...demonstrationSessions.map((entry) => ({ rule: 'week', entry })),
  ]
  for (const { rule, entry } of rules) {
    await owner.query('insert into calendar_entry (layer, entry, source, provisional, author) values ($1, $2, $3, $4, $5)', [
      'nation', JSON.stringify({ rule, entry }), entry.source, entry.provisional ?? false, entry.author,
    ])
  }
}
