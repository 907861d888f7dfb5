import { DotOnScale } from '@/components/ui/charts'
import { DataTable, Figure } from '@/components/ui/data-table'
import { Change } from '@/components/ui/figures'
import { Segments } from '@/components/ui/filters'
import { EmptyState } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { percent, points } from '@/lib/kernel/format'
import { lastDay, type Period } from '@/lib/reports/domain/period'
import { ON_TIME_TARGET, onTimeRate, type Figures } from '@/lib/reports/domain/settlement'
import type { Comparison, LeaderOverview } from '@/lib/reports/queries/leader-overview'
import { nothingSettled, shortPeriodName } from '@/lib/reports/wording'
import { behindHref } from './addresses'

type Props = { overview: LeaderOverview; period: Period; comparison: Comparison }

const SCALE = { from: 70, to: 100 } as const

/** Which fields keep their word, against the target and against an earlier period. */
export function FieldSheet({ overview: { report, compared }, period, comparison }: Props) {
  const fields = report.groups.toSorted((a, b) => b.figures.settled.total - a.figures.settled.total)
  const address = (so: string) => `/lanh-dao?${new URLSearchParams({ tu: period.from, den: lastDay(period), so })}`
  return (
    <Sheet
      flush
      title="Theo lĩnh vực"
      aside={<Segments small label="So với" options={[{ href: address('ky-truoc'), label: 'Kỳ trước', current: comparison === 'previous' }, { href: address('cung-ky'), label: `Cùng kỳ ${Number(period.from.slice(0, 4)) - 1}`, current: comparison === 'last-year' }]} />}
    >
      <DataTable
        caption="Kết quả theo lĩnh vực"
        rows={fields}
        rowKey={({ key }) => key}
        empty={<EmptyState>Không phát sinh hồ sơ trong kỳ.</EmptyState>}
        columns={[
          { key: 'field', head: 'Lĩnh vực', rowHead: true, cell: ({ key, name }) => <a href={behindHref(period, 'received', { fieldSlug: key })}>{name}</a> },
          { key: 'settled', head: 'Đã xong', numeric: true, drop: 1, cell: ({ key, figures }) => <Figure value={figures.settled.total} href={behindHref(period, 'settled', { fieldSlug: key })} /> },
          { key: 'rate', head: <>Đúng hẹn <span className="hidden font-normal sm:inline">({SCALE.from}–{SCALE.to} %, mốc {ON_TIME_TARGET * 100})</span></>, cell: ({ name, figures }) => <Rate name={name} figures={figures} /> },
          { key: 'change', head: `So ${shortPeriodName(compared.period)}`, numeric: true, drop: 1, cell: ({ key, figures }) => <Compared figures={figures} before={compared.fields.get(key)?.figures} /> },
          { key: 'done-late', head: 'Xong trễ', numeric: true, drop: 1, cell: ({ key, figures }) => <Figure value={figures.settled.overdue} href={behindHref(period, 'overdue', { fieldSlug: key })} /> },
          { key: 'late', head: 'Đang trễ', numeric: true, cell: ({ key, figures }) => <Figure value={figures.pending.overdue} href={behindHref(period, 'pending-overdue', { fieldSlug: key })} late /> },
        ]}
      />
    </Sheet>
  )
}

function Rate({ name, figures }: { name: string; figures: Figures }) {
  const rate = onTimeRate(figures)
  if (rate === null) return <span className="soft">{nothingSettled}</span>
  return (
    <span className="whitespace-nowrap">
      <span className="mr-4 hidden sm:inline"><DotOnScale value={rate * 100} {...SCALE} target={ON_TIME_TARGET * 100} text={`${name}: ${percent(rate)} đúng hẹn`} /></span>
      <b className={rate < ON_TIME_TARGET ? 'num late-text' : 'num'}>{percent(rate)}</b>
    </span>
  )
}

function Compared({ figures, before }: { figures: Figures; before: Figures | undefined }) {
  const [rate, earlier] = [onTimeRate(figures), before === undefined ? null : onTimeRate(before)]
  if (rate === null || earlier === null) return <span className="zero">–</span>
  const by = Math.round((rate - earlier) * 1000) / 10
  return <Change by={by}>{points(by).slice(1)}</Change>
}
