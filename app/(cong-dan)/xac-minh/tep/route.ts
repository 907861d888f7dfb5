import { readUpload } from '@/lib/documents/read-upload'
import { checkUpload, maySendFile } from '@/lib/dossiers/use-cases/check-paper'
import { clientAddress } from '@/lib/identity/client-address'
import { isUnavailable } from '@/lib/platform/faults'
import { passesOriginGate } from '@/lib/platform/origin'
import { keepCheck } from '../_components/kept-check'

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })

/** Takes a file only to look at it. What was found goes back with the browser; the file is kept nowhere. */
export async function POST(request: Request): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  try {
    const allowed = await maySendFile(clientAddress(request.headers))
    if (!allowed.ok) return goTo(`/xac-minh?loi=${allowed.problem.code}`)
    const upload = await readUpload(request)
    if (!upload.ok) return goTo(`/xac-minh?loi=${upload.problem.code}`)
    const [file] = upload.value.files
    if (file === undefined) return goTo('/xac-minh?loi=no-file')
    await keepCheck(file.name, await checkUpload(file.bytes))
    return goTo('/xac-minh/ket-qua')
  } catch (fault) {
    if (isUnavailable(fault)) return goTo('/xac-minh?loi=unavailable')
    throw fault
  }
}
