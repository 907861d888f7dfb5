import { Readable } from 'node:stream'
import { openAttachment } from '@/lib/dossiers/use-cases/open-attachment'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

type Context = { params: Promise<{ code: string; fileId: string }> }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const gone = (): Response => new Response('Không có tệp này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** The file that is about to be signed, read in the browser's own viewer: whoever signs has seen it. PDF alone; the opening is noted. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { code, fileId } = await params
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const opened = UUID.test(fileId) ? await openAttachment(officer, { code, attachmentId: fileId }) : null
  if (opened === null || !opened.ok) return gone()
  const { mime, size, stream, name } = opened.value
  if (mime !== 'application/pdf') {
    stream.destroy()
    return gone()
  }
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': mime, 'content-length': String(size), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-disposition': `inline; filename="van-ban.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; plugin-types application/pdf",
    },
  })
}
