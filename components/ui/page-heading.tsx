import type { ReactNode } from 'react'
import { nb } from '@/lib/kernel/nb'
import { Icon } from './icon'
import { words } from './words'

type HeadingProps = {
  title: string
  /** Above the title: the code of the dossier, `Phần 2 trên 5`. */
  kicker?: ReactNode
  /** Under it for citizens, beside it on staff screens. */
  lead?: ReactNode
  /** Tags right after the title. */
  tags?: ReactNode
  /** Buttons; at the right on staff screens. */
  actions?: ReactNode
}

/** The one h1 of a page. */
export function PageHeading({ title, kicker, lead, tags, actions }: HeadingProps) {
  return (
    <div className="page-heading">
      <div>
        {kicker && <p className="page-heading-kicker">{kicker}</p>}
        <h1>{nb(title, 'heading')}</h1>
      </div>
      {tags}
      {lead && <p className="page-heading-lead">{words(lead)}</p>}
      {actions && <div className="page-heading-actions">{actions}</div>}
    </div>
  )
}

/** The way back, first thing under the head. */
export const BackLink = ({ href, children = 'Quay lại' }: { href: string; children?: ReactNode }) => (
  <a className="back" href={href}><Icon name="chevron-left" />{children}</a>
)

export type Crumb = { href: string; label: string }

/** Where a page lies, from the top down; the page itself is not in it. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Vị trí trang">
      <ol className="breadcrumb">
        {crumbs.map(({ href, label }, at) => (
          <li key={href}>{at > 0 && <Icon name="chevron-right" size="small" />}<a href={href}>{label}</a></li>
        ))}
      </ol>
    </nav>
  )
}

/** `Phần 2 trên 5: Về bé`, with a bar: parts behind are full, the present one half. */
export function Steps({ part, of, title }: { part: number; of: number; title: string }) {
  const gap = 1.2
  const width = (100 - gap * (of - 1)) / of
  return (
    <div className="steps">
      <p>Phần {part} trên {of}: {title}</p>
      <svg className="steps-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {Array.from({ length: of }, (_, at) => {
          const x = at * (width + gap)
          const filled = at + 1 < part ? width : at + 1 === part ? width / 2 : 0
          return (
            <g key={at}>
              <rect x={x} width={width} height="6" className="fill-giay-200" />
              {filled > 0 && <rect x={x} width={filled} height="6" className="fill-cham-700" />}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** A quiet section beside the main column: a rule, a heading, a few lines. */
export const RuledSection = ({ title, children, id }: { title: string; children: ReactNode; id?: string }) => (
  <section className="ruled" id={id}><h2>{title}</h2>{children}</section>
)

/** A part of the page with its heading and the space of the density above it. */
export const Section = ({ title, children, id }: { title: string; children: ReactNode; id?: string }) => (
  <section className="section" id={id}><h2>{nb(title, 'heading')}</h2>{children}</section>
)
