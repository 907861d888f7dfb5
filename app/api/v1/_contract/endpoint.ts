import { z } from 'zod'
import { clientAddress } from '@/lib/identity/client-address'
import type { ApiClient, ApiScope } from '@/lib/interagency/domain/api'
import { enterApi } from '@/lib/interagency/use-cases/enter-api'
import { apiProblemSentence } from '@/lib/interagency/wording'
import { number } from '@/lib/kernel/format'
import { isUnavailable } from '@/lib/platform/faults'
import { log } from '@/lib/platform/log'

/** One operation of the API: what it takes, what it answers, and the one place where both are said. */
export type Endpoint<Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> = {
  method: 'GET' | 'POST'
  /** Only with a key that may do this; without it the operation is open to anyone. */
  scope?: ApiScope
  /** Sent again under the same Idempotency-Key it answers the same and does nothing twice. */
  idempotent?: true
  /** @unit characters of the body, where more than usual is taken */
  longestBody?: number
  /** OpenAPI form: /procedures/{code}. */
  path: string
  summary: string
  description?: string
  query?: Q
  params?: P
  body?: B
  response: R
  /** What the readable page shows: the query, the values in the path, the body. */
  example?: { query?: string; params?: Record<string, string>; body?: unknown }
  /** Status codes of problems it may answer, with their sentence. */
  problems?: Record<number, string>
  handle: (input: { query: z.output<Q>; body: z.output<B>; params: z.output<P>; request: Request; client: ApiClient; key: string }) => Promise<z.input<R> | ProblemAnswer>
}

/** An answer that is a problem, as RFC 9457 writes it. `detail` is a Vietnamese sentence that says what to do. */
export class ProblemAnswer {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: { headers?: Record<string, string>; fields?: Record<string, string> } = {},
  ) {}
}

export const endpoint = <Q extends z.ZodType, B extends z.ZodType, P extends z.ZodType, R extends z.ZodType>(contract: Endpoint<Q, B, P, R>): Endpoint<Q, B, P, R> => contract

/** What needs no key knows nobody, so pages of other sites may read it too. */
const ANYONE_MAY_READ = { 'access-control-allow-origin': '*' }

const titles: Record<number, string> = { 400: 'Yêu cầu cần sửa', 401: 'Cần khóa', 403: 'Không được phép', 404: 'Không tìm thấy', 405: 'Không có cách gọi này', 409: 'Không hợp với trạng thái hồ sơ', 413: 'Quá lớn', 422: 'Không xử lý được', 429: 'Quá nhiều lần', 500: 'Có lỗi ở máy chủ', 503: 'Hệ thống đang bận' }

export const problemResponse = ({ status, code, detail, extra }: ProblemAnswer): Response =>
  Response.json(
    { type: `urn:mot-cua:problem:${code}`, title: titles[status] ?? 'Có lỗi', status, code, detail, ...(extra.fields ? { fields: extra.fields } : {}) },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...extra.headers } },
  )

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Door = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** The doors of one address: its own method answers, every other one says which does. */
export function doorsOf<Q extends z.ZodType, B extends z.ZodType, P extends z.ZodType, R extends z.ZodType>(contract: Endpoint<Q, B, P, R>): Record<(typeof methods)[number], Door> {
  const refuse: Door = async () => problemResponse(new ProblemAnswer(405, 'method-not-allowed', `Địa chỉ này chỉ nhận ${contract.method}.`, { headers: { allow: contract.method } }))
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, [contract.method]: serve(contract) }
}

