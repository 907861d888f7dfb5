import type { ReactNode } from 'react'
import { CitizenShell, type ShellLink } from '@/components/layout/citizen-shell'
import { openingHours } from '@/lib/calendar/queries/opening-hours'
import { currentCitizen } from '@/lib/identity/queries/current-citizen'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { type Commune, serviceCentreName } from '@/lib/units/domain/commune'

type Props = {
  /** Whose page it is; null where no commune is chosen yet. */
  commune: Commune | null
  /** On the pages of a filing: its way out instead of the menu, and the procedure as the place. */
  exit?: ShellLink
  place?: string
  children: ReactNode
}

/** The frame of a citizen page: the commune's name above, its address and hours below. */
export async function CitizenPage({ commune, exit, place, children }: Props) {
  const citizen = await currentCitizen()
  const centre = commune === null ? undefined : { name: serviceCentreName(commune), address: commune.address, phone: commune.phone, hours: (await openingHours(commune.id, now())).lines }
  return (
    <CitizenShell
      place={place ?? commune?.name ?? 'Cổng một cửa cấp xã'}
      province={place === undefined ? commune?.province.name.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : undefined}
      nav={[
        { href: '/tra-cuu', label: 'Tra cứu hồ sơ' },
        { href: '/thu-tuc', label: 'Tất cả thủ tục' },
        { href: '/tinh-han-tra', label: 'Tính ngày hẹn trả' },
        citizen === null ? { href: '/dang-nhap', label: 'Đăng nhập' } : { href: '/ho-so-cua-toi', label: 'Hồ sơ của tôi' },
      ]}
      footLinks={[
        ...(commune === null ? [] : [{ href: `/don-vi/${commune.slug}/thong-ke`, label: 'Số liệu giải quyết' }, { href: '/chon-xa', label: 'Chọn xã, phường khác' }]),
        { href: '/xac-minh', label: 'Kiểm tra giấy tờ' },
        { href: '/api/v1/tai-lieu', label: 'Dữ liệu mở' },
        { href: '/can-bo', label: 'Dành cho cán bộ' },
      ]}
      exit={exit}
      centre={centre}
      demo={env.mode === 'demo'}
    >
      {children}
    </CitizenShell>
  )
}
