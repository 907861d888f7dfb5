import { Readable } from 'node:stream'
import { openAttachment } from '@/lib/dossiers/use-cases/open-attachment'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

type Context = { params: Promise<{ code: string; fileId: string }> }

/** A file that someone sent, to be saved and looked at with a program of the reader's own: never run, never guessed at. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { code, fileId } = await params
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const opened = UUID.test(fileId) ? await openAttachment(officer, { code, attachmentId: fileId }) : null
  if (opened === null || !opened.ok) return new Response('Không có tệp này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const { name, mime, size, stream } = opened.value
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': mime, 'content-length': String(size), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'", 'content-disposition': `attachment; filename="tep"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
