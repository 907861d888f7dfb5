import type { Metadata } from 'next'
import { returnPath } from '@/lib/identity/domain/return-path'
import { activeCommunes } from '@/lib/units/queries/communes'
import { CitizenPage } from '../_components/citizen-page'
import { CommuneChooser } from '../_components/commune-chooser'

export const metadata: Metadata = { title: 'Chọn xã, phường' }

export default async function ChooseCommunePage({ searchParams }: PageProps<'/chon-xa'>) {
  const next = (await searchParams).tiep
  return (
    <CitizenPage commune={null}>
      <CommuneChooser communes={await activeCommunes()} next={returnPath(typeof next === 'string' ? next : null, '/')} />
    </CitizenPage>
  )
}
