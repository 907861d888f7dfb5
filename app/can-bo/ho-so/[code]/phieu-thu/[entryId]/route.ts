import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { confirmationPdf } from '@/lib/dossiers/use-cases/money-paper-pdf'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

/** The confirmation of money that came or went, as it was printed first. */
export async function GET(_request: Request, { params }: { params: Promise<{ entryId: string }> }): Promise<Response> {
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const { entryId } = await params
  const pdf = /^[0-9a-f-]{36}$/.test(entryId) ? await confirmationPdf(officer, entryId) : null
  if (pdf === null || !pdf.ok) return new Response('Không có phiếu này.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return fileResponse({ ...pdf.value, mime: 'application/pdf', shown: 'inline' })
}
