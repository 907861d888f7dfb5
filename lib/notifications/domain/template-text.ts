import { longInstant, money } from '@/lib/kernel/format'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { MessageFacts, Template } from './message'

/** What each placeholder stands for; null where this dossier has nothing to say there. */
export const placeholders = {
  'mã hồ sơ': ({ code }) => code,
  'thủ tục': ({ procedureName }) => procedureName,
  'cơ quan': ({ officeName }) => officeName,
  'trang tra cứu': ({ trackingPlace }) => trackingPlace,
  'mã bí mật': ({ secret }) => secret,
  'trả lời trước': ({ acceptBy }) => (acceptBy === null ? null : longInstant(acceptBy)),
  'hẹn trả': ({ dueAt }) => (dueAt === null ? null : longInstant(dueAt)),
  'không có thời hạn': ({ dueAt }) => (dueAt === null ? 'Thủ tục này không quy định thời hạn; có kết quả sẽ báo.' : null),
  'giấy tờ còn thiếu': ({ missing }) => (missing.length === 0 ? null : missing.map((item, index) => `${index + 1}) ${item}`).join('; ')),
  'thời hạn tạm dừng': ({ isPaused }) => (isPaused === true ? 'Trong lúc chờ, thời hạn giải quyết tạm dừng.' : null),
  'ngày cuối bổ sung': ({ supplementBy }) => supplementBy ?? null,
  'số tiền': ({ owedVnd = 0 }) => (owedVnd === 0 ? null : money(owedVnd).replaceAll('\u00a0', ' ')),
  'lý do': ({ reason }) => reason,
  'hẹn lại': ({ promisedAt }) => (promisedAt === null ? null : longInstant(promisedAt)),
  'kết quả từ chối': ({ outcome }) => (outcome === 'denied' ? 'là văn bản trả lời không giải quyết' : null),
  'nơi nhận': ({ returnPlace }) => returnPlace,
  'mã bưu gửi': ({ trackingNumber }) => trackingNumber ?? null,
} as const satisfies Record<string, (facts: MessageFacts) => string | null>
export type Placeholder = keyof typeof placeholders
export const placeholderNames = Object.keys(placeholders) as Placeholder[]

/** Without these the message would not tell what it is sent for. */
const needed: Partial<Record<Template, readonly Placeholder[]>> = {
  'supplement-requested': ['giấy tờ còn thiếu'], 'supplement-near': ['giấy tờ còn thiếu', 'ngày cuối bổ sung'], received: ['hẹn trả'], submitted: ['mã bí mật'], apology: ['hẹn lại'], 'result-posted': ['mã bưu gửi'],
}
export const neededIn = (template: Template): readonly Placeholder[] => ['mã hồ sơ', ...(needed[template] ?? [])]

/** `optional`: said only where each of its placeholders has something to say. */
type Piece = { optional: boolean; parts: readonly (string | { placeholder: Placeholder })[] }
export type TextProblem =
  | { code: 'unknown-placeholder'; name: string }
  | { code: 'bracket-open' }
  | { code: 'placeholder-missing'; name: Placeholder }

/**
 * Reads a text with placeholders in braces and optional pieces in square brackets: "Hồ sơ {mã hồ sơ} đã nhận.[ Hẹn {hẹn trả}.]".
 * Brackets do not nest. What is not understood is refused, so that nobody is ever sent a brace.
 */
export function readTemplate(text: string): Result<Piece[], TextProblem> {
  const pieces: Piece[] = []
  for (const [, optional, plain] of text.normalize('NFC').matchAll(/\[([^[\]]*)\]|([^[\]]+|[[\]])/g)) {
    if (plain === '[' || plain === ']') return fail({ code: 'bracket-open' })
    const parts = readParts(optional ?? plain ?? '')
    if (!parts.ok) return parts
    pieces.push({ optional: optional !== undefined, parts: parts.value })
  }
  return ok(pieces)
}

function readParts(text: string): Result<(string | { placeholder: Placeholder })[], TextProblem> {
  const parts: (string | { placeholder: Placeholder })[] = []
  for (const [, typed, plain] of text.matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    if (plain === '{' || plain === '}') return fail({ code: 'bracket-open' })
    if (plain !== undefined) parts.push(plain)
    else {
      const name = (typed ?? '').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')
      const placeholder = placeholderNames.find((known) => known === name)
      if (placeholder === undefined) return fail({ code: 'unknown-placeholder', name: (typed ?? '').trim() })
      parts.push({ placeholder })
    }
  }
  return ok(parts)
}

/** Is this a text that may be sent for this event? */
export function checkTemplate(template: Template, text: string): Result<true, TextProblem> {
  const read = readTemplate(text)
  if (!read.ok) return read
  const used = new Set(read.value.flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'string' ? [] : [part.placeholder]))))
  const name = neededIn(template).find((placeholder) => !used.has(placeholder))
  return name === undefined ? ok(true) : fail({ code: 'placeholder-missing', name })
}

/** The text for one dossier. A piece that has nothing to say is left out whole; a placeholder outside of one becomes nothing. */
export function fillTemplate(text: string, facts: MessageFacts): string {
  const read = readTemplate(text)
  if (!read.ok) throw new Error(`A stored text cannot be read: ${read.problem.code}`)
  const filled = read.value.map(({ optional, parts }) => {
    const said = parts.map((part) => (typeof part === 'string' ? part : placeholders[part.placeholder](facts)))
    return optional && said.includes(null) ? '' : said.map((word) => word ?? '').join('')
  })
  return filled.join('').replace(/[^\S\n]{2,}/g, ' ').replace(/[^\S\n]+([.,;:])/g, '$1').trim()
}
