import { receiveUpload } from '@/app/(cong-dan)/_components/receive-upload'
import { draftOf } from '@/lib/dossiers/queries/draft-of'
import { takeInFile } from '@/lib/documents/use-cases/take-in-file'
import { currentCitizen } from '@/lib/identity/queries/current-citizen'
import { passesOriginGate } from '@/lib/platform/origin'
import { communeBySlug } from '@/lib/units/queries/communes'

type Context = { params: Promise<{ slug: string; draftId: string }> }

/**
 * The photographs of one paper of a draft. This route gates itself: what passes the proxy would be held in memory and cut
 * at ten megabytes.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug, draftId } = await params
  const page = `/don-vi/${encodeURIComponent(slug)}/nop-ho-so/${encodeURIComponent(draftId)}/giay-to`
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const [citizen, commune] = await Promise.all([currentCitizen(), communeBySlug(slug)])
  if (citizen === null) return new Response(null, { status: 303, headers: { location: `/dang-nhap?tiep=${encodeURIComponent(page)}` } })
  const view = commune === null ? null : await draftOf(citizen, commune.id, draftId)
  if (commune === null || view === null || view.draft.dossierId !== null) return new Response(null, { status: 303, headers: { location: page } })
  return receiveUpload(request, {
    page, keys: view.checklist.map(({ document }) => document.key), held: view.files.length,
    take: (key, { name, bytes }) => takeInFile(citizen, { communeId: commune.id, draftId, documentKey: key, name }, bytes),
  })
}
