import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'

type Props = {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  id?: string
  /** Instead of the arrow that turns. */
  icon?: IconName
  /** `flush`: content from the left edge (lists). `plain`: without rules above and below. */
  flush?: boolean
  plain?: boolean
  className?: string
}

/** A line that opens, without JavaScript. */
export function Details({ summary, children, open, id, icon, flush, plain, className }: Props) {
  return (
    <details className={cx('details', flush && 'details-flush', plain && 'details-plain', className)} open={open} id={id}>
      <summary>
        {icon ? <Icon name={icon} /> : <Icon name="chevron-right" className="details-turn" />}
        {summary}
      </summary>
      <div className="details-body">{children}</div>
    </details>
  )
}
