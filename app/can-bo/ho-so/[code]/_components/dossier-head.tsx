import { DirectDeed } from './direct-deed'
import { arranged, deedHref, deedKey } from './deed-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/note'
import { BackLink } from '@/components/ui/page-heading'
import type { Action } from '@/lib/dossiers/domain/transitions'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { actionLabel, channelLabel, stageLabel } from '@/lib/dossiers/wording'
import { nb } from '@/lib/kernel/nb'

/** What it is and whose, and what can be done with it now: one filled button, its key beside it. */
export function DossierHead({ dossier, deed }: { dossier: DossierDetail; deed: Action | null }) {
  const { applicant } = dossier
  return (
    <>
      <BackLink href="/can-bo">Hàng việc</BackLink>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 lg:flex-nowrap">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1"><h1>{nb(dossier.procedure.name, 'heading')}</h1><Tag tone={tone(dossier)}>{stageLabel[dossier.stage]}</Tag></div>
          <p className="soft mt-0.5">
            <span className="num">{dossier.code}</span>{dossier.externalCode !== null && dossier.externalCode !== dossier.code && <>, mã Cổng quốc gia <span className="num">{dossier.externalCode}</span></>}.
            {' '}Chủ hồ sơ: <b className="text-ink">{applicant?.fullName}</b>{applicant?.address ? `, ${applicant.address}` : ''}. {channelWords[dossier.channel]}.
          </p>
        </div>
        <HeadActions dossier={dossier} deed={deed} />
      </div>
    </>
  )
}

/** The filled button moves the dossier on; what corrects it stands beside it; ends are in the menu. */
function HeadActions({ dossier, deed }: { dossier: DossierDetail; deed: Action | null }) {
  const { main, beside, rare } = arranged(dossier.actions, dossier.due?.standing.state === 'overdue' || dossier.due?.standing.state === 'due-soon', dossier.life.supplement.expired)
  return (
    <div className="no-print flex shrink-0 flex-wrap items-start justify-end gap-2">
      {rare.length > 0 && (
        <details className="menu menu-end">
          <summary className="button button-outlined">Việc khác<Icon name="chevron-down" size="small" /></summary>
          <ul className="menu-list">{rare.map((action) => <li key={action}><a href={deedHref(dossier.code, action)}>{actionLabel[action]}</a></li>)}</ul>
        </details>
      )}
      {beside.map((action) => <ButtonLink key={action} variant="outlined" keys={deedKey[action]} href={deedHref(dossier.code, action)} aria-current={action === deed || undefined}>{actionLabel[action]}</ButtonLink>)}
      {main === 'take' && <DirectDeed dossierId={dossier.id} version={dossier.version} keys={deedKey.take} label={actionLabel.take} />}
      {main !== null && main !== 'take' && main !== deed && <ButtonLink keys={deedKey[main]} href={deedHref(dossier.code, main)}>{actionLabel[main]}</ButtonLink>}
    </div>
  )
}

const channelWords = { desk: 'Nộp tại quầy', online: 'Nộp trực tuyến', post: 'Nộp qua bưu chính', 'national-portal': `Nộp qua ${channelLabel['national-portal']}` } as const

const tone = ({ stage }: DossierDetail) => (stage === 'resolved' || stage === 'returned' ? 'done' : stage === 'submitted' || stage === 'received' || stage === 'in-progress' ? 'cham' : 'plain')
