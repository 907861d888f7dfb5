import { fileResponse } from '@/app/(cong-dan)/_components/file-response'
import { paymentNoticePdf } from '@/lib/dossiers/use-cases/money-paper-pdf'
import { currentOfficer } from '@/lib/identity/queries/current-officer'

/** What is still owed and how to pay it, with the code to scan. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const pdf = await paymentNoticePdf(officer, decodeURIComponent((await params).code))
  if (!pdf.ok) return new Response('Hồ sơ này không còn khoản nào phải nộp.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return fileResponse({ ...pdf.value, mime: 'application/pdf', shown: 'inline' })
}
