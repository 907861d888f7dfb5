import type { Action } from '@/lib/dossiers/domain/transitions'
import { previews } from './previews'

const text = (words: string, status: number): Response => new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

/** The form of a deed, sent here instead: shows the paper it would issue, in a tab of its own, and does nothing. */
export async function POST(request: Request): Promise<Response> {
  const deed = new URL(request.url).searchParams.get('lam') as Action | null
  const look = deed === null ? undefined : previews[deed]
  if (look === undefined) return text('Việc này không ra văn bản nào.', 404)
  const state = await look(await request.formData())
  if (state.status === 'done') {
    return new Response(Buffer.from(state.value), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="ban-xem-truoc.pdf"', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
    })
  }
  if (state.status === 'idle') return text('Mở lại hồ sơ rồi thử lại.', 400)
  return text([`Chưa xem trước được. ${state.sentence}`, ...Object.values(state.fields), 'Đóng thẻ này, quay lại thẻ hồ sơ để sửa; những gì bạn nhập vẫn còn.'].join('\n'), 422)
}
