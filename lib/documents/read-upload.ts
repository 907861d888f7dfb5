import 'server-only'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import busboy from 'busboy'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { LARGEST_FILE } from './use-cases/take-in-file'

export type UploadedFile = { name: string; bytes: Uint8Array }
export type Upload = { fields: Record<string, string>; files: UploadedFile[] }
/** `fields`: what had arrived until then, which says what the file was meant for. */
export type UploadProblem = { code: 'file-too-large' | 'upload-too-large' | 'upload-broken'; fields: Record<string, string> }

/** One paper in several photographs; more at once is a mistake. */
const MOST_FILES = 10
/** All files of one request together: photographs of a phone are 3 to 8 MB each. @unit bytes */
const LARGEST_UPLOAD = 2 * LARGEST_FILE

/**
 * Reads a multipart form, stopping as soon as a file shows to be too large: no more than the limit and one chunk of it is
 * held. The rest of the request is let go unread by the server. Empty file inputs are left out, empty files are not.
 */
export async function readUpload(request: Request): Promise<Result<Upload, UploadProblem>> {
  if (request.body === null || !/^multipart\/form-data;/i.test(request.headers.get('content-type') ?? '')) return fail({ code: 'upload-broken', fields: {} })
  const source = Readable.fromWeb(request.body as WebStream<Uint8Array>)
  const upload: Upload = { fields: {}, files: [] }
  let held = 0
  return new Promise((resolve) => {
    const end = (answer: Result<Upload, UploadProblem>): void => {
      source.unpipe(parser)
      source.on('error', () => undefined)
      source.destroy()
      resolve(answer)
    }
    const stop = (code: UploadProblem['code']) => (): void => end(fail({ code, fields: upload.fields }))
    const parser = busboy({ headers: Object.fromEntries(request.headers), defParamCharset: 'utf8', limits: { fileSize: LARGEST_FILE, files: MOST_FILES, fields: 10, fieldSize: 2_000 } })
    parser.on('field', (name, value) => (upload.fields[name] = value))
    parser.on('file', (_name, stream, { filename }) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        held += chunk.byteLength
        if (held > LARGEST_UPLOAD) stop('upload-too-large')()
      })
      stream.on('limit', stop('file-too-large'))
      // A line that breaks off in the middle of a file fails the file as well as the form; unheard it would end the process.
      stream.on('error', stop('upload-broken'))
      stream.on('close', () => {
        if (filename) upload.files.push({ name: filename, bytes: Buffer.concat(chunks) })
      })
    })
    parser.on('close', () => end(ok(upload)))
    parser.on('error', stop('upload-broken'))
    source.on('error', stop('upload-broken'))
    source.pipe(parser)
  })
}
