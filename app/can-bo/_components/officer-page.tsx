import type { ReactNode } from 'react'
import { OfficerShell } from '@/components/layout/staff-shell'
import type { StaffTab } from '@/components/layout/staff-tabs'
import { officerCounts, type OfficerCounts } from '@/lib/dossiers/queries/officer-counts'
import { countLabel } from '@/lib/dossiers/wording'
import { may } from '@/lib/identity/domain/permissions'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'
import { env } from '@/lib/platform/env'
import { communeById } from '@/lib/units/queries/communes'
import { OfficerMenu } from './officer-menu'
import { StaffKeys, type KeyHint } from './staff-keys'

type Props = {
  officer: SignedInOfficer
  /** Head and keys stay put; a `Sheet scrolls` takes the rest of the height. */
  fixed?: boolean
  /** Keys of this page alone, for the list under `?`. */
  keys?: KeyHint[]
  children: ReactNode
}

/** The frame of every officers' page: tabs by right, find box, who is at work. */
export async function OfficerPage({ officer, fixed, keys = [], children }: Props) {
  const [commune, counts] = await Promise.all([communeById(officer.communeId), officerCounts(officer)])
  return (
    <OfficerShell
      place={commune?.name ?? ''}
      tabs={tabsFor(officer, counts)}
      {...(may(officer, 'leg.work', { communeId: officer.communeId }) ? { homeHref: '/can-bo/lien-thong' } : { findHref: '/can-bo/tim' })}
      who={{ name: officer.name, position: [officer.title, officer.counterName?.toLocaleLowerCase('vi')].filter(Boolean).join(', ') }}
      menu={<OfficerMenu officer={officer} />}
      fixed={fixed}
      demo={env.mode === 'demo'}
    >
      {children}
      <StaffKeys hints={keys} />
    </OfficerShell>
  )
}

/** Only the doors that open for this officer; what waits behind them stands beside the name. */
function tabsFor(officer: SignedInOfficer, counts: OfficerCounts): StaffTab[] {
  const here = { communeId: officer.communeId }
  const receives = may(officer, 'dossier.receive', here)
  const waiting = counts.queue + (receives ? counts.submitted : 0)
  return [
    receives && { href: '/can-bo/quay', label: 'Tiếp nhận' },
    may(officer, 'dossier.read', here) && { href: '/can-bo', label: 'Hàng việc', count: shown(waiting) },
    may(officer, 'dossier.return-result', here) && { href: '/can-bo/tra-ket-qua', label: 'Trả kết quả', count: shown(counts.toReturn) },
    may(officer, 'dossier.seal', here) && { href: '/can-bo/van-thu', label: 'Văn thư' },
    may(officer, 'dossier.settle-on-the-spot', here) && { href: '/can-bo/chung-thuc', label: 'Chứng thực' },
    may(officer, 'payment.collect', here) && { href: '/can-bo/thu-phi', label: 'Thu phí' },
    may(officer, 'leg.work', here) && { href: '/can-bo/lien-thong', label: 'Liên thông' },
    officer.roles.includes('leader') && { href: '/lanh-dao', label: 'Lãnh đạo' },
  ].filter((tab) => tab !== false)
}

const shown = (count: number): string | number => (count === 0 ? 0 : countLabel(count))
