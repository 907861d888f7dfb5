import { describe, expect, test } from 'vitest'
import { GET as dueDateRoute } from '@/app/api/v1/due-date/route'
import { GET as workingCalendarRoute } from '@/app/api/v1/working-calendar/route'
import { readInstant, readInterval } from '@/lib/calendar/inputs/instants'
import { forgetCalendar } from '@/lib/calendar/store'
import { communeId } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { at, weekly } from './calendars'

const database = useDatabase()

type Answer = { status: number; body: Record<string, unknown> & { explanation?: { on: string; counted: boolean; reason: string }[]; fields?: Record<string, string> } }

async function ask(route: typeof dueDateRoute, path: string, query: Record<string, string | string[]>): Promise<Answer> {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each])))
  const response = await route(new Request(`http://127.0.0.1:3000/api/v1/${path}?${search}`), { params: Promise.resolve({}) })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}
const due = (query: Record<string, string | string[]>) => ask(dueDateRoute, 'due-date', { commune: 'bach-quang', ...query })
const calendar = (query: Record<string, string>) => ask(workingCalendarRoute, 'working-calendar', { commune: 'bach-quang', ...query })
const days3 = { receivedAt: '2026-11-20T09:12:00+07:00', unit: 'working-day', value: '3' }

describe('GET /api/v1/due-date', () => {
  test('answers the day, the limit and the reasons line by line', async () => {
    const { status, body } = await due(days3)
    expect({ status, ...body, explanation: body.explanation!.length }).toMatchObject({ status: 200, dueAt: '2026-11-26T17:30:00+07:00', dueOn: '2026-11-26', pausedSince: null, timeLimit: { unit: 'working-day', value: 3 }, explanation: 7 })
    expect(body.explanation!.filter(({ counted }) => counted)).toHaveLength(3)
    expect(body.explanation![4]).toMatchObject({ on: '2026-11-24', counted: false, reason: 'Nghỉ lễ Ngày Văn hóa Việt Nam: không tính' })
  })

  test('takes pauses in any order, overlapping, any number of times', async () => {
    const [one, two, three] = ['2026-11-23T10:00:00+07:00/2026-11-25T08:00:00+07:00', '2026-11-24T00:00/2026-11-25T12:00', '2026-11-23T11:00:00Z/2026-11-23T12:00:00Z']
    const answers = await Promise.all([[one, two, three], [three, two, one], [two, one]].map((pause) => due({ ...days3, pause })))
    expect(new Set(answers.map(({ body }) => body.dueAt))).toEqual(new Set(['2026-11-27T17:30:00+07:00']))
    expect((await due({ ...days3, pause: one })).body.dueAt).toBe('2026-11-27T17:30:00+07:00')
    expect((await due({ ...days3, pause: '2026-11-23T10:00/..' })).body).toMatchObject({ dueAt: '2026-11-26T17:30:00+07:00', pausedSince: '2026-11-23T10:00:00+07:00' })
  })

  test('knows the limit of a procedure, of its case and of its way of filing, and says where the law sets none', async () => {
    expect((await due({ receivedAt: '2026-11-20T15:01', procedure: '1.001193' })).body).toMatchObject({ dueOn: '2026-11-23', timeLimit: { unit: 'same-day', cutOff: '15:00' } })
    expect((await due({ receivedAt: '2026-11-20T09:00', procedure: '1.013133', channel: 'online' })).body).toMatchObject({ timeLimit: { unit: 'working-hour', value: 2 } })
    expect((await due({ receivedAt: '2026-11-20T09:00', procedure: '9.999999' }))).toMatchObject({ status: 404, body: { code: 'unknown-procedure' } })
    expect((await due({ receivedAt: '2026-11-20T09:00', procedure: '1.001193', variant: 'khac' }))).toMatchObject({ status: 400, body: { code: 'unknown-variant', fields: { variant: 'variant là một trong: dung-han, qua-han.' } } })
  })

  test.each<[string, Record<string, string>, string, string, RegExp]>([
    ['no unit', { receivedAt: days3.receivedAt, value: '3' }, 'limit-without-unit', 'unit', /^Thời hạn chưa ghi đơn vị/],
    ['a negative limit', { ...days3, value: '-1' }, 'limit-not-positive', 'value', /ít nhất là 1/],
    ['half a day', { ...days3, value: '2.5' }, 'limit-not-whole', 'value', /số nguyên/],
    ['a word', { ...days3, value: 'ba' }, 'limit-not-whole', 'value', /số nguyên/],
    ['10,000 days', { ...days3, value: '10000' }, 'limit-too-long', 'value', /dài nhất là 3\.660 ngày làm việc/],
    ['a cut-off that is no time', { ...days3, cutOff: '15h' }, 'cut-off-unreadable', 'cutOff', /15:00/],
    ['a receipt before the calendar begins', { ...days3, receivedAt: '1999-11-20T09:12' }, 'received-before-calendar', 'receivedAt', /bắt đầu từ 01\/01\/2010/],
    ['a receipt that is no instant', { ...days3, receivedAt: '20/11/2026' }, 'instant-unreadable', 'receivedAt', /ISO 8601/],
    ['a pause that ends before it begins', { ...days3, pause: '2026-11-23T10:00/2026-11-22T10:00' }, 'pause-ends-before-it-begins', 'pause', /kết thúc trước đó/],
    ['a pause that cannot be read', { ...days3, pause: '2026-11-23T10:00' }, 'pause-unreadable', 'pause', /bắt đầu\/kết thúc/],
    ['a count past the end of the calendar', { ...days3, receivedAt: '2050-12-30T09:00' }, 'calendar-too-short', 'receivedAt', /có đến 31\/12\/2050/],
  ])('%s is a problem with a name and a sentence, 400', async (_what, query, code, field, sentence) => {
    const { status, body } = await due(query)
    expect({ status, code: body.code, fields: Object.keys(body.fields ?? {}) }).toEqual({ status: 400, code, fields: [field] })
    expect(body.detail).toMatch(sentence)
  })

  test('an empty calendar is a problem, not a guess', async () => {
    const commune = await communeId(database.owner, 'my-an')
    const nothing = { rule: 'week', entry: weekly([], [1, 2, 3, 4, 5, 6, 7]) }
    await database.owner.query(`insert into commune_calendar_entry (commune_id, entry, source, author) values ($1, $2, 'thử', 'thử')`, [commune, JSON.stringify(nothing)])
    forgetCalendar(commune)
    expect(await due({ ...days3, commune: 'my-an' })).toMatchObject({ status: 400, body: { code: 'no-working-time', fields: { commune: /Lịch chưa có buổi làm việc/ } } })
  })

  test('a commune that does not exist, or none, is told where the list is', async () => {
    expect(await due({ ...days3, commune: 'khong-co' })).toMatchObject({ status: 404, body: { code: 'unknown-commune' } })
    expect(await ask(dueDateRoute, 'due-date', days3)).toMatchObject({ status: 400, body: { fields: { commune: /slug/ } } })
  })
})

