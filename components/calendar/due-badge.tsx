import type { ReactNode } from 'react'
import type { Standing, Timeliness } from '@/lib/calendar/domain/standing'
import type { LocalDate } from '@/lib/kernel/local-date'
import { nb } from '@/lib/kernel/nb'
import { Tag } from '../ui/note'
import { standingBadge, timelinessBadge, type Badge } from './standing-words'

type Props = {
  standing: Standing
  today?: LocalDate
  pausedFor?: string
  long?: boolean
  /** Other words with the same colour and mark: `Đang giải quyết, đến hạn ngày mai`. */
  children?: ReactNode
}

/** How an open dossier stands: the law has spoken, the badge paints. */
export const DueBadge = ({ standing, children, ...context }: Props) => <Painted badge={standingBadge(standing, context)}>{children}</Painted>

/** How a settled dossier was: early, on time, late by so many working days. */
export const TimelinessBadge = ({ timeliness, days, children }: { timeliness: Timeliness; days?: number; children?: ReactNode }) => (
  <Painted badge={timelinessBadge(timeliness, days ?? null)}>{children}</Painted>
)

function Painted({ badge: { tone, icon, words }, children }: { badge: Badge; children?: ReactNode }) {
  const shown = children ?? nb(words)
  return tone === 'none' ? <span>{shown}</span> : <Tag tone={tone} icon={icon ?? undefined}>{shown}</Tag>
}
