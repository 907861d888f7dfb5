import type { Metadata } from 'next'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { requireViewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { now } from '@/lib/platform/clock'
import { communeById } from '@/lib/units/queries/communes'
import { redirect } from 'next/navigation'
import { DossierBadge } from './_components/dossier-badge'
import { DuePart } from './_components/due-part'
import { Journey } from './_components/journey'
import { OutcomePart } from './_components/outcome-part'
import { ToldYou } from './_components/told-you'
import { WhatYouCanDo } from './_components/what-you-can-do'
import { WhoLooked } from './_components/who-looked'
import { YourTurn } from './_components/your-turn'

type Props = PageProps<'/tra-cuu/ho-so/[id]'>
export const metadata: Metadata = { title: 'Theo dõi hồ sơ' }

/** Answer first: how it stands and the day; then why that day, where the dossier is, what one can do, and who looked. */
export default async function TrackingPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const viewer = await requireViewer(id)
  const dossier = (await trackedDossier(viewer.dossier)) ?? redirect('/tra-cuu?loi=closed')
  const commune = await communeById(dossier.communeId)
  const at = now()
  const done = typeof asked.xong === 'string' ? doneSentence.get(asked.xong) : undefined
  return (
    <CitizenPage commune={commune}>
      <BackLink href={viewer.owner === null ? '/tra-cuu' : '/ho-so-cua-toi'}>{viewer.owner === null ? 'Tra hồ sơ khác' : 'Hồ sơ của tôi'}</BackLink>
      {done !== undefined && <Note tone="cham" className="mt-3 mb-4 max-w-column"><p role="status">{done}</p></Note>}
      <div className="columns-side pb-10">
        <div>
          <PageHeading kicker={<span className="num whitespace-normal">{dossier.code}{dossier.applicantName !== '' && `, ${dossier.applicantName}`}</span>} title={dossier.procedureName} tags={<p className="mt-3"><DossierBadge dossier={dossier} at={at} /></p>} />
          <YourTurn dossier={dossier} />
          <OutcomePart dossier={dossier} />
          <DuePart dossier={dossier} at={at} />
          <Journey dossier={dossier} />
        </div>
        <aside className="aside mt-10">
          <WhatYouCanDo dossier={dossier} viewer={viewer} />
          <ToldYou messages={dossier.messages} />
          <WhoLooked viewer={viewer} />
        </aside>
      </div>
    </CitizenPage>
  )
}

/** What was just done, from the address. */
const doneSentence = new Map([
  ['bo-sung', 'Đã gửi giấy tờ bổ sung. Quầy xem và trả lời bạn.'],
  ['rut', 'Đã rút hồ sơ.'],
])