describe('GET /api/v1/working-calendar', () => {
  test('tells each day with its sessions, its reason and its source', async () => {
    const { body } = await calendar({ from: '2026-01-01', to: '2026-01-10' })
    const days = body.days as { on: string; kind: string; sessions: unknown[]; source: string | null; provisional: boolean }[]
    expect(days.map(({ kind }) => kind)).toEqual(['holiday', 'swap-off', 'day-off', 'day-off', 'working', 'working', 'working', 'working', 'working', 'make-up'])
    expect(days[9]).toMatchObject({ provisional: true, sessions: [{ opens: '07:30', closes: '11:30' }, { opens: '13:30', closes: '17:30' }], source: /hoán đổi/ })
  })

  test.each([
    [{ from: '2026-11-20', to: '2026-11-19' }, 'span-ends-before-it-begins'], [{ from: '2026-01-01', to: '2027-12-31' }, 'span-too-long'],
    [{ from: '2009-12-31', to: '2010-01-02' }, 'outside-calendar'], [{ from: '2050-12-30', to: '2051-01-02' }, 'outside-calendar'], [{ from: '2026-02-30', to: '2026-03-01' }, 'bad-request'],
  ])('%o is a problem: %s', async (span, code) => {
    expect(await calendar(span)).toMatchObject({ status: 400, body: { code } })
  })
})

describe('an instant from an address', () => {
  test.each([
    ['2026-11-20T09:12:00+07:00', '2026-11-20 09:12'], ['2026-11-20T02:12:00Z', '2026-11-20 09:12'], ['2026-11-20T09:12', '2026-11-20 09:12'],
    ['2026-11-20T09:12:00 07:00', '2026-11-20 09:12'], ['2026-11-20 09:12', '2026-11-20 09:12'], ['2026-11-20T09:12:59.5+0700', '2026-11-20 09:12:59'],
  ])('%s is %s in Việt Nam', (text, wall) => {
    expect(Math.floor(readInstant(text)!.getTime() / 1000)).toBe(at(wall).getTime() / 1000)
  })

  test.each(['', '2026-11-20', '2026-02-30T09:00', '2026-11-20T24:00', '2026-11-20T09:12+7', 'hôm qua', '2026-11-20T09:12:00+07:00/x'])('"%s" is none', (text) => {
    expect(readInstant(text)).toBeNull()
  })

  test('an interval has two sides; an open one has no end yet', () => {
    expect(readInterval('2026-11-20T09:12/..')).toEqual({ start: at('2026-11-20 09:12'), end: null })
    expect(readInterval('2026-11-20T09:12/2026-11-20T10:00/2026-11-20T11:00')).toBeNull()
    expect(readInterval('2026-11-20T09:12')).toBeNull()
    expect(readInterval('/2026-11-20T09:12')).toBeNull()
  })
})
