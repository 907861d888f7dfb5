import { z } from 'zod'
import { providerNamed } from '@/lib/payments/providers/provider'
import { SIGNATURE_HEADER } from '@/lib/payments/signature'
import { receiveNews } from '@/lib/payments/use-cases/receive-news'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/log'
import { activeCommunes } from '@/lib/units/queries/communes'
import { endpoint, ProblemAnswer } from './endpoint'

/** No notification is longer. @unit characters */
const LONGEST = 10_000

const detail = {
  'signature-missing': `Thiếu ${SIGNATURE_HEADER}, hoặc không đúng dạng t=<giây>,v1=<hex>.`,
  'signature-wrong': 'Chữ ký không khớp nội dung gửi.',
  'signature-old': 'Chữ ký đã quá 5 phút. Ký lại với thời điểm hiện tại rồi gửi.',
} as const

/** The signature is over the very bytes, so that the body is read here and by no schema before. */
export const paymentNotification = endpoint({
  method: 'POST',
  path: '/payments/notifications/{provider}',
  summary: 'Cổng thanh toán báo kết quả một lần thanh toán',
  description: `Thân JSON: eventId, merchant (mã định danh của xã), intentId, status (paid hoặc refused), amountVnd, reference. Tiêu đề ${SIGNATURE_HEADER}: t=<giây Unix>,v1=<HMAC-SHA256 dạng hex của "<t>.<thân>">, sai lệch không quá 5 phút. Gửi lại cùng eventId bao nhiêu lần cũng chỉ tính một; gửi lại cho đến khi nhận 200.`,
  params: z.object({ provider: z.string().max(40, 'Tên cổng không quá 40 ký tự.').meta({ description: 'Tên cổng thanh toán' }) }),
  response: z.object({ outcome: z.string(), replayed: z.boolean() }),
  example: { params: { provider: 'local' }, body: { eventId: '0199…', merchant: 'Z99.19.01', intentId: '0199…', status: 'paid', amountVnd: 8000, reference: 'FT26326' } },
  problems: { 401: 'Chữ ký thiếu, sai hoặc đã cũ', 404: 'Không có cổng thanh toán này', 413: 'Thân yêu cầu quá dài', 422: 'Nội dung không đọc được, hoặc không có xã mang mã này' },
  handle: async ({ params, request }) => {
    const provider = providerNamed(params.provider)
    if (provider === null) return new ProblemAnswer(404, 'unknown-provider', 'Không có cổng thanh toán này.')
    const body = await request.text()
    if (body.length > LONGEST) return new ProblemAnswer(413, 'body-too-large', 'Thân yêu cầu dài quá 10.000 ký tự.')
    const read = provider.readNews(request.headers.get(SIGNATURE_HEADER), body, now())
    if (!read.ok) {
      const { problem } = read
      if (problem.code === 'news-unreadable') return new ProblemAnswer(422, problem.code, 'Nội dung báo không đọc được.', { fields: problem.fields })
      log.warn({ provider: provider.key, problem: problem.code }, 'payment notification refused')
      return new ProblemAnswer(401, problem.code, detail[problem.code])
    }
    const { merchant, ...news } = read.value
    const commune = (await activeCommunes()).find(({ identifierCode }) => identifierCode === merchant)
    if (commune === undefined) return new ProblemAnswer(422, 'unknown-merchant', 'Không có xã mang mã định danh này.')
    return receiveNews(provider.key, commune.id, news)
  },
})
