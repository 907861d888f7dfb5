import type { ReactNode } from 'react'
import { cx } from '../ui/cx'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { Mark } from '../ui/mark'
import { DemoBanner, SkipLink } from './shell-parts'
import { StaffTabs, type StaffTab } from './staff-tabs'

type Props = {
  /** `Xã Tân Quới` */
  place: string
  tabs: StaffTab[]
  who: { name: string; position: string }
  /** In the menu under the name: links, and the form that signs out. */
  menu: ReactNode
  /** Where the find box asks (`?tim=`); without it there is no box. */
  findHref?: string
  homeHref?: string
  /** Head, filters and keys stay put and a `Sheet scrolls` takes the rest of the height. */
  fixed?: boolean
  demo?: boolean
  children: ReactNode
}

/** The frame of the desk and of case officers: dense. */
export const OfficerShell = (props: Props) => <StaffShell {...props} density="officer" />

/** The frame of the chairperson: fewer things, larger. */
export const LeaderShell = (props: Props) => <StaffShell {...props} density="leader" />

function StaffShell(props: Props & { density: 'officer' | 'leader' }) {
  const { density, fixed, demo, place, homeHref = '/can-bo', tabs, findHref, who, menu, children } = props
  return (
    <div className={cx('staff', fixed && 'staff-fixed')} data-density={density}>
      <SkipLink />
      {demo && <DemoBanner />}
      <header className="staff-bar" data-ground="dark">
        <a className="brand" href={homeHref}><Mark ground="dark" /><span><b>Một Cửa</b><span>{place}</span></span></a>
        <StaffTabs tabs={tabs} />
        {findHref && <FindBox href={findHref} />}
        <details className={cx('menu menu-end staff-who', !findHref && 'ml-auto')}>
          <summary><Icon name="circle-user-round" /><span>{who.name}<span>{who.position}</span></span></summary>
          <div className="menu-list">{menu}</div>
        </details>
      </header>
      <main className="staff-main" id="noi-dung">{children}</main>
    </div>
  )
}

const FindBox = ({ href }: { href: string }) => (
  <form className="staff-find" action={href} role="search">
    <Icon name="search" />
    <input
      type="search"
      name="tim"
      placeholder="Mã hồ sơ, tên, số định danh"
      aria-label="Tìm hồ sơ"
      autoComplete="off"
      aria-keyshortcuts="/"
      data-find
    />
    <Kbd>/</Kbd>
  </form>
)
