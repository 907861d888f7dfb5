import { findByToken } from '@/lib/dossiers/use-cases/find-by-code-and-secret'
import { makeTrackingGrant } from '@/lib/identity/tracking-grants'

/** The door behind the QR code: the token stays here; what goes on is a short cookie and an address without a secret. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const found = await findByToken((await params).token)
  if (found.ok) await makeTrackingGrant(found.value)
  const location = found.ok ? `/tra-cuu/ho-so/${found.value.dossierId}` : '/tra-cuu?loi=qr'
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } })
}
