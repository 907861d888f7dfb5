import { Readable } from 'node:stream'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

type Context = { params: Promise<{ code: string; paperId: string }> }

/**
 * A paper of the dossier as it was printed first, to read and print in the browser. The last part of the address is the id of
 * the paper, or its form (`receipt-slip`) for the latest of that form.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { code, paperId } = await params
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const dossier = await dossierDetail(officer, code)
  const paper = dossier?.papers.findLast(({ id, form }) => id === paperId || form === paperId)
  const printed = paper === undefined ? null : await paperPdf(officer, paper.id)
  if (printed === null || !printed.ok || dossier === null) return new Response('Không có văn bản này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const { stream, size, form, numberText } = printed.value
  const name = `${form}-${numberText.replace(/[^\w-]+/g, '-')}-${dossier.code}.pdf`
  return new Response(stream instanceof Readable ? (Readable.toWeb(stream) as ReadableStream) : (stream as ReadableStream), {
    headers: {
      'content-type': 'application/pdf', 'content-length': String(size), 'content-disposition': `inline; filename="${name}"`,
      'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; plugin-types application/pdf",
    },
  })
}
