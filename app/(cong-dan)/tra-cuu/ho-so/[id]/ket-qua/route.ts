import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { viewerOf } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { openGrantedResult } from '@/lib/dossiers/use-cases/open-granted-file'

/** The electronic result, to be saved. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const viewer = await viewerOf(id)
  if (viewer === null) return new Response(null, { status: 303, headers: { location: '/tra-cuu?loi=closed' } })
  const file = await openGrantedResult(viewer.dossier)
  return file.ok ? fileResponse({ ...file.value, shown: 'attachment' }) : new Response(null, { status: 303, headers: { location: `/tra-cuu/ho-so/${id}` } })
}
