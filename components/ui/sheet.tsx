import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icon'

type Props = {
  title?: ReactNode
  /** Quiet words right after the title. */
  note?: ReactNode
  /** At the right end of the head: a link, tags, segments. */
  aside?: ReactNode
  /** 1, 2, 3 … in a disc before the title; `done` shows a check. */
  step?: number | 'done'
  /** Stays at the foot: buttons of an intake column. */
  foot?: ReactNode
  /** Body without padding: tables. */
  flush?: boolean
  /** The table inside scrolls, the page does not (with `fixed` of the shell). */
  scrolls?: boolean
  /** Red bar at the left: what this sheet says is late. */
  late?: boolean
  label?: string
  className?: string
  children?: ReactNode
}

/** A white sheet on the desk: head, body, foot. Sheets never lie inside sheets. */
export function Sheet({ title, note, aside, step, foot, flush, scrolls, late, label, className, children }: Props) {
  return (
    <section className={cx('sheet', late && 'sheet-late', scrolls && 'sheet-scrolls', Boolean(foot) && 'flex flex-col', className)} aria-label={label}>
      {(title || aside) && (
        <div className="sheet-head">
          {step && <span className={cx('sheet-step', step === 'done' && 'sheet-step-done')}>{step === 'done' ? <Icon name="check" label="Đã xong" /> : step}</span>}
          {title && <h2>{title}</h2>}
          {note && <span className="soft">{note}</span>}
          {aside && <div className="sheet-aside">{aside}</div>}
        </div>
      )}
      {flush ? children : <div className={cx('sheet-body', Boolean(foot) && 'flex-1')}>{children}</div>}
      {foot && <div className="sheet-foot">{foot}</div>}
    </section>
  )
}
