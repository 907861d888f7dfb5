import { z } from 'zod'
import { stages } from '@/lib/dossiers/domain/dossier'
import { DossierCode } from '@/lib/dossiers/inputs'
import { sayProblem as sayDossierProblem } from '@/lib/dossiers/wording'
import { EventBody, IntakeBody, SentFile } from '@/lib/interagency/inputs'
import { type ApiStatus, apiStatus } from '@/lib/interagency/queries/api-status'
import { addSentFile } from '@/lib/interagency/use-cases/add-sent-file'
import { takeInDossier } from '@/lib/interagency/use-cases/take-in-dossier'
import { tellEvent } from '@/lib/interagency/use-cases/tell-event'
import { apiProblemSentence } from '@/lib/interagency/wording'
import { sayUploadProblem } from '@/lib/documents/wording'
import { toIsoLocal } from '@/lib/kernel/local-date'
import { endpoint, ProblemAnswer } from './endpoint'

const Instant = z.string().nullable().meta({ description: 'ISO 8601, +07:00' })
const Status = z.object({
  code: z.string(), procedure: z.string(), procedureName: z.string(), stage: z.enum(stages), stageLabel: z.string(), awaiting: z.enum(['none', 'supplement', 'payment']),
  nationalCode: z.object({ code: z.string(), name: z.string() }).nullable().meta({ description: 'Trạng thái trao đổi của Cổng quốc gia, 1 đến 10; null: Cổng không có tên cho trạng thái này' }),
  version: z.int().meta({ description: 'Tăng sau mỗi thay đổi' }),
  submittedAt: Instant, receivedAt: Instant, dueAt: Instant, promisedAt: Instant, resolvedAt: Instant, returnedAt: Instant, endedAt: Instant,
})

const iso = (at: Date | null): string | null => (at === null ? null : toIsoLocal(at))
const view = ({ submittedAt, receivedAt, dueAt, promisedAt, resolvedAt, returnedAt, endedAt, code, procedure, procedureName, stage, stageLabel, awaiting, nationalCode, version }: ApiStatus): z.input<typeof Status> => ({
  code, procedure, procedureName, stage, stageLabel, awaiting, nationalCode, version,
  submittedAt: iso(submittedAt), receivedAt: iso(receivedAt), dueAt: iso(dueAt), promisedAt: iso(promisedAt), resolvedAt: iso(resolvedAt), returnedAt: iso(returnedAt), endedAt: iso(endedAt),
})

type Problem = { code: string; at?: number; missing?: readonly string[]; action?: unknown; stage?: unknown }
const conflicts = ['code-taken', 'not-now', 'stale', 'calendar-changed', 'nothing-asked', 'nothing-owed', 'amount-differs', 'leg-open', 'no-payment-awaited']

/** Unknown is 404, what the state of the dossier does not allow is 409, what the request itself says wrongly is 422. */
function refused(problem: Problem): ProblemAnswer {
  const { code, at, missing } = problem
  if (code === 'not-found') return unknownDossier()
  const said = apiProblemSentence(code) ?? sayDossierProblem(problem as Parameters<typeof sayDossierProblem>[0]) ?? sayUploadProblem(code) ?? 'Chưa làm được. Xem trạng thái hồ sơ rồi gửi lại.'
  const detail = missing === undefined ? said : `${said} Còn thiếu: ${missing.join('; ')}.`
  return new ProblemAnswer(conflicts.includes(code) ? 409 : 422, code, detail, at === undefined ? {} : { fields: { [`files.${at}`]: said } })
}

const unknownDossier = (): ProblemAnswer => new ProblemAnswer(404, 'unknown-dossier', 'Xã của khóa này không có hồ sơ mang mã ấy.')

