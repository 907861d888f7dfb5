import type { ReactNode } from 'react'
import { phone } from '@/lib/kernel/format'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'
import { DemoBanner, SkipLink } from './shell-parts'
import { ReadingTools } from './reading-tools'

export type CentreCard = {
  /** `Trung tâm Phục vụ hành chính công xã Tân Quới` */
  name: string
  address: string
  /** Digits; shown `0277 000 0000`. */
  phone?: string
  /** Lines: `Thứ Hai đến thứ Sáu`, `07:30–11:30 và 13:30–17:30`. */
  hours: string[]
}

export type ShellLink = { href: string; label: string; current?: boolean }

type Props = {
  /** `Xã Tân Quới`; on the pages of a filing the name of the procedure. */
  place: string
  /** `tỉnh Đồng Tháp`, shown where there is room. */
  province?: string
  homeHref?: string
  nav?: ShellLink[]
  /** Instead of the menu, on the pages of a filing: `Lưu, thoát`. Hides the foot as well. */
  exit?: ShellLink
  centre?: CentreCard
  footLinks?: ShellLink[]
  demo?: boolean
  children: ReactNode
}

const mainNav: ShellLink[] = [
  { href: '/tra-cuu', label: 'Tra cứu hồ sơ' },
  { href: '/thu-tuc', label: 'Tất cả thủ tục' },
  { href: '/phan-anh', label: 'Góp ý' },
  { href: '/dang-nhap', label: 'Đăng nhập' },
]

const helpLinks: ShellLink[] = [
  { href: '/phan-anh', label: 'Góp ý, phản ánh' },
  { href: '/du-lieu-ca-nhan', label: 'Bảo vệ dữ liệu cá nhân' },
  { href: '/kha-nang-tiep-can', label: 'Khả năng tiếp cận' },
  { href: '/lich-lam-viec', label: 'Lịch nghỉ, lịch làm bù' },
]

/** The frame of every citizen page. Its menu opens without JavaScript. */
export function CitizenShell({ place, province, homeHref = '/', nav = mainNav, exit, centre, footLinks = helpLinks, demo, children }: Props) {
  return (
    <div className="citizen" data-density="citizen">
      <SkipLink />
      <div className="state-band" />
      {demo && <DemoBanner />}
      <header className="citizen-head">
        <div className="wrap">
          <a className="brand" href={homeHref}>
            <Mark />
            <span><b>Một Cửa</b><span>{place}{province && <span className="brand-far">, {province}</span>}</span></span>
          </a>
          {exit ? <a className="citizen-exit" href={exit.href}>{exit.label}</a> : <Menu links={nav} />}
        </div>
      </header>
      <main className="wrap" id="noi-dung">{children}</main>
      {!exit && <Foot centre={centre} links={footLinks} />}
    </div>
  )
}

function Menu({ links }: { links: ShellLink[] }) {
  const items = links.map(({ href, label, current }) => <a key={href} href={href} aria-current={current ? 'page' : undefined}>{label}</a>)
  return (
    <>
      <nav className="citizen-nav" aria-label="Chính">{items}</nav>
      <details className="citizen-menu">
        <summary><Icon name="menu" />Menu</summary>
        <ul>{items.map((item) => <li key={item.key}>{item}</li>)}</ul>
      </details>
    </>
  )
}

function Foot({ centre, links }: { centre?: CentreCard; links: ShellLink[] }) {
  return (
    <footer className="citizen-foot">
      <div className="wrap">
        <div className="citizen-foot-columns">
          {centre && <CentreAddress centre={centre} />}
          {centre && <div><b>Giờ làm việc</b>{centre.hours.map((line) => <div key={line}>{line}</div>)}</div>}
          <div><b>Giúp đọc dễ hơn</b><ReadingTools /></div>
        </div>
        <div className="foot-links mt-4">{links.map(({ href, label }) => <a key={href} href={href}>{label}</a>)}</div>
      </div>
    </footer>
  )
}

function CentreAddress({ centre }: { centre: CentreCard }) {
  return (
    <div>
      <b>{centre.name}</b>
      <div>{centre.address}</div>
      {centre.phone && <div>Điện thoại: <a className="num" href={`tel:${centre.phone.replace(/\D/g, '')}`}>{phone(centre.phone)}</a></div>}
    </div>
  )
}
