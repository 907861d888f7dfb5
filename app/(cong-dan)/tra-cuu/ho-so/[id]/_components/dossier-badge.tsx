import { DueBadge, TimelinessBadge } from '@/components/calendar/due-badge'
import { standingBadge } from '@/components/calendar/standing-words'
import { Tag } from '@/components/ui/note'
import type { Standing } from '@/lib/calendar/domain/standing'
import type { Awaiting, Stage, Timeliness } from '@/lib/dossiers/domain/dossier'
import { stageLabel } from '@/lib/dossiers/wording'
import { localDateOf } from '@/lib/kernel/local-date'

/** As much of a dossier as its badge needs: the tracking page and "Hồ sơ của tôi" paint the same one. */
type Props = { dossier: { stage: Stage; awaiting: Awaiting; standing: Standing | null; timeliness: Timeliness | null }; at: Date }

/** Stage and time in one: "Đang giải quyết, đến hạn ngày mai". */
export function DossierBadge({ dossier: { stage, awaiting, standing, timeliness }, at }: Props) {
  if (timeliness !== null && timeliness !== 'no-limit') return <TimelinessBadge timeliness={timeliness}>{`${stageLabel[stage]}, ${timelinessWords[timeliness]}`}</TimelinessBadge>
  if (stage === 'resolved' || stage === 'returned') return <Tag tone="done" icon="check">{stageLabel[stage]}</Tag>
  if (stage !== 'submitted' && stage !== 'received' && stage !== 'in-progress') return <Tag icon="ban">{stageLabel[stage]}</Tag>
  if (awaiting !== 'none') return <Tag tone="paused" icon="circle-pause">{awaiting === 'supplement' ? 'Chờ bạn bổ sung' : 'Chờ bạn nộp phí'}</Tag>
  if (standing === null || standing.state === 'no-limit') return <Tag tone="cham" icon="clock">{stageLabel[stage]}</Tag>
  return <DueBadge standing={standing}>{`${stageLabel[stage]}, ${standingWords(standing, stage, at)}`}</DueBadge>
}

const timelinessWords = { early: 'trước hạn', 'on-time': 'đúng hạn', overdue: 'trễ hạn' } as const

function standingWords(standing: Standing, stage: Stage, at: Date): string {
  const words = standingBadge(standing, { today: localDateOf(at), long: true }).words
  const said = words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
  if (standing.state !== 'due-soon' || said.startsWith('còn')) return stage === 'submitted' && standing.state === 'overdue' ? 'quầy chậm trả lời' : said
  return stage === 'submitted' ? `trả lời ${said}` : `đến hạn ${said}`
}
