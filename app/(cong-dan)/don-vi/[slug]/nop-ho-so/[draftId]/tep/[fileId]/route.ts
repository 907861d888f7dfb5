import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { draftOf } from '@/lib/dossiers/queries/draft-of'
import { openDraftFile } from '@/lib/documents/queries/draft-file'
import { removeDraftFile } from '@/lib/documents/use-cases/remove-draft-file'
import { currentCitizen } from '@/lib/identity/queries/current-citizen'
import { passesOriginGate } from '@/lib/platform/origin'
import { communeBySlug } from '@/lib/units/queries/communes'

type Context = { params: Promise<{ slug: string; draftId: string; fileId: string }> }

async function find({ params }: Context) {
  const { slug, draftId, fileId } = await params
  const [citizen, commune] = await Promise.all([currentCitizen(), communeBySlug(slug)])
  const view = citizen === null || commune === null ? null : await draftOf(citizen, commune.id, draftId)
  const file = view?.files.find(({ id }) => id === fileId)
  return { page: `/don-vi/${encodeURIComponent(slug)}/nop-ho-so/${encodeURIComponent(draftId)}/giay-to`, found: file === undefined || citizen === null || commune === null ? null : { citizen, commune, file, draftId } }
}

/** The file back to its owner. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  const { page, found } = await find(context)
  if (found === null) return new Response(null, { status: 303, headers: { location: page } })
  const { mime, name } = found.file
  return fileResponse({ ...(await openDraftFile(found.citizen, found.commune.id, found.file.id)), mime, name, shown: 'attachment' })
}

/** Takes a file out of the draft (a form of one button posts here). A second press finds it gone and is answered the same. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const { page, found } = await find(context)
  if (found !== null) await removeDraftFile(found.citizen, { communeId: found.commune.id, draftId: found.draftId, id: found.file.id })
  const anchor = found === null || found.file.documentKey === null ? '' : `#giay-${found.file.documentKey}`
  return new Response(null, { status: 303, headers: { location: `${page}${anchor}` } })
}
