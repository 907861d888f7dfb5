import { readUpload } from '@/lib/documents/read-upload'
import { currentOfficer } from '@/lib/identity/queries/current-officer'
import { attachToLeg } from '@/lib/interagency/use-cases/work-on-leg'
import { isUnavailable } from '@/lib/platform/faults'
import { passesOriginGate } from '@/lib/platform/origin'

type Context = { params: Promise<{ legId: string }> }

/** Takes in a file of the partner's own. A plain form posts here and comes back, with a sentence where something is amiss. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const { legId } = await params
  const page = `/can-bo/lien-thong/viec/${encodeURIComponent(legId)}`
  const back = (problem: string | null): Response => new Response(null, { status: 303, headers: { location: problem === null ? page : `${page}?loi-tep=${problem}` } })
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: `/can-bo/dang-nhap?tiep=${encodeURIComponent(page)}` } })
  if (!UUID.test(legId)) return new Response(null, { status: 404 })
  try {
    const upload = await readUpload(request)
    if (!upload.ok) return back(upload.problem.code)
    if (upload.value.files.length === 0) return back('no-file')
    for (const { name, bytes } of upload.value.files) {
      const taken = await attachToLeg(officer, legId, name, bytes)
      if (!taken.ok) return back(taken.problem.code)
    }
    return back(null)
  } catch (fault) {
    if (isUnavailable(fault)) return back('unavailable')
    throw fault
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
