import { z } from 'zod'
import { clientAddress } from '@/lib/identity/client-address'
import { findByCodeAndSecret } from '@/lib/dossiers/use-cases/find-by-code-and-secret'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { stages } from '@/lib/dossiers/domain/dossier'
import { stageLabel } from '@/lib/dossiers/wording'
import { toIsoLocal } from '@/lib/kernel/local-date'
import { endpoint, ProblemAnswer } from './endpoint'

const Body = z.object({
  code: z.string('Nhập mã hồ sơ.').trim().min(1, 'Nhập mã hồ sơ.').max(60, 'Mã hồ sơ không quá 60 ký tự.'),
  secret: z.string('Nhập mã bí mật.').trim().min(1, 'Nhập mã bí mật.').max(40, 'Mã bí mật không quá 40 ký tự.'),
})

const Instant = z.string().nullable().meta({ description: 'ISO 8601, +07:00' })
const Tracked = z.object({
  code: z.string(), procedure: z.string(), stage: z.enum(stages), stageLabel: z.string(), submittedAt: Instant, receivedAt: Instant, dueAt: Instant, promisedAt: Instant,
  resolvedAt: Instant, returnedAt: Instant,
  explanation: z.array(z.object({ on: z.string(), counted: z.boolean(), reason: z.string() })),
})

const iso = (instant: Date | null): string | null => (instant === null ? null : toIsoLocal(instant))

export const lookup = endpoint({
  method: 'POST',
  path: '/dossiers/lookup',
  summary: 'Xem một hồ sơ đang ở đâu, bằng mã hồ sơ và mã bí mật trên phiếu',
  description: 'Mã bí mật chỉ gửi trong thân yêu cầu. Mã hồ sơ không có và mã bí mật không khớp có cùng một câu trả lời.',
  body: Body,
  response: Tracked,
  example: { body: { code: 'H20.31.08-261120-0017', secret: 'P4X9TK7M4R' } },
  problems: { 404: 'Không có hồ sơ nào khớp cả hai mã', 429: 'Tra cứu quá nhiều lần; Retry-After cho biết phải chờ bao lâu' },
  handle: async ({ body, request }) => {
    const found = await findByCodeAndSecret({ code: body.code, secret: body.secret, address: clientAddress(request.headers) })
    if (!found.ok) {
      if (found.problem.code === 'too-many-attempts') {
        return new ProblemAnswer(429, 'too-many-attempts', 'Đã tra cứu quá nhiều lần. Chờ ít phút rồi thử lại.', { headers: { 'retry-after': String(found.problem.waitSeconds) } })
      }
      return new ProblemAnswer(404, 'no-match', 'Không có hồ sơ nào khớp cả mã hồ sơ và mã bí mật. Xem lại hai mã trên phiếu.')
    }
    const dossier = await trackedDossier(found.value)
    if (dossier === null) return new ProblemAnswer(404, 'no-match', 'Không có hồ sơ nào khớp cả mã hồ sơ và mã bí mật. Xem lại hai mã trên phiếu.')
    return {
      code: dossier.code, procedure: dossier.procedureName, stage: dossier.stage, stageLabel: stageLabel[dossier.stage],
      submittedAt: iso(dossier.submittedAt), receivedAt: iso(dossier.receivedAt), dueAt: iso(dossier.dueAt), promisedAt: iso(dossier.promisedAt),
      resolvedAt: iso(dossier.resolvedAt), returnedAt: iso(dossier.returnedAt),
      explanation: dossier.explanation.map(({ on, counted, reason }) => ({ on, counted, reason })),
    }
  },
})
