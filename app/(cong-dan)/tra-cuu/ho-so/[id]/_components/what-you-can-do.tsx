import { forgetAction } from '@/app/(cong-dan)/tra-cuu/actions'
import type { Viewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { Button } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { RuledSection } from '@/components/ui/page-heading'
import type { TrackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { money } from '@/lib/kernel/format'

type Deed = { href: string; icon: IconName; label: string }

/** The doors that are open now; what is not possible is not shown. */
export function WhatYouCanDo({ dossier, viewer }: { dossier: TrackedDossier; viewer: Viewer }) {
  const here = `/tra-cuu/ho-so/${dossier.dossierId}`
  const slip = dossier.papers.find(({ form }) => form === 'receipt-slip')
  const deeds: Deed[] = [
    ...(dossier.missing.length > 0 ? [{ href: `${here}/bo-sung`, icon: 'upload' as const, label: 'Gửi giấy tờ bổ sung' }] : []),
    ...(dossier.owedVnd > 0 ? [{ href: `${here}/thanh-toan`, icon: 'credit-card' as const, label: `Nộp ${money(dossier.owedVnd)} phí, lệ phí` }] : dossier.hasPaid ? [{ href: `${here}/thanh-toan`, icon: 'receipt' as const, label: 'Xem phí, lệ phí đã nộp' }] : []),
    ...(slip === undefined ? [] : [{ href: `${here}/giay/${slip.id}`, icon: 'printer' as const, label: 'In giấy tiếp nhận' }]),
    ...((dossier.stage === 'resolved' || dossier.stage === 'returned') && !dossier.isRated ? [{ href: `/danh-gia/${dossier.dossierId}`, icon: 'star' as const, label: 'Đánh giá sự phục vụ' }] : []),
    ...(dossier.mayWithdraw ? [{ href: `${here}/rut`, icon: 'undo-2' as const, label: 'Rút hồ sơ' }] : []),
  ]
  if (deeds.length === 0 && viewer.owner !== null) return null
  return (
    <RuledSection title="Việc bạn làm được">
      <ul className="link-list">{deeds.map(({ href, icon, label }) => <li key={href}><a href={href}><Icon name={icon} />{label}</a></li>)}</ul>
      {viewer.owner === null && <form action={forgetAction} className="no-print"><Button variant="text" icon="log-out" className="!px-0 !font-normal">Đóng hồ sơ trên máy này</Button></form>}
    </RuledSection>
  )
}
