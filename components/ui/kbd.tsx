import type { ReactNode } from 'react'
import { cx } from './cx'

/** A key beside the control it works: `<Kbd>Ctrl Enter</Kbd>`. Hidden from screen readers, which have the control itself. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd className="kbd" aria-hidden="true">{children}</kbd>

type Hint = { keys: string[]; does: string }

/** One line of keys at the foot of a staff screen. `end` holds what stands at the right: `Dòng 1–12 trong 36`. */
export function KeysFooter({ hints, end, className }: { hints: Hint[]; end?: ReactNode; className?: string }) {
  return (
    <footer className={cx('keys-footer', className)}>
      {hints.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => <kbd key={key} className="kbd">{key}</kbd>)}
          {does}
        </span>
      ))}
      {end && <span className="keys-footer-end num">{end}</span>}
    </footer>
  )
}
