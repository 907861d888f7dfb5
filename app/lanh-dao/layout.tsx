import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { LeaderShell } from '@/components/layout/staff-shell'
import { toSignCount } from '@/lib/dossiers/queries/to-sign'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { env } from '@/lib/platform/env'
import { approvalCount } from '@/lib/reports/queries/awaiting-approval'
import { communeById } from '@/lib/units/queries/communes'
import { LeaderMenu } from './_components/leader-menu'

export const metadata: Metadata = { title: { default: 'Lãnh đạo', template: '%s – Một Cửa' } }

/** The frame of those who answer for the commune's figures. Rights are asked in each query; here only the tabs follow them. */
export default async function LeaderLayout({ children }: { children: ReactNode }) {
  const officer = await requireOfficer()
  const subject = { communeId: officer.communeId }
  const [reads, approves] = [may(officer, 'figures.read', subject), may(officer, 'dossier.approve', subject)]
  const [commune, waiting, toBeSigned] = await Promise.all([communeById(officer.communeId), approvalCount(officer), toSignCount(officer)])
  return (
    <LeaderShell
      place={commune?.name ?? ''}
      homeHref="/lanh-dao"
      findHref="/can-bo/tim"
      tabs={[
        ...(reads ? [{ href: '/lanh-dao', label: 'Tổng quan' }] : []),
        ...(approves ? [{ href: '/lanh-dao/phe-duyet', label: 'Chờ duyệt', count: waiting > 99 ? '99+' : waiting }] : []),
        ...(may(officer, 'dossier.sign-digitally', subject) ? [{ href: '/lanh-dao/ky-so', label: 'Ký số', count: toBeSigned > 99 ? '99+' : toBeSigned }] : []),
        ...(reads ? [{ href: '/lanh-dao/bao-cao', label: 'Báo cáo' }] : []),
        ...(may(officer, 'access.read', subject) ? [{ href: '/lanh-dao/nhat-ky-xem', label: 'Nhật ký' }] : []),
      ]}
      who={{ name: officer.name, position: officer.title }}
      menu={<LeaderMenu officer={officer} />}
      demo={env.mode === 'demo'}
    >
      {children}
    </LeaderShell>
  )
}
