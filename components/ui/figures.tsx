import { Fragment, type ReactNode } from 'react'
import { number } from '@/lib/kernel/format'
import { cx } from './cx'
import { Icon } from './icon'

type StatProps = {
  /** Already written: `98,1 %`, `6.047`. */
  figure: ReactNode
  /** Its unit in words: `đã xong`. */
  label: ReactNode
  /** The rows behind it; a figure of zero has none. */
  href?: string
  late?: boolean
  /** The one figure of a leader's screen: 58 high. */
  main?: boolean
}

/** A figure as a link, its unit under it. */
export function StatLink({ figure, label, href, late, main }: StatProps) {
  const className = cx('stat', late && 'stat-late', main && 'stat-main')
  const content = <><b>{figure}</b><span>{label}</span></>
  return href ? <a className={className} href={href}>{content}</a> : <div className={className}>{content}</div>
}

export type BalanceTerm = { label: string; value: number; href?: string; late?: boolean }

type BalanceProps = {
  left: BalanceTerm[]
  right: BalanceTerm[]
  label?: string
  /** What the last term splits into. */
  children?: ReactNode
}

/** `41 + 486 = 463 + 6 + 58`, with `Khớp: 527 = 527`, or the broken identity and by how much. */
export function BalanceStrip({ left, right, label = 'Cân đối hồ sơ', children }: BalanceProps) {
  const [sumLeft, sumRight] = [sum(left), sum(right)]
  return (
    <section className="sheet balance" aria-label={label}>
      <Terms terms={left} />
      <i>=</i>
      <Terms terms={right} />
      {children && <div className="balance-split">{children}</div>}
      <Verdict left={sumLeft} right={sumRight} />
    </section>
  )
}

const sum = (terms: BalanceTerm[]) => terms.reduce((total, term) => total + term.value, 0)

const Terms = ({ terms }: { terms: BalanceTerm[] }) =>
  terms.map(({ label, value, href, late }, at) => (
    <Fragment key={label}>
      {at > 0 && <i>+</i>}
      <StatLink figure={number(value)} label={label} href={value === 0 ? undefined : href} late={late} />
    </Fragment>
  ))

/** `Khớp: 527 = 527` or `Lệch 1: 527 ≠ 526`. */
export function Verdict({ left, right }: { left: number; right: number }) {
  const even = left === right
  const words = even ? `Khớp: ${number(left)} = ${number(right)}` : `Lệch ${number(Math.abs(left - right))}: ${number(left)} ≠ ${number(right)}`
  return (
    <p className={cx('balance-verdict', even ? 'done-text' : 'late-text')}>
      <Icon name={even ? 'scale' : 'octagon-alert'} />
      <span className="num">{words}</span>
    </p>
  )
}

/** `↑ 0,7`: a change with its arrow. `good` says which way is better. */
export function Change({ by, good = 'up', children }: { by: number; good?: 'up' | 'down'; children: ReactNode }) {
  if (by === 0) return <span className="soft">như cũ</span>
  const better = by > 0 === (good === 'up')
  return (
    <span className={better ? 'change-up' : 'change-down'}>
      <Icon name={by > 0 ? 'arrow-up' : 'arrow-down'} label={by > 0 ? 'tăng' : 'giảm'} />{children}
    </span>
  )
}
