import { readUpload } from '@/lib/documents/read-upload'
import { dossierDetail, type DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { attachResult, attachScan } from '@/lib/dossiers/use-cases/attach-at-desk'
import { currentOfficer } from '@/lib/identity/queries/current-officer'
import type { Officer } from '@/lib/identity/domain/actor'
import { isUnavailable } from '@/lib/platform/faults'
import { passesOriginGate } from '@/lib/platform/origin'

type Context = { params: Promise<{ code: string }> }

/**
 * Takes in a scanned paper, or the file of the result (`loai` = `ket-qua`). A plain form posts here and comes back to the
 * dossier, with a sentence where something is amiss.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!passesOriginGate(request.headers)) return new Response(null, { status: 403 })
  const { code } = await params
  const page = `/can-bo/ho-so/${encodeURIComponent(code)}`
  const goTo = (query: string): Response => new Response(null, { status: 303, headers: { location: `${page}?${query}` } })
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: `/can-bo/dang-nhap?tiep=${encodeURIComponent(page)}` } })
  try {
    const dossier = await dossierDetail(officer, code)
    if (dossier === null) return new Response(null, { status: 404 })
    const upload = await readUpload(request)
    const isResult = upload.ok && upload.value.fields.loai === 'ket-qua'
    const back = isResult ? (upload.ok && upload.value.fields.buoc === 'seal' ? 'lam=seal' : 'lam=settle') : 'tab=giay-to'
    const problem = upload.ok ? await takeIn(officer, dossier, upload.value, isResult) : upload.problem.code
    return goTo(problem === null ? back : `${back}&loi-tep=${problem}`)
  } catch (fault) {
    if (isUnavailable(fault)) return goTo('tab=giay-to&loi-tep=unavailable')
    throw fault
  }
}

/** The code of what stood in the way, or null. */
async function takeIn(officer: Officer, dossier: DossierDetail, { files, fields }: { files: readonly { name: string; bytes: Uint8Array }[]; fields: Record<string, string> }, isResult: boolean): Promise<string | null> {
  if (files.length === 0) return 'no-file'
  const documentKey = dossier.handedIn.find((paper) => paper.documentKey !== null && paper.documentKey === fields.giay)?.documentKey ?? null
  for (const { name, bytes } of files) {
    const taken = await (isResult ? attachResult(officer, { dossierId: dossier.id, name }, bytes) : attachScan(officer, { dossierId: dossier.id, documentKey, name }, bytes))
    if (!taken.ok) return taken.problem.code
  }
  return null
}
