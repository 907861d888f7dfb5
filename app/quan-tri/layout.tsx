import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { StaffKeys } from '@/app/can-bo/_components/staff-keys'
import { OfficerShell } from '@/components/layout/staff-shell'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { env } from '@/lib/platform/env'
import { communeById } from '@/lib/units/queries/communes'
import { AdministratorMenu } from './_components/administrator-menu'
import { NotForYou } from './_components/not-for-you'

export const metadata: Metadata = { title: { default: 'Quản trị', template: '%s – Một Cửa' } }

/** The frame of whoever keeps the commune's rules. Rights are asked in each query and use case; here only the doors follow them. */
export default async function AdministratorLayout({ children }: { children: ReactNode }) {
  const officer = await requireOfficer()
  const [commune, here] = [await communeById(officer.communeId), { communeId: officer.communeId }]
  return (
    <OfficerShell
      place={commune?.name ?? ''}
      homeHref="/quan-tri"
      tabs={[
        ...(may(officer, 'calendar.change', here) ? [{ href: '/quan-tri/lich-lam-viec', label: 'Lịch làm việc' }] : []),
        ...(may(officer, 'notification.manage', here) ? [{ href: '/quan-tri/mau-tin', label: 'Mẫu tin' }] : []),
        ...(may(officer, 'paper.set-numbering', here) ? [{ href: '/quan-tri/so-van-ban', label: 'Đánh số văn bản' }] : []),
        ...(may(officer, 'connection.manage', here) ? [{ href: '/quan-tri/ket-noi', label: 'Kết nối' }] : []),
        ...(officer.roles.includes('administrator') ? [{ href: '/quan-tri/nhat-ky-xem', label: 'Nhật ký mở dữ liệu' }] : []),
      ]}
      who={{ name: officer.name, position: officer.title }}
      menu={<AdministratorMenu officer={officer} />}
      demo={env.mode === 'demo'}
    >
      {officer.roles.includes('administrator') ? children : <NotForYou />}
      <StaffKeys hints={[]} />
    </OfficerShell>
  )
}
