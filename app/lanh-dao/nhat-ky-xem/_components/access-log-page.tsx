import { z } from 'zod'
import { AccessTable } from '@/components/audit/access-table'
import { OtherPeriod } from '@/components/reports/other-period'
import { NextRows } from '@/components/ui/data-table'
import { FilterBar, FilterChip, FilterMenu } from '@/components/ui/filters'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { accessKinds } from '@/lib/audit/domain/access'
import { type AccessCursor, accessLog, whoLooked } from '@/lib/audit/queries/access-log'
import { accessLabel } from '@/lib/audit/wording'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'
import { addDays, localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { type Query, readPeriod } from '@/lib/reports/inputs'
import { periodName } from '@/lib/reports/wording'

const one = (query: Query, name: string): string | null => [query[name]].flat()[0] || null
const Cursor = z.tuple([z.coerce.date(), z.uuid()]).transform(([at, id]): AccessCursor => ({ at, id }))

/** Who opened personal data in this commune, by officer, kind, dossier and day. The same page for leaders and administrators. */
export async function AccessLogPage({ officer, query, path }: { officer: SignedInOfficer; query: Query; path: string }) {
  const chosen = readPeriod(query, localDateOf(now()))
  const dated = chosen.choice === null || chosen.errors.length > 0
  const staff = await whoLooked(officer)
  const person = staff.find(({ id }) => id === one(query, 'can-bo')) ?? null
  const what = accessKinds.find((kind) => kind === one(query, 'viec')) ?? null
  const [code, after] = [one(query, 'ma'), Cursor.safeParse(one(query, 'sau')?.split('_')).data ?? null]
  const days = dated && chosen.errors.length === 0 ? { from: chosen.period.from, until: addDays(chosen.period.to, -1) } : { from: null, until: null }
  const { rows, next } = await accessLog(officer, { staffId: person?.id ?? null, what, code, ...days }, after)
  const set = { 'can-bo': person?.id ?? null, viec: what, ma: code, tu: days.from, den: days.until }
  const href = (change: Record<string, string | null>) => {
    const query = Object.entries({ ...set, ...change }).filter((entry): entry is [string, string] => entry[1] !== null)
    return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`
  }
  return (
    <>
      <PageHeading title="Nhật ký mở dữ liệu" lead="Ai đã mở hồ sơ, giấy tờ, số định danh của người dân; không ai sửa hay xóa được. Người dân đọc được các dòng về hồ sơ của mình." />
      <Sheet flush className="mt-3">
        <FilterBar end="Mới nhất trước">
          {person === null ? <FilterMenu label="Cán bộ" options={staff.map(({ id, name }) => ({ href: href({ 'can-bo': id }), label: name }))} /> : <FilterChip label={person.name} removeHref={href({ 'can-bo': null })} />}
          {what === null ? <FilterMenu label="Việc" options={accessKinds.map((kind) => ({ href: href({ viec: kind }), label: accessLabel[kind] }))} /> : <FilterChip label={accessLabel[what]} removeHref={href({ viec: null })} />}
          {code !== null && <FilterChip label={code} removeHref={href({ ma: null })} />}
          {days.from === null ? <OtherPeriod action={path} typed={chosen.typed} errors={chosen.errors} start /> : <FilterChip label={periodName(chosen.period)} removeHref={href({ tu: null, den: null })} />}
        </FilterBar>
        <AccessTable rows={rows} allHref={path} />
        {(next !== null || after !== null) && (
          <NextRows nextHref={next === null ? undefined : href({ sau: `${next.at.toISOString()}_${next.id}` })} firstHref={after === null ? undefined : href({})} />
        )}
      </Sheet>
    </>
  )
}
