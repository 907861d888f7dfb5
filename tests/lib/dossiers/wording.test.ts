import { describe, expect, test } from 'vitest'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { stages } from '@/lib/dossiers/domain/dossier'
import type { DossierEvent } from '@/lib/dossiers/domain/events'
import { actions } from '@/lib/dossiers/domain/transitions'
import * as wording from '@/lib/dossiers/wording'
import { templates, type MessageFacts } from '@/lib/notifications/domain/message'
import { messageSubject, messageText } from '@/lib/notifications/wording'
import { instantAt, localDate } from '@/lib/kernel/local-date'

const at = instantAt(localDate('2026-11-20'), '09:12')
const due = { firstDueAt: at, dueAt: instantAt(localDate('2026-11-26'), '17:30'), dueOn: localDate('2026-11-26'), calendarRevision: 1 }
const events: DossierEvent[] = [
  { type: 'dossier-submitted', at, acceptBy: at }, { type: 'dossier-received', at, receivedById: null, registerNumber: 1, due }, { type: 'dossier-received', at, receivedById: null, registerNumber: 1, due: null },
  { type: 'dossier-refused', at, reason: 'not-competent' }, { type: 'supplement-requested', at, requestId: 'r', round: 2, atIntake: false }, { type: 'supplement-received', at, requestId: 'r', due, acceptBy: null },
  { type: 'step-taken', at, assigneeId: 's', step: 'settle' }, { type: 'dossier-assigned', at, assigneeId: 's' }, { type: 'step-finished', at, step: 'settle', next: 1 }, { type: 'step-handed-back', at, step: 'approve', to: 0 },
  { type: 'dossier-resolved', at, step: 'seal', outcome: 'denied', timeliness: 'early' }, { type: 'dossier-resolved', at, step: 'on-the-spot', outcome: 'granted', timeliness: 'on-time' },
  { type: 'result-returned', at, recipient: 'mandatary', identityCheck: 'personal-id' }, { type: 'dossier-withdrawn', at, pastDue: true }, { type: 'dossier-discontinued', at, pastDue: false, cause: 'by-law' }, { type: 'dossier-voided', at },
  { type: 'due-date-moved', at, due, decision: 'QĐ 12/QĐ-UBND' }, { type: 'apology-issued', at, promisedAt: at, promisedOn: localDate('2026-11-27'), late: true },
  { type: 'apology-drafted', at, promisedOn: localDate('2026-11-27') }, { type: 'verification-extended', at, mode: 'added', limit: { unit: 'working-day', value: 8 }, due }, { type: 'correction-proposed', at, versionId: 'v', variantId: 'w' },
  { type: 'correction-declined', at }, { type: 'dossier-reopened', at, newDossierId: 'd', newCode: 'Z99.19.01-261120-0018' },
  { type: 'procedure-corrected', at, from: { versionId: 'v', variantId: 'w' }, to: { code: '1.000656', versionId: 'x', variantId: 'y', name: 'Đăng ký khai tử', fieldSlug: 'ho-tich' }, limit: null, steps: [], due: null },
]

