'use client'

import { usePathname } from 'next/navigation'

export type StaffTab = { href: string; label: string; count?: number | string }

/** The tabs of the staff bar. The one whose address the page lies under is marked; the longest match wins. */
export function StaffTabs({ tabs }: { tabs: StaffTab[] }) {
  const path = usePathname()
  const under = tabs.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  const current = under.toSorted((a, b) => b.href.length - a.href.length)[0]?.href
  return (
    <nav className="staff-tabs" aria-label="Chính">
      {tabs.map(({ href, label, count }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {label}
          {count !== undefined && count !== 0 && <span className="staff-count">{count}</span>}
        </a>
      ))}
    </nav>
  )
}
