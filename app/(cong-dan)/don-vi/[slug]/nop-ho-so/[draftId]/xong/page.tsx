import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { prepareDossier } from '@/lib/dossiers/use-cases/prepare-dossier'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { requireCitizen } from '@/lib/identity/queries/current-citizen'
import { filingOf } from '../../_components/filing-frame'
import { Filed } from './_components/filed'
import { Prepared } from './_components/prepared'

type Props = PageProps<'/don-vi/[slug]/nop-ho-so/[draftId]/xong'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, draftId } = await params
  return { title: (await filingOf(slug, draftId, 'xong')).draft.dossierId === null ? 'Hồ sơ đã chuẩn bị xong' : 'Đã gửi hồ sơ' }
}

/** What was filed or prepared, to be photographed or printed. It can be opened again: the draft is the key, so it only reads. */
export default async function DonePage({ params }: Props) {
  const { slug, draftId } = await params
  const filing = await filingOf(slug, draftId, 'xong')
  const citizen = await requireCitizen()
  const input = { communeId: filing.commune.id, draftId }
  if (filing.draft.dossierId !== null) {
    const submitted = await submitDossier(citizen, input)
    if (submitted.ok) return <CitizenPage commune={filing.commune}><Filed filing={filing} submitted={submitted.value} /></CitizenPage>
  }
  if (filing.draft.isHandedOver) {
    const prepared = await prepareDossier(citizen, input)
    if (prepared.ok) return <CitizenPage commune={filing.commune}><Prepared filing={filing} handOver={prepared.value} /></CitizenPage>
  }
  redirect(`${filing.base}/kiem-tra`)
}
