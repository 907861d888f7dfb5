import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DoneToast } from './_components/done-toast'
import { DossierHead } from './_components/dossier-head'
import { DossierSide } from './_components/dossier-side'
import { DossierTabs, tabOf } from './_components/dossier-tabs'
import { DueSheet } from './_components/due-sheet'
import { DeedPanel } from './_components/deed-panel'
import { LifeLines } from './_components/life-lines'
import { LegSheet } from './_components/leg-sheet'
import { StorySheet } from './_components/story-sheet'
import { dossierKeys, readDeed } from './_components/deed-words'
import { recordAccess } from '@/lib/dossiers/use-cases/record-access'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { OfficerPage } from '../../_components/officer-page'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ tab?: string; lam?: string; xong?: string; giay?: string; quet?: string; 'loi-tep'?: string; tien?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Hồ sơ ${decodeURIComponent((await params).code)}` }
}

/** One dossier: what it waits for, by when, what lies in it, what happened. Opening it is noted where its people can read it. */
export default async function DossierPage({ params, searchParams }: Props) {
  const officer = await requireOfficer()
  const { tab, lam, xong, giay, quet, 'loi-tep': fileProblem, tien } = await searchParams
  const dossier = (await dossierDetail(officer, decodeURIComponent((await params).code))) ?? notFound()
  await recordAccess(officer, { dossierId: dossier.id, what: 'dossier' })
  return (
    <OfficerPage officer={officer} keys={dossierKeys(dossier.actions)}>
      <DossierHead dossier={dossier} deed={readDeed(lam)} />
      <DueSheet dossier={dossier} communeId={officer.communeId} />
      <LifeLines dossier={dossier} />
      <div className="staff-columns mt-3">
        <div className="grid min-w-0 gap-3">
          <DeedPanel dossier={dossier} officer={officer} deed={readDeed(lam)} scanned={quet !== undefined} />
          <DossierTabs dossier={dossier} tab={tabOf(tab)} officer={officer} fileProblem={fileProblem} moneyDone={tien} />
          <LegSheet dossier={dossier} officer={officer} />
          <StorySheet lines={dossier.story} />
        </div>
        <DossierSide dossier={dossier} officer={officer} />
      </div>
      <DoneToast dossier={dossier} done={xong} paperId={giay} />
    </OfficerPage>
  )
}
