import { receiveUpload } from '@/app/(cong-dan)/_components/receive-upload'
import { viewerOf } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { supplementInHand } from '@/lib/dossiers/queries/supplement-in-hand'
import { addSupplementFile } from '@/lib/dossiers/use-cases/supplement-files'
import { passesOriginGate } from '@/lib/platform/origin'

/** The photographs of one thing asked for. Like all uploads it is read past the proxy and gates itself. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const page = `/tra-cuu/ho-so/${encodeURIComponent(id)}/bo-sung`
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const viewer = await viewerOf(id)
  const inHand = viewer?.owner == null ? null : await supplementInHand(viewer.owner, viewer.dossier)
  if (viewer?.owner == null || inHand === null) return new Response(null, { status: 303, headers: { location: page } })
  const { owner, dossier } = viewer
  return receiveUpload(request, {
    page, keys: inHand.items.map(({ key }) => key), held: inHand.items.reduce((sum, { files }) => sum + files.length, 0),
    take: (key, { name, bytes }) => addSupplementFile(owner, dossier, { key, name }, bytes),
  })
}
