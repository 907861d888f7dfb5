import { Readable } from 'node:stream'
import { currentOfficer } from '@/lib/identity/queries/current-officer'
import { openLegFile } from '@/lib/interagency/queries/partner-legs'

type Context = { params: Promise<{ legId: string; fileId: string }> }

/** A file that was handed over with a part, to be saved and looked at with a program of the reader's own. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { legId, fileId } = await params
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const opened = await openLegFile(officer, legId, fileId)
  if (opened === null) return new Response('Không có tệp này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(Readable.toWeb(opened.stream as Readable) as ReadableStream, {
    headers: {
      'content-type': opened.mime, 'content-length': String(opened.size), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'", 'content-disposition': `attachment; filename="tep"; filename*=UTF-8''${encodeURIComponent(opened.name)}`,
    },
  })
}
