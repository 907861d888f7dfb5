import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { viewerOf } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { grantedConfirmationPdf } from '@/lib/dossiers/use-cases/money-paper-pdf'

/** The confirmation of a payment of this dossier, byte for byte as it was printed first. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; entryId: string }> }): Promise<Response> {
  const { id, entryId } = await params
  const viewer = await viewerOf(id)
  if (viewer === null) return new Response(null, { status: 303, headers: { location: '/tra-cuu?loi=closed' } })
  const pdf = /^[0-9a-f-]{36}$/.test(entryId) ? await grantedConfirmationPdf(viewer.dossier, entryId) : null
  if (pdf === null || !pdf.ok) return new Response(null, { status: 303, headers: { location: `/tra-cuu/ho-so/${id}/thanh-toan` } })
  return fileResponse({ ...pdf.value, mime: 'application/pdf', shown: 'inline' })
}
