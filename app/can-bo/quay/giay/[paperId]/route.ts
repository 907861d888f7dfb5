import { Readable } from 'node:stream'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A paper given to someone whose dossier was not received: it belongs to no dossier and is found by its id alone. */
export async function GET(_request: Request, { params }: { params: Promise<{ paperId: string }> }): Promise<Response> {
  const { paperId } = await params
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const printed = UUID.test(paperId) ? await paperPdf(officer, paperId) : null
  if (printed === null || !printed.ok) return new Response('Không có văn bản này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const { stream, size, form } = printed.value
  return new Response(stream instanceof Readable ? (Readable.toWeb(stream) as ReadableStream) : (stream as ReadableStream), {
    headers: { 'content-type': 'application/pdf', 'content-length': String(size), 'content-disposition': `inline; filename="${form}.pdf"`, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  })
}