/** Turns a contract into the function that Next calls. Parses, answers, and maps every way to fail onto a problem. */
const serve =
  <Q extends z.ZodType, B extends z.ZodType, P extends z.ZodType, R extends z.ZodType>(contract: Endpoint<Q, B, P, R>) =>
  async (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response> => {
    try {
      const entered = await enter(contract, request)
      if (entered instanceof ProblemAnswer) return problemResponse(entered)
      const query = parse(contract.query, queryObject(new URL(request.url)))
      const params = parse(contract.params, await context.params)
      const sent = contract.body === undefined ? {} : await jsonOf(request, contract.longestBody ?? LONGEST_BODY)
      const body = sent instanceof ProblemAnswer ? sent : parse(contract.body, sent)
      const problem = [query, params, body].find((part) => part instanceof ProblemAnswer)
      if (problem instanceof ProblemAnswer) return problemResponse(problem)
      const answer = await contract.handle({ query, params, body, request, ...entered } as Parameters<typeof contract.handle>[0])
      if (answer instanceof ProblemAnswer) return problemResponse(answer)
      return Response.json(answer, { headers: { 'cache-control': 'no-store', ...(contract.method === 'GET' && contract.scope === undefined ? ANYONE_MAY_READ : {}) } })
    } catch (fault) {
      if (isUnavailable(fault)) return problemResponse(new ProblemAnswer(503, 'unavailable', 'Hệ thống đang bận. Thử lại sau ít phút.', { headers: { 'retry-after': '10' } }))
      const reference = crypto.randomUUID()
      log.error({ error: fault, reference, path: contract.path }, 'api fault')
      return problemResponse(new ProblemAnswer(500, 'fault', `Có lỗi ở máy chủ. Mã tra cứu lỗi: ${reference}.`))
    }
  }

/** Nobody, where the operation is open to anyone. */
const stranger: ApiClient = { tokenId: '', communeId: '', scopes: [] }

/** Who asks, and under which key, where the operation wants to know. */
async function enter({ scope, idempotent }: Pick<Endpoint, 'scope' | 'idempotent'>, { headers }: Request): Promise<{ client: ApiClient; key: string } | ProblemAnswer> {
  if (scope === undefined) return { client: stranger, key: '' }
  const entered = await enterApi({ authorization: headers.get('authorization'), address: clientAddress(headers) }, scope)
  const say = (code: string): string => apiProblemSentence(code) ?? ''
  if (!entered.ok) {
    const { problem } = entered
    if (problem.code === 'too-many-requests') return new ProblemAnswer(429, problem.code, say(problem.code), { headers: { 'retry-after': String(problem.waitSeconds) } })
    return problem.code === 'scope-missing' ? new ProblemAnswer(403, problem.code, say(problem.code)) : new ProblemAnswer(401, problem.code, say(problem.code), { headers: { 'www-authenticate': 'Bearer' } })
  }
  const key = headers.get('idempotency-key') ?? ''
  if (idempotent && !IDEMPOTENCY_KEY.test(key)) return new ProblemAnswer(400, 'idempotency-key-missing', say('idempotency-key-missing'), { fields: { 'Idempotency-Key': say('idempotency-key-missing') } })
  return { client: entered.value, key }
}

export const IDEMPOTENCY_KEY = /^[\w.:-]{8,100}$/

/** No question is longer. @unit characters */
const LONGEST_BODY = 64_000

/** The body as JSON; undefined where it is none, which no schema takes. Stops reading where it shows to be too long. */
async function jsonOf(request: Request, longest: number): Promise<unknown> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longest) return new ProblemAnswer(413, 'body-too-large', `Thân yêu cầu dài quá ${number(longest)} ký tự.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    // Whatever was sent is not JSON; the schema answers with its sentence.
    return undefined
  }
}

/** A parameter that occurs several times becomes a list. */
function queryObject(url: URL): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(url.searchParams.keys())].map((name) => {
    const all = url.searchParams.getAll(name)
    return [name, all.length > 1 ? all : all[0]!]
  }))
}

function parse(schema: z.ZodType | undefined, raw: unknown): unknown {
  if (schema === undefined) return {}
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries([...parsed.error.issues].reverse().map((issue) => [issue.path.join('.') || 'body', issue.message]))
  return new ProblemAnswer(400, 'bad-request', Object.values(fields)[0] ?? 'Yêu cầu chưa đúng dạng.', { fields })
}

/** A whole number from text, with a sentence where it is not one. */
export const wholeNumber = (name: string, least: number, most: number) =>
  z.coerce.number({ error: `${name} là một số nguyên.` }).int(`${name} là một số nguyên.`).min(least, `${name} từ ${least} trở lên.`).max(most, `${name} không quá ${most}.`).meta({ type: 'integer', minimum: least, maximum: most })
