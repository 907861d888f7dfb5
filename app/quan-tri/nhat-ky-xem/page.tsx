import type { Metadata } from 'next'
import { AccessLogPage } from '@/app/lanh-dao/nhat-ky-xem/_components/access-log-page'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import type { Query } from '@/lib/reports/inputs'

export const metadata: Metadata = { title: 'Nhật ký mở dữ liệu' }

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  return <AccessLogPage officer={await requireOfficer()} query={await searchParams} path="/quan-tri/nhat-ky-xem" />
}