const problems = { 401: 'Thiếu khóa, hoặc khóa không còn hiệu lực', 403: 'Khóa không được làm việc này', 429: 'Quá nhiều yêu cầu; Retry-After cho biết phải chờ bao lâu' }
const refusals = { 409: 'Trạng thái hồ sơ không cho làm việc này', 422: 'Nội dung gửi không nhận được, hoặc Idempotency-Key đã dùng cho nội dung khác' }
const code = z.object({ code: DossierCode.meta({ description: 'Mã hồ sơ', type: 'string' }) })
const applicant = { fullName: 'Nguyễn Thị Thử', personalId: '019190000123', birth: '1990-11-05', sex: 'female', address: 'Tổ dân phố 1, phường Bách Quang', phone: '0912000326' }
const CODE = 'Z99.19.01-261124-9001'

export const intake = endpoint({
  method: 'POST',
  path: '/dossiers',
  scope: 'dossiers:write',
  idempotent: true,
  summary: 'Gửi một hồ sơ từ Cổng dịch vụ công vào xã',
  description: 'Hồ sơ vào ở trạng thái Mới đăng ký và giữ mã đã cấp; quầy của xã kiểm tra rồi tiếp nhận, thời hạn tính từ lúc ấy. Tệp nhỏ gửi kèm; tệp lớn gửi tiếp từng tệp ở /dossiers/{code}/attachments. Thân yêu cầu không quá 9 MB.',
  longestBody: 9_000_000,
  body: IntakeBody,
  response: Status,
  example: { body: { code: CODE, procedure: '1.010041', returnChannel: 'desk', applicant, documents: [{ name: 'Tờ khai', originals: 1 }] } },
  problems: { ...problems, ...refusals },
  handle: async ({ body, client, key }) => {
    const done = await takeInDossier(client, key, body)
    return done.ok ? view(done.value) : refused(done.problem)
  },
})

export const status = endpoint({
  method: 'GET',
  path: '/dossiers/{code}',
  scope: 'status:read',
  summary: 'Xem trạng thái một hồ sơ, kèm mã trạng thái trao đổi 1 đến 10',
  description: 'Chỉ hồ sơ của xã đã cấp khóa. Không có họ tên, số định danh hay nội dung khai.',
  params: code,
  response: Status,
  example: { params: { code: CODE } },
  problems: { ...problems, 404: 'Xã không có hồ sơ mang mã này' },
  handle: async ({ params, client }) => {
    const found = await apiStatus(client, params.code)
    return found === null ? unknownDossier() : view(found)
  },
})

export const tell = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/events',
  scope: 'events:write',
  idempotent: true,
  summary: 'Báo việc đã xảy ra với hồ sơ ở nơi khác',
  description: 'Giấy tờ bổ sung đã đến (supplement-received), đã thu đủ phí (payment-settled), người dân rút hồ sơ (withdrawn), đã trả kết quả (result-returned). Việc không hợp với trạng thái hồ sơ bị từ chối và không ghi gì.',
  longestBody: 9_000_000,
  params: code,
  body: EventBody,
  response: Status,
  example: { params: { code: CODE }, body: { type: 'withdrawn', reason: 'Người dân đề nghị rút trên Cổng' } },
  problems: { ...problems, 404: 'Xã không có hồ sơ mang mã này', ...refusals },
  handle: async ({ params, body, client, key }) => {
    const done = await tellEvent(client, params.code, key, body)
    return done.ok ? view(done.value) : refused(done.problem)
  },
})

export const attach = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/attachments',
  scope: 'dossiers:write',
  idempotent: true,
  summary: 'Gửi thêm một tệp cho hồ sơ đã gửi',
  description: 'PDF hoặc ảnh, nội dung base64. Chỉ khi hồ sơ còn đang chờ tiếp nhận hoặc đang giải quyết.',
  longestBody: 9_000_000,
  params: code,
  body: SentFile,
  response: z.object({ id: z.uuid() }),
  example: { params: { code: CODE }, body: { name: 'to-khai.png', base64: 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQImWM4AQYMEAoAQa4JYfTnnZUAAAAASUVORK5CYII=' } },
  problems: { ...problems, 404: 'Xã không có hồ sơ mang mã này', ...refusals },
  handle: async ({ params, body, client, key }) => {
    const done = await addSentFile(client, params.code, key, body)
    return done.ok ? done.value : refused(done.problem)
  },
})
