import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SigningProgress } from '@/components/signatures/signing-progress'
import { EmptyState, Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { toSign } from '@/lib/dossiers/queries/to-sign'
import { batchOf } from '@/lib/dossiers/use-cases/sign-batch'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { isSigningOn } from '@/lib/signatures/keys'
import { saySigningProblem, signingProblem } from '@/lib/signatures/wording'
import { OfficerPage } from '../../_components/officer-page'
import { SigningForm } from '../../_components/signing-form'
import { signingLines } from '../../_components/signing-lines'
import { ToSealTables } from './_components/to-seal-tables'
import { openSealBatchAction, sealNextAction, sealRestAction } from './actions'

export const metadata: Metadata = { title: 'Đóng dấu số' }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the leader has signed digitally and waits for the seal of the agency: a second signature over the first. */
export default async function SealPage({ searchParams }: PageProps<'/can-bo/van-thu/dong-dau-so'>) {
  const [officer, { dot, loi }] = [await requireOfficer(), await searchParams]
  const waiting = await toSign(officer, 'seal')
  if (!waiting.ok) notFound()
  const [results, { papers }] = [waiting.value.results.filter(({ leader }) => leader !== null), waiting.value]
  const batch = typeof dot === 'string' && UUID.test(dot) ? await batchOf(officer, dot) : null
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/van-thu">Văn thư</BackLink>
      <PageHeading title="Đóng dấu số" lead="Chữ ký số của cơ quan, ký sau chữ ký số của lãnh đạo." />
      <div className="mt-3 grid gap-3">
        {typeof loi === 'string' && <Note tone="vang"><p role="alert">{saySigningProblem(loi)}</p></Note>}
        {!isSigningOn() && <Note tone="vang" title="Chưa đóng dấu số được"><p>{signingProblem['signing-off']}</p></Note>}
        {batch !== null && <Sheet title="Lần đóng dấu này"><SigningProgress key={batch.id} batchId={batch.id} lines={signingLines(batch)} signNext={sealNextAction} signRest={sealRestAction} /></Sheet>}
        {results.length + papers.length === 0
          ? <Sheet><EmptyState action={{ href: '/can-bo/van-thu', label: 'Về Văn thư' }}>Không có văn bản nào lãnh đạo đã ký số mà chưa đóng dấu.</EmptyState></Sheet>
          : <SigningForm action={openSealBatchAction} submit="Đóng dấu số các mục đã chọn" hint="Kết quả có hiệu lực ngay khi đóng dấu xong."><ToSealTables results={results} papers={papers} /></SigningForm>}
      </div>
    </OfficerPage>
  )
}
