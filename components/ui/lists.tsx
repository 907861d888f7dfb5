import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { words } from './words'

export type LinkRow = { href: string; title: ReactNode; detail?: ReactNode; icon?: IconName }

/** A list of doors with rules between them. With icons it runs in two columns on a wide screen. */
export function LinkRows({ rows, columns = 1, className }: { rows: LinkRow[]; columns?: 1 | 2; className?: string }) {
  return (
    <ul className={cx('link-rows', columns === 2 && 'link-rows-two', className)}>
      {rows.map(({ href, title, detail, icon }) => (
        <li key={href}>
          <a href={href}>
            {icon && <span className="link-rows-icon"><Icon name={icon} /></span>}
            <span><b>{words(title)}</b>{detail && <small>{words(detail)}</small>}</span>
            {!icon && <Icon name="chevron-right" className="link-rows-chevron" />}
          </a>
        </li>
      ))}
    </ul>
  )
}

export type Answer = { icon: IconName; question: string; answer: ReactNode; more?: ReactNode }

/** What the person came for, before any form: how long, how much, what to bring. */
export function AnswerList({ answers }: { answers: Answer[] }) {
  return (
    <dl className="answers">
      {answers.map(({ icon, question, answer, more }) => (
        <div key={question}>
          <dt><Icon name={icon} />{question}</dt>
          <dd>{words(answer)}</dd>
          {more && <dd className="answers-more">{words(more)}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** Papers to bring, in order, with the figure in front. */
export function NumberedList({ items }: { items: { id: string; title: ReactNode; detail?: ReactNode }[] }) {
  return (
    <ol className="numbered">
      {items.map(({ id, title, detail }) => <li key={id}><span>{words(title)}{detail && <small>{words(detail)}</small>}</span></li>)}
    </ol>
  )
}

export type SummaryRow = {
  label: string
  value: ReactNode
  detail?: ReactNode
  /** Where the answer is given; rows from a register have none. */
  changeHref?: string
}

/** Check your answers: name, value, `Sửa`. `source` says which register the rows come from. */
export function SummaryList({ rows, source }: { rows: SummaryRow[]; source?: string }) {
  return (
    <>
      {source && <p className="summary-source"><Icon name="shield-check" />{source}</p>}
      <dl className="summary">
        {rows.map(({ label, value, detail, changeHref }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words(value)}{detail && <small>{words(detail)}</small>}</dd>
            {changeHref && (
              <dd className="summary-change"><a href={changeHref}>Sửa<span className="sr-only"> {label}</span></a></dd>
            )}
          </div>
        ))}
      </dl>
    </>
  )
}

/** Name at the left, value at the right: side sheets of staff screens. */
export function Pairs({ rows, ruled }: { rows: { label: string; value: ReactNode }[]; ruled?: boolean }) {
  return (
    <dl className={cx('pairs', ruled && 'pairs-ruled')}>
      {rows.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{words(value)}</dd></div>)}
    </dl>
  )
}

export type TimelineItem = {
  id: string
  state: 'done' | 'now' | 'to-come'
  title: ReactNode
  /** When, and who: `09:12 thứ Sáu, 20/11`. */
  detail?: ReactNode
  /** Instead of the state's own mark. */
  icon?: IconName
}

const spoken = { done: 'Đã xong: ', now: 'Đang làm: ', 'to-come': 'Sắp tới: ' } as const

/** Where a thing stands on its way. `neutral` leaves out the spoken states: a way that nobody walks yet. */
export function Timeline({ items, neutral }: { items: TimelineItem[]; neutral?: boolean }) {
  return (
    <ol className="timeline">
      {items.map(({ id, state, title, detail, icon }) => (
        <li key={id} className={state === 'done' ? undefined : `timeline-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {icon ? <Icon name={icon} /> : state === 'done' ? <Icon name="circle-check" /> : <span className="timeline-dot" />}
          {!neutral && <span className="sr-only">{spoken[state]}</span>}
          <b>{words(title)}</b>
          {detail && <small>{words(detail)}</small>}
        </li>
      ))}
    </ol>
  )
}
