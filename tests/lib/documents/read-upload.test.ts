import { expect, test } from 'vitest'
import { readUpload } from '@/lib/documents/read-upload'

const MB = 1024 * 1024
const BOUNDARY = '----the-edge'
const part = (name: string, filename?: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: image/jpeg`}\r\n\r\n`

/** A form as a browser would send it, made chunk by chunk; tells how much was taken from it. */
function aForm(pieces: (string | { bytes: number })[]) {
  let taken = 0
  const chunks = (function* () {
    for (const piece of pieces) {
      if (typeof piece === 'string') yield new TextEncoder().encode(piece)
      else for (let left = piece.bytes; left > 0; left -= 64 * 1024) yield new Uint8Array(Math.min(left, 64 * 1024))
    }
  })()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = chunks.next()
      if (done === true || value === undefined) return controller.close()
      taken += value.byteLength
      controller.enqueue(value)
    },
  }, { highWaterMark: 0 })
  const request = new Request('http://127.0.0.1/tep', { method: 'POST', body, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }, duplex: 'half' } as RequestInit)
  return { request, taken: () => taken }
}
const end = `\r\n--${BOUNDARY}--\r\n`

test('fields and files come through, empty file inputs left out, empty files kept', async () => {
  const { request } = aForm([part('giay'), 'giay-chung-sinh\r\n', part('tep', ''), '\r\n', part('tep', 'Giấy 1.jpg'), { bytes: 5 }, '\r\n', part('tep', 'trống.jpg'), end])
  const read = await readUpload(request)
  expect(read).toMatchObject({ ok: true, value: { fields: { giay: 'giay-chung-sinh' } } })
  expect(read.ok && read.value.files.map(({ name, bytes }) => [name, bytes.byteLength])).toEqual([['Giấy 1.jpg', 5], ['trống.jpg', 0]])
})

test('a file of two hundred megabytes is left after twenty and one chunk, and it is known what it was meant for', async () => {
  const { request, taken } = aForm([part('giay'), 'giay-chung-sinh\r\n', part('tep', 'to.jpg'), { bytes: 200 * MB }, end])
  expect(await readUpload(request)).toEqual({ ok: false, problem: { code: 'file-too-large', fields: { giay: 'giay-chung-sinh' } } })
  // The limit, what streams hold ahead of it, and the head of the form.
  expect(taken()).toBeLessThan(20 * MB + 512 * 1024)
})

test('files that are small enough one by one and too much together are left as well', async () => {
  const { request, taken } = aForm([part('giay'), 'x\r\n', ...Array.from({ length: 9 }, (_unused, index) => [part('tep', `${index}.jpg`), { bytes: 15 * MB }, '\r\n']).flat(), end])
  expect(await readUpload(request)).toMatchObject({ ok: false, problem: { code: 'upload-too-large' } })
  expect(taken()).toBeLessThan(41 * MB)
})

test.each([
  ['a form that breaks off', [part('giay'), 'x\r\n', part('tep', 'a.jpg'), { bytes: 10 }]],
  ['what is no form', ['hello']],
])('%s says so', async (_name, pieces) => {
  expect(await readUpload(aForm(pieces).request)).toMatchObject({ ok: false, problem: { code: 'upload-broken' } })
})

test('a body of another kind is not read at all', async () => {
  const request = new Request('http://127.0.0.1/tep', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  expect(await readUpload(request)).toEqual({ ok: false, problem: { code: 'upload-broken', fields: {} } })
})
