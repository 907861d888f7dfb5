import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { viewerOf } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { openSupplementFile, removeSupplementFile } from '@/lib/dossiers/use-cases/supplement-files'
import { passesOriginGate } from '@/lib/platform/origin'

type Context = { params: Promise<{ id: string; fileId: string }> }

const back = (id: string): Response => new Response(null, { status: 303, headers: { location: `/tra-cuu/ho-so/${encodeURIComponent(id)}/bo-sung` } })

/** A file that waits to be sent, back to its owner. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, fileId } = await params
  const viewer = await viewerOf(id)
  const file = viewer?.owner == null ? null : await openSupplementFile(viewer.owner, viewer.dossier, fileId)
  return file === null || !file.ok ? back(id) : fileResponse({ ...file.value, shown: 'attachment' })
}

/** Takes it out again. A second press finds it gone and is answered the same. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const { id, fileId } = await params
  const viewer = await viewerOf(id)
  if (viewer?.owner != null) await removeSupplementFile(viewer.owner, viewer.dossier, fileId)
  return back(id)
}
