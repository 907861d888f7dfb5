import 'server-only'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { Result } from '@/lib/kernel/result'
import type { ExportProblem } from '@/lib/dossiers/use-cases/export-register'
import type { RegisterFilter } from '@/lib/dossiers/queries/register'
import { currentOfficer, type SignedInOfficer } from '@/lib/identity/queries/current-officer'
import { readPeriod } from '@/lib/reports/inputs'
import { bookFilter, bookHref } from './addresses'

type Make = (officer: SignedInOfficer, filter: RegisterFilter) => Promise<Result<Uint8Array, ExportProblem>>

/** A file of the book, or back to the book with what stood in the way. */
export async function sendBook(request: Request, make: Make, type: { mime: string; disposition: 'inline' | 'attachment'; ending: string }): Promise<Response> {
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { period } = readPeriod(query, localDateOf(now()))
  const slug = query['linh-vuc'] ?? null
  const made = await make(officer, bookFilter(period, slug))
  if (!made.ok) return new Response(null, { status: 303, headers: { location: bookHref(period, slug, { loi: made.problem.code }) } })
  const name = `so-theo-doi-${slug ?? 'moi-linh-vuc'}-${period.from}.${type.ending}`.replace(/[^\w.-]+/g, '-')
  return new Response(Buffer.from(made.value), {
    headers: {
      'content-type': type.mime, 'content-length': String(made.value.byteLength), 'content-disposition': `${type.disposition}; filename="${name}"`,
      'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; plugin-types application/pdf",
    },
  })
}
