import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { OfficerPage } from '../_components/officer-page'
import { CommuneLegs } from './_components/commune-legs'
import { PartnerDesk } from './_components/partner-desk'

export const metadata: Metadata = { title: 'Liên thông' }

/** For a partner unit its own part and nothing else; for the commune what lies with partners and with other communes. */
export default async function InterAgencyPage({ searchParams }: { searchParams: Promise<{ xem?: string; sau?: string }> }) {
  const [officer, { xem, sau }] = [await requireOfficer(), await searchParams]
  const here = { communeId: officer.communeId }
  if (may(officer, 'leg.work', here)) return <OfficerPage officer={officer}><PartnerDesk officer={officer} over={xem === 'da-xong'} after={sau ?? null} /></OfficerPage>
  if (!may(officer, 'leg.hand-over', here)) notFound()
  return <OfficerPage officer={officer}><CommuneLegs officer={officer} view={xem === 'xa-khac' && may(officer, 'dossier.receive', here) ? 'xa-khac' : 'phoi-hop'} after={sau ?? null} /></OfficerPage>
}
