import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Problem, Result } from '@/lib/kernel/result'
import { isUnavailable } from './faults'
import { log } from './log'
import { passesOriginGate } from './origin'

/** What a form shows after it was sent. `values` is what was typed, so that nothing is lost. */
export type ActionState<V = unknown> =
  | { status: 'idle' }
  | { status: 'done'; value: V }
  | { status: 'problem'; code: string; sentence: string; fields: Record<string, string>; values: Record<string, string> }

export const idle: ActionState<never> = { status: 'idle' }

/** A colleague was faster: the one fault that becomes an answer here. */
export class StaleRow extends Error {
  constructor(readonly what: string) {
    super(`${what} was changed by someone else`)
  }
}

const sentences: Record<string, string> = {
  forbidden: 'Bạn không có quyền làm việc này.',
  'not-found': 'Không tìm thấy hồ sơ. Tải lại trang rồi thử lại.',
  'foreign-origin': 'Yêu cầu không đến từ trang này nên đã bị chặn. Mở lại trang rồi thử lại.',
  'signed-out': 'Phiên làm việc đã hết. Đăng nhập lại; những gì bạn đã nhập vẫn còn trên màn hình này.',
  stale: 'Hồ sơ vừa được người khác cập nhật. Tải lại trang để xem mới nhất rồi làm tiếp.',
  unavailable: 'Hệ thống đang bận, chưa ghi được gì. Những gì bạn nhập vẫn còn; chờ một phút rồi bấm lại.',
  'see-fields': 'Có chỗ cần xem lại.',
}

/**
 * Makes a server action from a schema and a use case: origin gate, actor, parsing, the typed answer.
 * Expected problems come back as state with a sentence; faults are thrown on and reported once.
 */
export const makeAction =
  <A>(actorOf: () => Promise<A | null>) =>
  <S extends z.ZodType, V, P extends Problem>(schema: S, useCase: (actor: A, input: z.output<S>) => Promise<Result<V, P>>, say: (problem: P) => string | undefined) =>
  async (_before: ActionState<V>, sent: FormData): Promise<ActionState<V>> => {
    const form = withoutNul(sent)
    const values = typed(form)
    const problem = (code: string, sentence = sentences[code] ?? '', fields = {}): ActionState<V> => ({ status: 'problem', code, sentence, fields, values })
    if (!passesOriginGate(await headers())) return problem('foreign-origin')
    const parsed = schema.safeParse(formObject(form))
    if (!parsed.success) return problem('see-fields', undefined, fieldSentences(parsed.error))
    try {
      const actor = await actorOf()
      if (actor === null) return problem('signed-out')
      const answer = await useCase(actor, parsed.data)
      if (answer.ok) return { status: 'done', value: answer.value }
      return problem(answer.problem.code, say(answer.problem) ?? sentences[answer.problem.code] ?? sentences['not-found'])
    } catch (fault) {
      if (fault instanceof StaleRow) return problem('stale')
      if (isUnavailable(fault)) {
        log.warn({ error: fault }, 'action answered: database unavailable')
        return problem('unavailable')
      }
      throw fault
    }
  }

/** No keyboard types a NUL and no column takes one. */
function withoutNul(form: FormData): FormData {
  const clean = new FormData()
  for (const [name, value] of form) clean.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value)
  return clean
}

/** Text fields as typed; files and React's own bookkeeping fields left out. */
const typed = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')))

/** A form as an object: a name that occurs several times, or ends in "[]", becomes a list. */
function formObject(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$'))
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name)
      return name.endsWith('[]') ? [name.slice(0, -2), all] : [name, all.length > 1 ? all : all[0]]
    }),
  )
}

/** The first sentence for each field, under the field's name. */
const fieldSentences = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries([...error.issues].reverse().map((issue) => [issue.path.join('.'), issue.message]))
