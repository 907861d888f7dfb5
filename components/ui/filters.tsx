import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'

export type UrgencyCount = {
  href: string
  count: number | string
  label: string
  detail?: ReactNode
  tone?: 'late' | 'soon'
  icon?: IconName
  current?: boolean
}

/** Counts that are filters; the numbers of the others add up to the first. */
export function UrgencyBar({ counts, label = 'Theo hạn' }: { counts: UrgencyCount[]; label?: string }) {
  return (
    <nav className="urgency" aria-label={label}>
      {counts.map(({ href, count, label: name, detail, tone, icon, current }) => (
        <a key={href} href={href} aria-current={current ? 'true' : undefined} className={count === 0 ? 'urgency-none' : tone && `urgency-${tone}`}>
          <b>{count}</b>
          <span>{icon && <Icon name={icon} />}{name}</span>
          {detail && <small>{detail}</small>}
        </a>
      ))}
    </nav>
  )
}

/** Chips over a table. `end`: the words of the order, at the right. */
export const FilterBar = ({ children, end }: { children: ReactNode; end?: ReactNode }) => (
  <div className="filters" role="group" aria-label="Lọc">{children}{end && <div className="filters-end">{end}</div>}</div>
)

/** A filter that is set; the link takes it off. */
export const FilterChip = ({ label, removeHref }: { label: string; removeHref: string }) => (
  <a className="chip chip-set" href={removeHref}><span className="sr-only">Bỏ lọc </span>{label}<Icon name="x" /></a>
)

export type MenuOption = { href: string; label: string; count?: number; current?: boolean }

/** A filter to choose from: opens without JavaScript, each choice is a link. */
export function FilterMenu({ label, options }: { label: string; options: MenuOption[] }) {
  return (
    <details className="menu">
      <summary className="chip">{label}<Icon name="chevron-down" /></summary>
      <ul className="menu-list">
        {options.map(({ href, label: name, count, current }) => (
          <li key={href}><a href={href} aria-current={current ? 'true' : undefined}>{name}{count !== undefined && <span className="num">{count}</span>}</a></li>
        ))}
      </ul>
    </details>
  )
}

export type TabLink = { href: string; label: string; count?: number; current?: boolean }

/** Views of one thing, as links. */
export function Tabs({ tabs, label }: { tabs: TabLink[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, label: name, count, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>{name}{count !== undefined && <span className="soft num font-normal"> {count}</span>}</a>
      ))}
    </nav>
  )
}

/** A few ways to see the same figures: `Hôm nay · Tháng này · Quý IV`. */
export function Segments({ options, label, small }: { options: TabLink[]; label: string; small?: boolean }) {
  return (
    <nav className={cx('segments', small && 'segments-small')} aria-label={label}>
      {options.map(({ href, label: name, current }) => <a key={href} href={href} aria-current={current ? 'true' : undefined}>{name}</a>)}
    </nav>
  )
}
