import { z } from 'zod'
import { dueDate, workingCalendar } from './calendar'
import { communes, procedure, procedures } from './catalogue'
import { lookup } from './dossiers'
import { type Endpoint, IDEMPOTENCY_KEY } from './endpoint'
import { attach, intake, status, tell } from './exchange'
import { health } from './health'
import { paymentNotification } from './payments'
import { settlement } from './reports'

/** Every operation, in the order of the readable page. */
export const endpoints = [health, communes, procedures, procedure, dueDate, workingCalendar, lookup, settlement, intake, attach, tell, status, paymentNotification] as unknown as Endpoint[]

export type Schema = Record<string, unknown>
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return json
}

export const propertiesOf = (schema: z.ZodType): [string, Schema, boolean][] => {
  const json = schemaOf(schema, 'input') as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, property]) => [name, property, (json.required ?? []).includes(name)])
}

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

/** The whole contract as OpenAPI 3.1, generated from the schemas that parse and check: it cannot drift from them. */
export function openApiDocument(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Một Cửa', version: '1', description: 'Giao diện cho hệ thống khác: danh mục thủ tục, tra cứu hồ sơ, số liệu giải quyết. Lỗi trả về theo application/problem+json.' },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths: Object.fromEntries(endpoints.map((each) => [each.path, { [each.method.toLowerCase()]: operation(each) }])),
    components: {
      schemas: {
        Problem: schemaOf(z.object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.string(), fields: z.record(z.string(), z.string()).optional() }), 'output'),
      },
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'Khóa do quản trị của xã cấp ở trang Kết nối. Khóa của xã nào chỉ làm việc với hồ sơ của xã ấy.' } },
    },
  }
}

function operation(each: Endpoint) {
  const parameters = [
    ...(each.params === undefined ? [] : propertiesOf(each.params).map(([name, schema]) => ({ name, in: 'path', required: true, schema }))),
    ...(each.idempotent ? [{ name: 'Idempotency-Key', in: 'header', required: true, description: 'Mỗi việc một khóa; gửi lại cùng khóa, cùng nội dung thì nhận lại câu trả lời cũ', schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source } }] : []),
    ...(each.query === undefined ? [] : propertiesOf(each.query).map(([name, schema, required]) => ({ name, in: 'query', required, schema }))),
  ]
  const problems = problemsOf(each)
  return {
    operationId: `${each.method.toLowerCase()}${each.path.replace(/[{}]/g, '').replace(/[/-](\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary: each.summary,
    ...(each.description ? { description: each.description } : {}),
    ...(each.scope === undefined ? {} : { security: [{ key: [] }], 'x-scope': each.scope }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(each.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(each.body, 'input'), ...(each.example?.body === undefined ? {} : { example: each.example.body }) } } } } : {}),
    responses: {
      200: { description: 'Trả lời', content: { 'application/json': { schema: schemaOf(each.response, 'output') } } },
      ...Object.fromEntries(Object.entries(problems).map(([status, text]) => [status, problem(text)])),
    },
  }
}

/** Every problem an operation may answer: its own, and those of all. */
export const problemsOf = (each: Endpoint): Record<number, string> => {
  const takesInput = each.query !== undefined || each.params !== undefined || each.body !== undefined || each.idempotent === true
  const problems: [number, string][] = [
    ...(takesInput ? [[400, 'Yêu cầu cần sửa; fields nêu từng chỗ'] as [number, string]] : []),
    ...(each.body === undefined ? [] : [[413, 'Thân yêu cầu quá dài'] as [number, string]]),
    ...Object.entries(each.problems ?? {}).map(([status, text]): [number, string] => [Number(status), text]),
    [500, 'Có lỗi ở máy chủ; detail nêu mã tra cứu'],
    [503, 'Hệ thống đang bận, thử lại sau'],
  ]
  return Object.fromEntries(problems)
}
