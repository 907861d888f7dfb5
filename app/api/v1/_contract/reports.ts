import { z } from 'zod'
import { visitor } from '@/lib/identity/domain/actor'
import { SettlementQuestion } from '@/lib/reports/inputs'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { endpoint, ProblemAnswer } from './endpoint'

const count = z.int().min(0)

export const SettlementFigures = z.object({
  received: z.object({ total: count, carriedOver: count, new: count, online: count, desk: count, post: count, nationalPortal: count }),
  settled: z.object({ total: count, early: count, onTime: count, overdue: count, noLimit: count }),
  withdrawn: z.object({ total: count, pastDue: count }),
  discontinued: z.object({ total: count, pastDue: count }),
  pending: z.object({ total: count, withinLimit: count, overdue: count, noLimit: count, paused: count }),
  interAgency: count,
  outside: z.object({ submitted: count, refused: count, voided: count }),
})

const Report = z
  .object({ commune: z.string(), from: z.iso.date(), to: z.iso.date(), asOf: z.string().meta({ description: 'ISO 8601, +07:00' }) })
  .extend(SettlementFigures.shape)
  .extend({ groups: z.array(SettlementFigures.extend({ key: z.string(), name: z.string() })).optional() })

export const settlement = endpoint({
  method: 'GET',
  path: '/reports/settlement',
  summary: 'Tình hình giải quyết hồ sơ của một xã trong một kỳ',
  description: 'Kỳ gồm các ngày từ from đến trước to. Tiếp nhận = kỳ trước chuyển sang + mới; tiếp nhận = đã giải quyết + rút + dừng + đang giải quyết. Chỉ có số, không có dữ liệu cá nhân.',
  query: SettlementQuestion,
  response: Report,
  example: { query: 'commune=bach-quang&from=2026-11-01&to=2026-12-01' },
  problems: { 404: 'Không có xã nào mang tên này' },
  handle: async ({ query }) => {
    const report = await settlementReport(visitor, { commune: query.commune, from: query.from, to: query.to, fieldSlug: query.field, by: query.by })
    if (report === null) return new ProblemAnswer(404, 'unknown-commune', 'Không có xã nào mang tên này. Xem danh sách ở /api/v1/communes.')
    return query.by === 'none' ? report.total : { ...report.total, groups: report.groups.map(({ key, name, figures }) => ({ key, name, ...figures })) }
  },
})
