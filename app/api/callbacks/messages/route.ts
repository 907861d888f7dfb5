import { recordCallback } from '@/lib/notifications/use-cases/record-callback'

/** Longer than any callback. @unit bytes */
const MOST = 10_000

/** Where gateways say that a message came back. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? MOST + 1) > MOST) return new Response(null, { status: 413 })
  const body = await request.text()
  if (body.length > MOST) return new Response(null, { status: 413 })
  const answer = await recordCallback(body, request.headers.get('x-signature'))
  if (answer.ok) return new Response(null, { status: 204 })
  return new Response(null, { status: answer.problem.code === 'not-signed' ? 401 : 422 })
}
