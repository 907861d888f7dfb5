import type { Metadata } from 'next'
import { NextRows } from '@/components/ui/data-table'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { number } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { readCursor, readPeriod, readSlice, type Query } from '@/lib/reports/inputs'
import { figureBehind } from '@/lib/reports/queries/figure-behind'
import { asOfWords } from '@/lib/reports/wording'
import { behindHref, periodHref } from '../_components/addresses'
import { NotForYou } from '../_components/not-for-you'
import { BehindTable } from './_components/behind-table'
import { ProofStrip } from './_components/proof-strip'

export const metadata: Metadata = { title: 'Hồ sơ đằng sau con số' }

/** Opened from a figure: exactly its dossiers, counted once more beside it. */
export default async function BehindPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  const { period } = readPeriod(query, localDateOf(now()))
  const slice = readSlice(query)
  const asked = await figureBehind(officer, { period, slug: [query.o].flat()[0] ?? '', ...slice, after: readCursor(query) })
  if (!asked.ok) return <NotForYou what="Hồ sơ đằng sau con số" />
  const { title, figure, behind, cell, asOf } = asked.value
  const after = (key: string | undefined) => behindHref(period, cell, { ...slice, after: key })
  return (
    <>
      <p className="no-print"><BackLink href={periodHref('/lanh-dao', period)}>Tổng quan</BackLink></p>
      <PageHeading title={title} lead={asOfWords(period, asOf)} />
      <ProofStrip listed={behind.count} figure={figure} />
      <Sheet flush className="mt-3 [&_tbody_td]:align-top [&_tbody_th]:align-top">
        <BehindTable rows={behind.rows} />
        {(behind.next !== null || query.sau !== undefined) && (
          <NextRows
            nextHref={behind.next === null ? undefined : after(`${behind.next.key}_${behind.next.id}`)}
            firstHref={query.sau === undefined ? undefined : after(undefined)}
            shown={`${number(behind.rows.length)} trên ${number(behind.count)} hồ sơ`}
          />
        )}
      </Sheet>
    </>
  )
}
