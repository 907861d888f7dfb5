import { PrintManyInput } from '@/lib/documents/inputs'
import { printMany } from '@/lib/dossiers/use-cases/print-many'
import { currentOfficer } from '@/lib/identity/queries/current-officer'
import { PAPERS } from '../../_components/addresses'

const back = (problem: string): Response => new Response(null, { status: 303, headers: { location: `${PAPERS}?loi=${problem}` } })

/** What was ticked, as one file for the printer. */
export async function POST(request: Request): Promise<Response> {
  const officer = await currentOfficer()
  if (officer === null) return new Response(null, { status: 303, headers: { location: '/can-bo/dang-nhap' } })
  const read = PrintManyInput.safeParse({ paperIds: (await request.formData()).getAll('paperIds') })
  if (!read.success) return back(read.error.issues[0]?.code === 'too_big' ? 'too-many-papers' : 'no-papers')
  const printed = await printMany(officer, read.data)
  if (!printed.ok) return back(printed.problem.code)
  return new Response(Buffer.from(printed.value.bytes), {
    headers: {
      'content-type': 'application/pdf', 'content-length': String(printed.value.bytes.byteLength), 'content-disposition': 'inline; filename="van-ban.pdf"',
      'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; plugin-types application/pdf",
    },
  })
}
