import type { Metadata } from 'next'
import { SigningForm } from '@/app/can-bo/_components/signing-form'
import { EmptyState, Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { toSign } from '@/lib/dossiers/queries/to-sign'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { isSigningOn } from '@/lib/signatures/keys'
import { saySigningProblem, signingProblem } from '@/lib/signatures/wording'
import { NotForYou } from '../_components/not-for-you'
import { BatchSheet } from './_components/batch-sheet'
import { PapersToSign } from './_components/papers-to-sign'
import { ResultsToSign } from './_components/results-to-sign'
import { openBatchAction } from './actions'

export const metadata: Metadata = { title: 'Ký số' }

/** What waits for the leader's digital signature: looked at, ticked, and signed together after one proof of identity. */
export default async function SigningPage({ searchParams }: PageProps<'/lanh-dao/ky-so'>) {
  const [officer, { dot, loi }] = [await requireOfficer(), await searchParams]
  const waiting = await toSign(officer, 'leader')
  if (!waiting.ok) return <NotForYou what="Ký số" />
  const { results, papers } = waiting.value
  const none = results.length + papers.length === 0
  return (
    <>
      <PageHeading title="Ký số" lead="Kết quả và văn bản chờ chữ ký số của lãnh đạo. Ký bút thì duyệt ở Chờ duyệt, văn thư đóng dấu sau." />
      <div className="mt-3 grid gap-3">
        {typeof loi === 'string' && <Note tone="vang"><p role="alert">{saySigningProblem(loi)}</p></Note>}
        {!isSigningOn() && <Note tone="vang" title="Chưa ký số được"><p>{signingProblem['signing-off']}</p></Note>}
        {typeof dot === 'string' && <BatchSheet officer={officer} batchId={dot} />}
        {none
          ? <Sheet><EmptyState action={{ href: '/lanh-dao/phe-duyet', label: 'Xem mục Chờ duyệt' }}>Không có văn bản nào chờ ký số.</EmptyState></Sheet>
          : (
            <SigningForm action={openBatchAction} submit="Ký số các mục đã chọn" hint="Số văn bản được điền trước khi ký; ký rồi thì nội dung không sửa được nữa.">
              {results.length > 0 && <ResultsToSign rows={results} />}
              {papers.length > 0 && <PapersToSign rows={papers} />}
            </SigningForm>
          )}
      </div>
    </>
  )
}