/** Every text that a user reads, wherever it hides in the module. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) yield* texts(inner)
}

describe('the sentences of the desk', () => {
  test('are composed, calm, and blame nobody', () => {
    const told = events.flatMap((event) => [wording.storyLine(event, { paperNumber: '12/X', staffName: () => 'Lê Thị Ngà', stepName: () => 'Ký' }), wording.plainStoryLine(event, () => 'Ký')])
    for (const text of [...texts(wording), ...told]) {
      if (text === null || text === '') continue
      expect(text, text).toBe(text.normalize('NFC'))
      expect(text, text).not.toMatch(/!|không hợp lệ|(?<!\p{L})sai(?!\p{L})|undefined|null/iu)
      expect(text.trim(), text).toBe(text)
    }
  })

  test('tell an event with its paper and what it did to the clock', () => {
    const told = (event: DossierEvent, paperNumber: string | null = null) => wording.storyLine(event, { paperNumber, staffName: () => 'Đặng Thị Hải Yến', stepName: () => 'Trình Chủ tịch ký' })
    expect(told(events[1]!, '371/TTPVHCC')).toBe('Tiếp nhận (Mẫu 01 số 371/TTPVHCC), hẹn 17:30 26/11, thứ Năm')
    expect(told(events[4]!, '88/PBS-TTPVHCC')).toBe('Yêu cầu bổ sung lần 2 (Mẫu 02 số 88/PBS-TTPVHCC), đồng hồ dừng')
    expect(told(events[8]!)).toBe('Giải quyết xong, chuyển bước: Trình Chủ tịch ký')
    expect(wording.plainStoryLine(events[7]!, () => '')).toBeNull()
  })

  test('say for every action and stage why it is not the moment', () => {
    for (const action of actions) for (const stage of stages) expect(wording.sayProblem({ code: 'not-now', action, stage })).toMatch(/^\p{Lu}.*mới nhất\.$/u)
    expect(wording.sayProblem({ code: 'forbidden', action: 'approve' })).toBe('Bạn không có quyền phê duyệt kết quả.')
    expect(wording.sayProblem({ code: 'same-hand' })).toContain('không tự phê duyệt')
  })

  test('explain a due date in one sentence, runs of days drawn together', () => {
    const day = (on: string, kind: ExplanationLine['kind'], index?: number, reason = ''): ExplanationLine => ({ on: localDate(on), kind, counted: index !== undefined, ...(index === undefined ? {} : { index }), reason })
    const lines = [
      day('2026-11-20', 'received', undefined, 'Nhận hồ sơ lúc 09:12: không tính ngày nhận'), day('2026-11-21', 'day-off'), day('2026-11-22', 'day-off'), day('2026-11-23', 'counted', 1),
      day('2026-11-24', 'holiday', undefined, 'Nghỉ lễ Ngày Văn hóa Việt Nam: không tính'), day('2026-11-25', 'counted', 2), day('2026-11-26', 'due', 3, 'Ngày 3: trả kết quả trước 17:30'),
    ]
    expect(wording.explanationSentence(lines)).toBe(
      'nhận hồ sơ lúc 09:12: không tính ngày nhận; 21–22/11 nghỉ hằng tuần; 23/11 ngày 1; 24/11 nghỉ lễ Ngày Văn hóa Việt Nam: không tính; 25/11 ngày 2; thứ Năm 26/11 ngày 3: trả kết quả trước 17:30',
    )
    expect(wording.explanationSentence([])).toBeNull()
  })

  test.each([
    [[], 'không thu'],
    [[{ amountVnd: 8000, state: 'paid' }], '8.000 đ (đã nộp)'],
    [[{ amountVnd: 8000, state: 'paid' }, { amountVnd: 50_000, state: 'owed' }], '58.000 đ (chưa nộp)'],
    [[{ amountVnd: 8000, state: 'exempt' }], 'được miễn'],
  ] as const)('print the fee %j as "%s"', (fees, words) => {
    expect(wording.feeOnPaper(fees).replaceAll('\u00a0', ' ')).toBe(words)
  })

  test('count to ninety-nine and no further', () => expect([0, 99, 100, 4000].map(wording.countLabel)).toEqual(['0', '99', '99+', '99+']))
})

describe('messages', () => {
  const facts: MessageFacts = {
    code: 'Z99.19.01-261120-0017', procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân', officeName: 'Trung tâm Phục vụ hành chính công phường Bách Quang', trackingPlace: 'bachquang.example.gov.vn/tra-cuu',
    secret: 'P4X9TNABCD', acceptBy: at, dueAt: due.dueAt, missing: ['Giấy ly hôn: nộp bản sao'], reason: 'không thuộc thẩm quyền', promisedAt: at, outcome: 'granted', returnPlace: 'tại quầy trả kết quả của Trung tâm',
  }

  test.each(templates)('%s names the dossier, ends in a full stop and says nothing it does not know', (template) => {
    for (const known of [facts, { ...facts, secret: null, acceptBy: null, dueAt: null, missing: [], reason: null, promisedAt: null, outcome: null }]) {
      const text = messageText[template](known)
      expect(text).toContain(facts.code)
      expect(text).toMatch(/\.$/)
      expect(text).not.toMatch(/!|null|undefined|Invalid/)
      expect(text).toBe(text.normalize('NFC'))
    }
    expect(messageSubject(template, facts.code)).toContain(facts.code)
  })
})
