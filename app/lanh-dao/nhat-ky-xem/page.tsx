import type { Metadata } from 'next'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import type { Query } from '@/lib/reports/inputs'
import { NotForYou } from '../_components/not-for-you'
import { AccessLogPage } from './_components/access-log-page'

export const metadata: Metadata = { title: 'Nhật ký mở dữ liệu' }

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'access.read', { communeId: officer.communeId })) return <NotForYou what="Nhật ký mở dữ liệu" />
  return <AccessLogPage officer={officer} query={await searchParams} path="/lanh-dao/nhat-ky-xem" />
}
