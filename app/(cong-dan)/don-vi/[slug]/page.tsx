import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { communeBySlug } from '@/lib/units/queries/communes'
import { CitizenPage } from '../../_components/citizen-page'
import { CommuneHome } from '../../_components/commune-home'

export async function generateMetadata({ params }: PageProps<'/don-vi/[slug]'>): Promise<Metadata> {
  return { title: (await communeBySlug((await params).slug))?.name }
}

export default async function CommunePage({ params }: PageProps<'/don-vi/[slug]'>) {
  const commune = (await communeBySlug((await params).slug)) ?? notFound()
  return <CitizenPage commune={commune}><CommuneHome commune={commune} /></CitizenPage>
}
