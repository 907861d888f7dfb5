import { z } from 'zod'
import { dayOf } from '@/lib/calendar/domain/calendar-days'
import { dueMoment, type DueProblem } from '@/lib/calendar/domain/due-moment'
import type { Pause } from '@/lib/calendar/domain/pauses'
import { TIME_LIMIT_UNITS, timeLimit, type TimeLimit } from '@/lib/calendar/domain/time-limit'
import { SESSION_NAMES, type CalendarDay } from '@/lib/calendar/domain/working-calendar'
import { readInstant, readInterval } from '@/lib/calendar/inputs/instants'
import { calendarOf } from '@/lib/calendar/store'
import { apiSentence, dueProblemSentence } from '@/lib/calendar/wording'
import { addDays, daysBetween, localDateOf, parseLocalDate, toIsoLocal, type LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { limitFor, lawChannels } from '@/lib/procedures/domain/procedure'
import { procedureInForce } from '@/lib/procedures/store'
import { communeBySlug } from '@/lib/units/queries/communes'
import { endpoint, ProblemAnswer } from './endpoint'

/** No question needs more. @unit days */
const LONGEST_SPAN = 400
const MOST_PAUSES = 50

const commune = z.string(apiSentence.commune).min(1, apiSentence.commune).max(60).meta({ description: 'Slug của xã, ví dụ bach-quang' })
const refuse = (code: string, detail: string, field: string): ProblemAnswer => new ProblemAnswer(400, code, detail, { fields: { [field]: detail } })
const unknownCommune = (): ProblemAnswer => new ProblemAnswer(404, 'unknown-commune', apiSentence.unknownCommune)

const text = (most = 60) => z.string().max(most).optional()
const DueQuestion = z.object({
  commune,
  receivedAt: z.string(apiSentence.receivedAt).max(60).meta({ description: 'Lúc tiếp nhận, ISO 8601; không ghi múi giờ là giờ Việt Nam' }),
  unit: text().meta({ description: `Đơn vị của thời hạn: ${TIME_LIMIT_UNITS.join(', ')}` }),
  value: text(12).meta({ description: 'Số đơn vị, từ 1; trong ngày thì bỏ trống' }),
  cutOff: text(5).meta({ description: 'Giờ chốt HH:MM; nhận sau giờ này tính sang ngày làm việc tiếp theo' }),
  procedure: text(40).meta({ description: 'Mã thủ tục, thay cho unit và value' }),
  variant: text(80).meta({ description: 'Trường hợp của thủ tục; không ghi là trường hợp đầu tiên' }),
  channel: z.enum(lawChannels, apiSentence.channel).default('desk').meta({ description: 'Cách nộp, nơi thời hạn khác nhau theo cách nộp' }),
  pause: z.union([z.string().max(120), z.array(z.string().max(120)).max(MOST_PAUSES, apiSentence.tooManyPauses(MOST_PAUSES))]).optional()
    .meta({ description: 'Tạm dừng, ISO 8601: bắt đầu/kết thúc, hoặc bắt đầu/.. khi còn đang dừng. Lặp lại được, thứ tự tùy ý' }),
})
type DueQuestion = z.output<typeof DueQuestion>

const Limit = z.object({ unit: z.enum(TIME_LIMIT_UNITS), value: z.int().optional(), cutOff: z.string().nullish() })
const DueAnswer = z.object({
  dueAt: z.string().nullable().meta({ description: 'ISO 8601, +07:00; null: pháp luật không quy định thời hạn' }),
  dueOn: z.iso.date().nullable(),
  pausedSince: z.string().nullable().meta({ description: 'Đang tạm dừng từ lúc này: dueAt là hạn trước khi dừng' }),
  timeLimit: Limit.nullable(),
  calendarRevision: z.int(),
  explanation: z.array(z.object({ on: z.iso.date(), session: z.enum(SESSION_NAMES).optional(), counted: z.boolean(), reason: z.string(), provisional: z.boolean() })),
})

export const dueDate = endpoint({
  method: 'GET',
  path: '/due-date',
  summary: 'Tính hạn trả kết quả theo lịch làm việc của một xã',
  description: 'Cùng một cách tính với phiếu hẹn, màn hình và báo cáo. Mỗi ngày (với thời hạn tính bằng giờ hoặc buổi: mỗi buổi) có một dòng giải thích; các dòng được tính cộng lại bằng thời hạn.',
  query: DueQuestion,
  response: DueAnswer,
  example: { query: 'commune=bach-quang&receivedAt=2026-11-20T09:12&unit=working-day&value=3' },
  problems: { 404: 'Không có xã hoặc thủ tục nào mang tên, mã này' },
  handle: async ({ query }) => {
    const found = await communeBySlug(query.commune)
    if (found === null) return unknownCommune()
    const receivedAt = readInstant(query.receivedAt)
    if (receivedAt === null) return refuse('instant-unreadable', apiSentence.receivedAt, 'receivedAt')
    const pauses = readPauses(query.pause)
    if (!pauses.ok) return refuse('pause-unreadable', apiSentence.pause(pauses.problem.text), 'pause')
    const limit = await limitAsked(query, found.id, localDateOf(receivedAt))
    if (limit instanceof ProblemAnswer) return limit
    const { calendar, revision } = await calendarOf(found.id)
    if (limit === null) return { dueAt: null, dueOn: null, pausedSince: null, timeLimit: null, calendarRevision: revision, explanation: [] }
    const due = dueMoment({ receivedAt, limit, calendar, pauses: pauses.value })
    if (!due.ok) return refuse(due.problem.code, dueProblemSentence(due.problem), fieldOf(due.problem))
    return {
      dueAt: toIsoLocal(due.value.dueAt), dueOn: due.value.dueOn, pausedSince: due.value.pausedSince === null ? null : toIsoLocal(due.value.pausedSince), timeLimit: limit,
      calendarRevision: revision,
      explanation: due.value.explanation.map(({ on, session, counted, reason, provisional }) => ({ on, ...(session ? { session } : {}), counted, reason, provisional: provisional === true })),
    }
  },
})

/** The limit itself, or that of a procedure in force on the day of receipt; null where the law sets none. */
async function limitAsked(query: DueQuestion, communeId: string, on: LocalDate): Promise<TimeLimit | null | ProblemAnswer> {
  if (query.procedure === undefined) {
    const limit = timeLimit({ unit: query.unit, value: query.value === undefined || query.value.trim() === '' ? null : Number(query.value), cutOff: query.cutOff ?? null })
    return limit.ok ? limit.value : refuse(limit.problem.code, dueProblemSentence(limit.problem), fieldOf(limit.problem))
  }
  const version = await procedureInForce(query.procedure, on, communeId)
  if (version === null) return new ProblemAnswer(404, 'unknown-procedure', apiSentence.unknownProcedure)
  const variant = query.variant === undefined ? version.variants[0] : version.variants.find(({ key }) => key === query.variant)
  return variant === undefined ? refuse('unknown-variant', apiSentence.unknownVariant(version.variants.map(({ key }) => key)), 'variant') : limitFor(variant, query.channel)
}

function readPauses(asked: string | string[] | undefined): Result<Pause[], { code: 'pause-unreadable'; text: string }> {
  const pauses: Pause[] = []
  for (const text of asked === undefined ? [] : [asked].flat()) {
    const pause = readInterval(text)
    if (pause === null) return fail({ code: 'pause-unreadable', text })
    pauses.push(pause)
  }
  return ok(pauses)
}

/** The parameter that has to change. */
function fieldOf({ code }: DueProblem): string {
  switch (code) {
    case 'limit-without-unit': return 'unit'
    case 'limit-not-whole':
    case 'limit-not-positive':
    case 'limit-too-long': return 'value'
    case 'cut-off-unreadable': return 'cutOff'
    case 'pause-ends-before-it-begins': return 'pause'
    case 'no-working-time': return 'commune'
    default: return 'receivedAt'
  }
}

const day = (name: string) => z.string(apiSentence.day(name)).transform((typed, context) => {
  const read = parseLocalDate(typed)
  if (read === null) context.addIssue(apiSentence.day(name))
  return read ?? z.NEVER
}).meta({ description: 'yyyy-mm-dd' })

const DayView = z.object({
  on: z.iso.date(),
  kind: z.enum(['working', 'make-up', 'day-off', 'holiday', 'substitute', 'swap-off', 'closure']),
  isWorkingDay: z.boolean().meta({ description: 'Có ít nhất một buổi được tính vào thời hạn' }),
  sessions: z.array(z.object({ name: z.enum(SESSION_NAMES), opens: z.string(), closes: z.string(), countsForDeadlines: z.boolean() })),
  closedSessions: z.array(z.enum(SESSION_NAMES)),
  name: z.string().nullable(),
  source: z.string().nullable(),
  provisional: z.boolean().meta({ description: 'Dự kiến: chưa có hoặc chưa đối chiếu văn bản' }),
})

export const workingCalendar = endpoint({
  method: 'GET',
  path: '/working-calendar',
  summary: 'Lịch làm việc của một xã: từng ngày, từng buổi, nghỉ vì sao, theo văn bản nào',
  description: `Từ ngày from đến hết ngày to, mỗi lần không quá ${LONGEST_SPAN} ngày.`,
  query: z.object({ commune, from: day('from'), to: day('to') }),
  response: z.object({ commune: z.string(), revision: z.int(), days: z.array(DayView) }),
  example: { query: 'commune=bach-quang&from=2026-11-20&to=2026-11-26' },
  problems: { 404: 'Không có xã nào mang tên này' },
  handle: async ({ query }) => {
    const found = await communeBySlug(query.commune)
    if (found === null) return unknownCommune()
    const length = daysBetween(query.from, query.to) + 1
    if (length < 1) return refuse('span-ends-before-it-begins', apiSentence.spanEnds, 'to')
    if (length > LONGEST_SPAN) return refuse('span-too-long', apiSentence.spanTooLong(LONGEST_SPAN), 'to')
    const { calendar, revision } = await calendarOf(found.id)
    const outside = query.from < calendar.from ? 'from' : query.to > calendar.to ? 'to' : null
    if (outside !== null) return refuse('outside-calendar', apiSentence.outside(calendar.from, calendar.to), outside)
    const days = Array.from({ length }, (_unused, position) => dayView(dayOf(calendar, addDays(query.from, position))))
    return { commune: found.slug, revision, days }
  },
})

const dayView = ({ on, kind, isWorkingDay, sessions, closedSessions, entry, closures, provisional }: CalendarDay): z.input<typeof DayView> => ({
  on, kind, isWorkingDay, provisional, closedSessions: [...closedSessions],
  sessions: sessions.map(({ name, opens, closes, countsForDeadlines }) => ({ name, opens, closes, countsForDeadlines })),
  name: (entry ?? closures[0])?.name ?? null, source: (entry ?? closures[0])?.source ?? null,
})
