import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDate, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { isAwayOn } from '../domain/absence'
import { peopleOn, type Person } from '../store'

export type AbsenceRow = {
  id: string
  who: { staffId: string; name: string; title: string; unitName: string }
  substitute: { staffId: string; name: string; title: string; /** The substitute is away on some of these days, too: nobody stands in then. */ isAwayToo: boolean }
  fromDay: LocalDate
  toDay: LocalDate
  reason: string
  state: 'now' | 'to-come' | 'over' | 'ended-early'
  recordedBy: string
  endedAt: Date | null
  /** This officer may end it. */
  mayEnd: boolean
}
export type Absences = {
  today: LocalDate
  rows: AbsenceRow[]
  /** Whose days away this officer may enter, the own name first. */
  mayRecordFor: Person[]
  /** Everybody who could stand in. */
  colleagues: Person[]
  /** For the next page of what is past; null: that is all. */
  next: string | null
}

const Row = z.object({
  id: z.uuid(), staff_id: z.uuid(), substitute_id: z.uuid(), from_day: z.string(), to_day: z.string(), reason: z.string(), ended_at: z.date().nullable(), recorder: z.string(),
  name: z.string(), title: z.string(), unit_key: z.string(), unit_name: z.string(), substitute_name: z.string(), substitute_title: z.string(), away_too: z.boolean(),
})
const Cursor = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/

/** Who is away now, who will be, and who was: own days for everybody, those of the unit for heads, all for leaders. */
export async function absences(officer: Officer, after: string | null = null, size = 30): Promise<Absences> {
  const today = localDateOf(now())
  const here = { communeId: officer.communeId }
  const cursor = Cursor.exec(after ?? '')
  const [, day, id] = cursor ?? [null, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const seesAll = officer.roles.includes('leader')
  const seesUnit = may(officer, 'workflow.oversee', { ...here, unitKey: officer.unitKey })
  const { people, page } = await inCommune(officer, async (tx) => ({
    people: await peopleOn(tx, today),
    page: z.array(Row).parse(await tx.$queryRaw`
      select a.id, a.staff_id, a.substitute_id, a.from_day::text, a.to_day::text, a.reason, a.ended_at, r.full_name as recorder, m.full_name as name, m.title, u.key as unit_key, u.name as unit_name,
        s.full_name as substitute_name, s.title as substitute_title,
        exists (select from absence o where o.commune_id = a.commune_id and o.staff_id = a.substitute_id and o.ended_at is null and o.from_day <= a.to_day and o.to_day >= a.from_day) as away_too
      from absence a
      join staff_member m on m.commune_id = a.commune_id and m.id = a.staff_id
      join unit u on u.commune_id = m.commune_id and u.id = m.unit_id
      join staff_member s on s.commune_id = a.commune_id and s.id = a.substitute_id
      join staff_member r on r.commune_id = a.commune_id and r.id = a.recorded_by
      where a.commune_id = ${tx.communeId}::uuid and (a.to_day, a.id) < (${day}::date, ${id}::uuid)
        and (${seesAll} or a.staff_id = ${officer.staffId}::uuid or a.substitute_id = ${officer.staffId}::uuid or (${seesUnit} and u.key = ${officer.unitKey}))
      order by a.to_day desc, a.id desc limit ${size + 1}`),
  }))
  const rows = page.slice(0, size).map((row): AbsenceRow => {
    const [fromDay, toDay] = [localDate(row.from_day), localDate(row.to_day)]
    const state = row.ended_at !== null ? 'ended-early' : isAwayOn({ fromDay, toDay }, today) ? 'now' : fromDay > today ? 'to-come' : 'over'
    return {
      id: row.id, who: { staffId: row.staff_id, name: row.name, title: row.title, unitName: row.unit_name }, fromDay, toDay, reason: row.reason, state, recordedBy: row.recorder, endedAt: row.ended_at,
      substitute: { staffId: row.substitute_id, name: row.substitute_name, title: row.substitute_title, isAwayToo: row.away_too && (state === 'now' || state === 'to-come') },
      mayEnd: (state === 'now' || state === 'to-come') && may(officer, 'absence.record', { ...here, staffId: row.staff_id, unitKey: row.unit_key }),
    }
  })
  const last = page.length > size ? page[size - 1] : undefined
  const isSelf = ({ staffId }: Person): boolean => staffId === officer.staffId
  const mayRecordFor = people.filter((person) => may(officer, 'absence.record', { ...here, staffId: person.staffId, unitKey: person.unitKey })).toSorted((a, b) => Number(isSelf(b)) - Number(isSelf(a)))
  return { today, rows, mayRecordFor, colleagues: people, next: last === undefined ? null : `${last.to_day}_${last.id}` }
}
