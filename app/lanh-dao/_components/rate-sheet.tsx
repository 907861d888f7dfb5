import { LineChart } from '@/components/ui/charts'
import { Details } from '@/components/ui/details'
import { Change, StatLink } from '@/components/ui/figures'
import { Sheet } from '@/components/ui/sheet'
import { number, percent, points } from '@/lib/kernel/format'
import type { Period } from '@/lib/reports/domain/period'
import { ON_TIME_TARGET, onTimeRate } from '@/lib/reports/domain/settlement'
import type { LeaderOverview } from '@/lib/reports/queries/leader-overview'
import { nothingSettled, rateDefinition, shortPeriodName } from '@/lib/reports/wording'
import { behindHref, periodHref } from './addresses'

type Props = { overview: LeaderOverview; period: Period }

/** The one large figure, with what it is made of, and its twelve months. */
export function RateSheet({ overview: { report, compared, months }, period }: Props) {
  const { settled } = report.total
  const rate = onTimeRate(report.total)
  const [inTime, withLimit] = [settled.early + settled.onTime, settled.total - settled.noLimit]
  return (
    <Sheet>
      <h2>Xong đúng hẹn</h2>
      {rate === null ? (
        <><p className="mt-3 text-2xl font-bold">{nothingSettled}</p><p className="soft mt-1">Chưa có hồ sơ nào xong trong kỳ.</p></>
      ) : (
        <div className="mt-0.5 mb-1.5 flex items-center gap-4">
          <StatLink main figure={percent(rate)} label={<span className="sr-only">hồ sơ xong đúng hẹn</span>} href={behindHref(period, 'with-limit')} />
          <p className="text-sm leading-snug">
            <Count value={inTime} href={behindHref(period, 'in-time')} /> trên <Count value={withLimit} href={behindHref(period, 'with-limit')} /> hồ sơ đã xong.<br />
            <Compared rate={rate} before={onTimeRate(compared.figures)} period={compared.period} />
          </p>
        </div>
      )}
      <TwelveMonths months={months} />
      <Details plain flush summary="Cách tính, từng tháng" className="mt-1 text-sm">
        <p>{rateDefinition} Mục tiêu của xã: {ON_TIME_TARGET * 100} %, đường chấm trong hình.</p>
        <ul className="mt-2 grid grid-cols-2 gap-x-6">
          {months.map(({ period: month, rate: of }) => (
            <li key={month.from} className="flex justify-between border-b border-giay-200 py-1">
              <a href={periodHref('/lanh-dao', month)}>Tháng {Number(month.from.slice(5, 7))}/{month.from.slice(0, 4)}</a><span className="num">{of === null ? '–' : percent(of)}</span>
            </li>
          ))}
        </ul>
      </Details>
    </Sheet>
  )
}

const Count = ({ value, href }: { value: number; href: string }) => (value === 0 ? <span className="num">0</span> : <a className="num" href={href}>{number(value)}</a>)

function Compared({ rate, before, period }: { rate: number; before: number | null; period: Period }) {
  if (before === null) return <span className="soft">{shortPeriodName(period)}: không phát sinh</span>
  const by = Math.round((rate - before) * 1000) / 10
  return by === 0 ? <span className="soft">như {shortPeriodName(period)}</span> : <Change by={by}>{points(by).slice(1)} điểm so với {shortPeriodName(period)}</Change>
}

/** With fewer points the line runs through the words of the target. */
const ROOM_FOR_LABEL = 6

/** Months in which nothing was settled have no point: a gap is not a zero. */
function TwelveMonths({ months }: { months: LeaderOverview['months'] }) {
  const told = months.flatMap(({ period, rate }) => (rate === null ? [] : [{ label: String(Number(period.from.slice(5, 7))), value: rate * 100 }]))
  if (told.length < 2) return <p className="soft mt-3 text-sm">Chưa đủ hai tháng có hồ sơ xong để vẽ biểu đồ.</p>
  const lowest = told.reduce((low, point) => (point.value < low.value ? point : low))
  const highest = told.reduce((high, point) => (point.value > high.value ? point : high))
  const from = Math.max(0, Math.min(Math.floor(lowest.value) - 1, ON_TIME_TARGET * 100 - 4))
  return (
    <LineChart
      points={told}
      from={from}
      to={100}
      target={{ value: ON_TIME_TARGET * 100, label: told.length < ROOM_FOR_LABEL ? '' : `mục tiêu ${ON_TIME_TARGET * 100} %` }}
      format={(value) => percent(value / 100).replace(/\s*%/, '')}
      text={`Tỷ lệ xong đúng hẹn ${told.length} tháng, thang từ ${from} đến 100 %: thấp nhất ${percent(lowest.value / 100)} tháng ${lowest.label}, cao nhất ${percent(highest.value / 100)} tháng ${highest.label}`}
    />
  )
}
