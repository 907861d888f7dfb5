import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { viewerOf } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { paperName } from '@/lib/documents/wording'
import { grantedPaperPdf } from '@/lib/dossiers/use-cases/paper-pdf'

/** A paper of the dossier as it was printed, byte for byte. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; paperId: string }> }): Promise<Response> {
  const { id, paperId } = await params
  const viewer = await viewerOf(id)
  if (viewer === null) return new Response(null, { status: 303, headers: { location: '/tra-cuu?loi=closed' } })
  const paper = /^[0-9a-f-]{36}$/.test(paperId) ? await grantedPaperPdf(viewer.dossier, paperId) : null
  if (paper === null || !paper.ok) return new Response(null, { status: 303, headers: { location: `/tra-cuu/ho-so/${id}` } })
  const { form, numberText, stream, size } = paper.value
  return fileResponse({ stream, size, mime: 'application/pdf', name: `${paperName[form]} ${numberText.replaceAll('/', '-')}.pdf`, shown: 'inline' })
}
