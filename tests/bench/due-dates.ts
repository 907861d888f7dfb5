// Due dates per second beside the library for business time that people take from npm, in one run, on the questions both can answer.
// Alone: node --conditions=react-server --import tsx tests/bench/due-dates.ts
import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { communeCalendar } from '@/lib/calendar/domain/national-holidays'
import { standing } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { addDays, instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { nationalSchedule } from '../../prisma/seed/calendar/national-schedule'
import { demonstrationSessions } from '../../prisma/seed/calendar/weekly-sessions'

const QUESTIONS = 2_000
const ROUNDS = 15

type Question = { receivedAt: Date; limit: Extract<TimeLimit, { unit: 'working-day' | 'working-hour' }> }
/** One line for each measure. */
export function benchDueDates(): Promise<string> {
  const calendar = expressible()
  preparePeer()
  const asked = questions().filter((question) => ours(question, calendar).getTime() === theirs(question).getTime())
  const [mine, other] = interleaved([() => asked.forEach((question) => ours(question, calendar)), () => asked.forEach((question) => theirs(question))])
  const perSecond = (ms: number): number => Math.round((asked.length / ms) * 1000)
  const list = listOfAThousand(calendar)
  return Promise.resolve([
    `due dates per CPU second    ${perSecond(mine!).toLocaleString('en')}, dayjs-business-time ${perSecond(other!).toLocaleString('en')}: ${(other! / mine!).toFixed(0)} times  (aim ≥ 10; ${asked.length} of ${QUESTIONS} questions, on which both agree)`,
    `1,000 open dossiers         ${list.standing.toFixed(2)} ms for how each stands, ${list.due.toFixed(2)} ms to count each anew  (aim < 5)`,
  ].join('\n'))
}

const ours = ({ receivedAt, limit }: Question, calendar: WorkingCalendar): Date => must(dueMoment({ receivedAt, limit, calendar, pauses: [] })).dueAt

/** The peer thinks in the zone of its process, which is UTC here: it gets the wall in Việt Nam as if it stood there. */
function theirs({ receivedAt, limit }: Question): Date {
  const start = dayjs(new Date(receivedAt.getTime() + SHIFT))
  const due = limit.unit === 'working-hour' ? start.addBusinessHours(limit.value) : start.addBusinessDays(limit.value).hour(17).minute(30)
  return new Date(due.toDate().getTime() - SHIFT)
}
/** @unit ms */
const SHIFT = 7 * 60 * 60_000

/** Days off and two sessions a day; make-up days and pauses the peer has no word for. */
const expressible = (): WorkingCalendar =>
  communeCalendar(nationalSchedule.filter(({ kind }) => kind !== 'make-up'), demonstrationSessions, { from: localDate('2024-01-01'), to: localDate('2027-12-31') })

function questions(): Question[] {
  const limits: Question['limit'][] = [1, 2, 3, 5, 7, 10, 15, 20, 30].flatMap((value): Question['limit'][] => [{ unit: 'working-day', value }, { unit: 'working-hour', value }])
  return Array.from({ length: QUESTIONS }, (_unused, at) => {
    const minute = 450 + ((at * 37) % 240) + (at % 2) * 360
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return { receivedAt: instantAt(addDays(localDate('2025-01-02'), (at * 7) % 600), time), limit: limits[at % limits.length]! }
  })
}

function preparePeer(): void {
  process.env.TZ = 'UTC'
  dayjs.extend(businessTime)
  dayjs.setHolidays(nationalSchedule.filter(({ kind }) => kind !== 'make-up').map(({ on }) => on))
  const day = [{ start: '07:30:00', end: '11:30:00' }, { start: '13:30:00', end: '17:30:00' }]
  dayjs.setBusinessTime({ sunday: null, monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: null })
}

/** Median CPU milliseconds of each, taken in turns so that a busy moment of the machine meets all of them. */
function interleaved(works: (() => void)[]): number[] {
  works.forEach((work) => work())
  const rounds = Array.from({ length: ROUNDS }, () => works.map((work) => {
    const begins = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begins)
    return (user + system) / 1000
  }))
  return works.map((_work, at) => rounds.map((round) => round[at]!).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!)
}

/** What a page of a thousand open dossiers spends on time. @unit ms */
function listOfAThousand(calendar: WorkingCalendar): { standing: number; due: number } {
  const now = instantAt(localDate('2026-11-25'), '10:00')
  const rows = questions().slice(0, 1_000).map((question) => ({ ...question, due: { dueAt: ours(question, calendar), unit: question.limit.unit } }))
  const [told, counted] = interleaved([
    () => rows.forEach(({ due }) => standing({ now, due, clock: { state: 'running' }, calendar })),
    () => rows.forEach((row) => ours(row, calendar)),
  ])
  return { standing: told!, due: counted! }
}

if (process.argv[1]?.endsWith('tests/bench/due-dates.ts')) {
  console.log(await benchDueDates())
}
