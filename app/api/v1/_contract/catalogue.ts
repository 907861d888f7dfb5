import { z } from 'zod'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { findProcedures } from '@/lib/procedures/queries/find-procedures'
import { type CatalogueVersion, procedureInForce } from '@/lib/procedures/store'
import { activeCommunes } from '@/lib/units/queries/communes'
import { endpoint, ProblemAnswer, wholeNumber } from './endpoint'

const PAGE = 20

const CommuneView = z.object({
  slug: z.string(), name: z.string(), kind: z.enum(['xa', 'phuong', 'dac-khu']), province: z.string(), identifierCode: z.string(),
  filingMode: z.enum(['full', 'prepare']), address: z.string(), phone: z.string(),
})

export const communes = endpoint({
  method: 'GET',
  path: '/communes',
  summary: 'Các xã, phường, đặc khu dùng cổng này',
  response: z.object({ items: z.array(CommuneView), total: z.int() }),
  handle: async () => {
    const all = await activeCommunes()
    return { items: all.map(({ slug, name, kind, province, identifierCode, filingMode, address, phone }) => ({ slug, name, kind, province: province.name, identifierCode, filingMode, address, phone })), total: all.length }
  },
})

const Limit = z.object({ unit: z.string(), value: z.number().optional(), cutOff: z.string().nullish() }).nullable().meta({ description: 'null: pháp luật không quy định thời hạn' })
const ProcedureRow = z.object({ code: z.string(), name: z.string(), plainName: z.string(), field: z.string(), fieldName: z.string(), onlineLevel: z.string().nullable(), limit: Limit })

const rowOf = (version: CatalogueVersion): z.input<typeof ProcedureRow> => ({
  code: version.procedureCode, name: version.name, plainName: version.content.plainName, field: version.fieldSlug, fieldName: version.fieldName,
  onlineLevel: version.content.onlineLevel, limit: version.variants[0]!.limits.every,
})

export const procedures = endpoint({
  method: 'GET',
  path: '/procedures',
  summary: 'Tìm thủ tục hành chính đang có hiệu lực',
  description: 'Tìm được cả khi gõ không dấu, gõ sai chính tả nhẹ, gõ tắt hoặc gõ mã thủ tục. Mỗi trang 20 thủ tục.',
  query: z.object({
    q: z.string().max(200, 'Từ khóa không quá 200 ký tự.').default('').meta({ description: 'Từ khóa' }),
    field: z.string().max(60).optional().meta({ description: 'Lĩnh vực (slug)' }),
    page: wholeNumber('page', 1, 1000).default(1).meta({ description: 'Trang, từ 1' }),
  }),
  response: z.object({ items: z.array(ProcedureRow), total: z.int() }),
  example: { query: 'q=khai+sinh' },
  handle: async ({ query }) => {
    const found = await findProcedures({ typed: query.q, fieldSlug: query.field, limit: 1000 })
    return { items: found.slice((query.page - 1) * PAGE, query.page * PAGE).map(({ version }) => rowOf(version)), total: found.length }
  },
})

const DocumentView = z.object({ key: z.string(), name: z.string(), originals: z.int(), copies: z.int(), required: z.boolean(), condition: z.string().nullable(), presentOnly: z.boolean() })
const FeeView = z.object({ kind: z.enum(['fee', 'charge']), amountVnd: z.int().nullable(), per: z.string().nullable(), wording: z.string() })
const VariantView = z.object({ key: z.string(), name: z.string(), limits: z.record(z.string(), Limit), limitNote: z.string(), fees: z.array(FeeView), documents: z.array(DocumentView) })
const ProcedureView = ProcedureRow.extend({
  decision: z.string().nullable(), effectiveFrom: z.iso.date(), conditions: z.string().nullable(), results: z.array(z.string()), legalBasis: z.array(z.string()),
  unverified: z.array(z.string()).meta({ description: 'Các phần chưa có nguồn kiểm chứng' }), variants: z.array(VariantView),
})

export const procedure = endpoint({
  method: 'GET',
  path: '/procedures/{code}',
  summary: 'Một thủ tục: thời hạn, phí, giấy tờ, căn cứ pháp lý',
  params: z.object({ code: z.string().max(40) }),
  response: ProcedureView,
  example: { params: { code: '1.001193' } },
  problems: { 404: 'Không có thủ tục nào đang có hiệu lực mang mã này' },
  handle: async ({ params }) => {
    const version = await procedureInForce(params.code, localDateOf(now()), null)
    if (version === null) return new ProblemAnswer(404, 'unknown-procedure', 'Không có thủ tục nào đang có hiệu lực mang mã này. Tìm lại bằng /api/v1/procedures?q=…')
    return {
      ...rowOf(version), decision: version.decision, effectiveFrom: version.effectiveFrom, conditions: version.content.conditions, results: version.content.results,
      legalBasis: version.content.legalBasis, unverified: version.unverified,
      variants: version.variants.map(({ key, name, limits, limitNote, fees, documents }) => ({
        key, name, limits, limitNote,
        fees: fees.map(({ kind, amountVnd, per, wording }) => ({ kind, amountVnd, per, wording })),
        documents: documents.map((document) => ({ key: document.key, name: document.name, originals: document.originals, copies: document.copies, required: document.required, condition: document.condition, presentOnly: document.presentOnly })),
      })),
    }
  },
})
