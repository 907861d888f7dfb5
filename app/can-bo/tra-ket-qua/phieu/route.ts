import { DossierCode } from '@/lib/dossiers/inputs'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { findByToken } from '@/lib/dossiers/use-cases/find-by-code-and-secret'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

/** From what was scanned off a slip, or typed, to the dossier it belongs to, ready to hand over its result. */
export async function POST(request: Request): Promise<Response> {
  const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } })
  const officer = await currentOfficer()
  if (officer === null) return goTo('/can-bo/dang-nhap?tiep=/can-bo/tra-ket-qua')
  const typed = String((await request.formData()).get('phieu') ?? '')
  const code = DossierCode.safeParse(typed)
  if (code.success) return goTo(`/can-bo/ho-so/${encodeURIComponent(code.data)}?lam=return-result`)
  const token = /([0-9A-Z]{20,40})\s*$/i.exec(typed)?.[1]
  const found = token === undefined ? null : await findByToken(token)
  if (found === null || !found.ok || found.value.communeId !== officer.communeId) return goTo('/can-bo/tra-ket-qua?khong=1')
  const dossier = await trackedDossier(found.value)
  return goTo(dossier === null ? '/can-bo/tra-ket-qua?khong=1' : `/can-bo/ho-so/${encodeURIComponent(dossier.code)}?lam=return-result&quet=1`)
}
