import { Readable } from 'node:stream'

type File = {
  stream: Readable
  /** @unit bytes */
  size: number
  mime: string
  name: string
  /** `inline` only for papers that this house rendered itself; what somebody sent is saved and never run. */
  shown: 'inline' | 'attachment'
}

/** A file back to the one who may have it: kept in no cache, its type not guessed, nothing in it run. */
export const fileResponse = ({ stream, size, mime, name, shown }: File): Response =>
  new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': mime,
      'content-length': String(size),
      'content-disposition': `${shown}; filename="${shown === 'inline' ? 'giay.pdf' : 'tep'}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      ...(shown === 'attachment' ? { 'content-security-policy': "sandbox; default-src 'none'" } : {}),
    },
  })
