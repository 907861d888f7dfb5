import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { words } from './words'

type NoteProps = { tone?: 'paper' | 'cham' | 'vang'; title?: ReactNode; children?: ReactNode; className?: string }

/** paper: by the way · cham: good to know · vang: take care. */
export function Note({ tone = 'paper', title, children, className }: NoteProps) {
  return (
    <div className={cx('note', tone !== 'paper' && `note-${tone}`, className)}>
      {title && <p><b>{title}</b></p>}
      {children}
    </div>
  )
}

/** plain: a fact · cham: in progress · done · care · late: the loudest thing on the screen · paused: stands still. */
export type Tone = 'plain' | 'cham' | 'early' | 'done' | 'care' | 'late' | 'paused'

/** Mark and words for a legal stage or where a thing comes from. Time has its own badge, DueBadge. */
export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{icon && <Icon name={icon} />}<span>{words(children)}</span></span>
}

/** The line under a form that says the work is safe: `Đã lưu lúc 14:05`. */
export function SavedLine({ children }: { children: ReactNode }) {
  return <p className="saved"><Icon name="cloud-check" /><span>{children}</span></p>
}

/** A deed done, at the foot of the screen. Never for errors of a form. `action` keeps it useful: `Mở phiếu`. */
export function Toast({ children, action }: { children: ReactNode; action?: { href: string; label: string } }) {
  return (
    <div className="toast" role="status" data-ground="dark">
      <Icon name="circle-check" />
      <span>{children}</span>
      {action && <a href={action.href}>{action.label}</a>}
    </div>
  )
}

/** One sentence and one action where a list is empty. */
export function EmptyState({ children, action }: { children: ReactNode; action?: { href: string; label: string } }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action && <a href={action.href}>{action.label}</a>}
    </div>
  )
}

/** Grey rows of true height while a list is on its way; seen only when it takes longer than 300 ms. */
export function Skeleton({ rows = 6, label = 'Đang tải' }: { rows?: number; label?: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => <i key={at} />)}
    </div>
  )
}
