import type { ReactNode } from 'react'
import { CitizenShell } from '@/components/layout/citizen-shell'
import { env } from '@/lib/platform/env'
import { activeCommunes } from '@/lib/units/queries/communes'

/** The page around both steps: the form at the left, what to know beside it, the demonstration accounts below. */
export async function SignInFrame({ title, lead, aside, children }: { title: string; lead: string; aside: ReactNode; children: ReactNode }) {
  const communes = await activeCommunes()
  const provinces = new Set(communes.map(({ province }) => province.name))
  const place = communes.length === 1 ? communes[0]!.name : provinces.size === 1 ? [...provinces][0]! : 'Cổng một cửa cấp xã'
  return (
    <CitizenShell place={place} exit={{ href: '/', label: 'Trang chủ' }} demo={env.mode === 'demo'}>
      <div className="mt-8 grid items-start gap-10 pb-16 md:mt-12 md:grid-cols-[400px_minmax(0,1fr)] md:gap-[72px]">
        <div>
          <h1>{title}</h1>
          <p className="soft mt-2">{lead}</p>
          {children}
        </div>
        <aside className="grid gap-6 md:mt-22">{aside}</aside>
      </div>
    </CitizenShell>
  )
}
