import { previewControlSheet } from '@/lib/dossiers/use-cases/control-sheet'
import { sayProblem } from '@/lib/dossiers/wording'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

type Context = { params: Promise<{ code: string }> }

/** Mẫu 06 as the events tell it up to now, to look at: marked across the page, kept nowhere. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const { code } = await params
  const sheet = await previewControlSheet(officer, code)
  if (!sheet.ok) return new Response(sayProblem(sheet.problem) ?? 'Không có văn bản này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(Buffer.from(sheet.value), {
    headers: {
      'content-type': 'application/pdf', 'content-length': String(sheet.value.byteLength), 'content-disposition': `inline; filename="phieu-kiem-soat-${code.replace(/[^\w.-]/g, '')}.pdf"`,
      'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
    },
  })
}
