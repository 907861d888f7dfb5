import { cx } from './cx'

export type LinePoint = { label: string; value: number }

type LineProps = {
  points: LinePoint[]
  /** The whole chart in a sentence: `Tỷ lệ đúng hẹn 12 tháng, thấp nhất 94,2 % tháng 2`. */
  text: string
  /** Ends of the scale; they are stated in `text`. */
  from: number
  to: number
  target?: { value: number; label: string }
  /** Writes a value beside its point: the lowest one is labelled. */
  format: (value: number) => string
}

/** One series over time, drawn on the server: the last point is filled, the lowest labelled, the target dotted. */
export function LineChart({ points, text, from, to, target, format }: LineProps) {
  const [width, top, bottom] = [372, 12, 70]
  const x = (at: number) => (points.length < 2 ? width / 2 : 14 + (at * (width - 28)) / (points.length - 1))
  const y = (value: number) => round(bottom - ((Math.min(Math.max(value, from), to) - from) / (to - from)) * (bottom - top))
  const lowest = points.reduce((low, point, at) => (point.value < points[low]!.value ? at : low), 0)
  return (
    <svg className="chart" viewBox={`0 0 ${width} 98`} role="img" aria-label={text}>
      {target && (
        <>
          <line className="chart-target" x1="0" x2={width} y1={y(target.value)} y2={y(target.value)} />
          <text x="0" y={y(target.value) - 5}>{target.label}</text>
        </>
      )}
      <polyline className="chart-line" points={points.map((point, at) => `${round(x(at))},${y(point.value)}`).join(' ')} />
      {points.map((point, at) => {
        const last = at === points.length - 1
        return (
          <g key={point.label}>
            <circle className={cx('chart-dot', last && 'chart-dot-now')} cx={round(x(at))} cy={y(point.value)} r={last ? 5.5 : 3} />
            {at === lowest && !last && <text x={round(x(at))} y={y(point.value) + 15} textAnchor="middle">{format(point.value)}</text>}
            <text className={cx(last && 'chart-now')} x={round(x(at))} y="95" textAnchor="middle">{point.label}</text>
          </g>
        )
      })}
    </svg>
  )
}

export type Bar = {
  /** `T4`; gives way on a phone where there is a sublabel. */
  label: string
  sublabel?: string
  value: number
  /** Part of `value` that is likely to be late: hatched. */
  atRisk?: number
}

type BarProps = { bars: Bar[]; text: string; capacity?: { value: number; label: string }; /** unique on the page */ id: string }

/** Bars from zero with their numbers on top; the part at risk is hatched. */
export function BarChart({ bars, text, capacity, id }: BarProps) {
  const [width, top, bottom] = [600, 24, 128]
  const most = Math.max(1, capacity?.value ?? 0, ...bars.map((bar) => bar.value))
  const y = (value: number) => round(bottom - (value / most) * (bottom - top))
  const slot = (width - 24) / bars.length
  const thick = Math.min(52, slot * 0.62)
  return (
    <svg className="chart chart-bars" viewBox={`0 0 ${width} 170`} role="img" aria-label={text}>
      <Hatch id={id} />
      {capacity && <line className="chart-target" x1="12" x2={width - 12} y1={y(capacity.value)} y2={y(capacity.value)} />}
      <line className="chart-axis" x1="12" x2={width - 12} y1={bottom} y2={bottom} />
      {bars.map((bar, at) => {
        const middle = round(12 + slot * (at + 0.5))
        const left = round(middle - thick / 2)
        return (
          <g key={`${bar.label} ${bar.sublabel ?? ''}`}>
            <rect className="chart-bar" x={left} y={y(bar.value)} width={thick} height={round(bottom - y(bar.value))} />
            {bar.atRisk ? (
              <rect
                className="chart-risk"
                fill={`url(#${id})`}
                x={left}
                y={y(bar.value)}
                width={thick}
                height={round(y(bar.value - bar.atRisk) - y(bar.value))}
              />
            ) : null}
            <text className="chart-value" x={middle} y={y(bar.value) - 7} textAnchor="middle">{bar.value}</text>
            <text className={cx(Boolean(bar.sublabel) && 'chart-weekday')} x={middle} y={bottom + 19} textAnchor="middle">{bar.label}</text>
            {bar.sublabel && <text x={middle} y={bottom + 36} textAnchor="middle">{bar.sublabel}</text>}
          </g>
        )
      })}
      {capacity && <text className="chart-capacity" x={width - 12} y={y(capacity.value) - 5} textAnchor="end">{capacity.label}</text>}
    </svg>
  )
}

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="fill-vang-100" />
      <rect width="2.5" height="6" className="fill-vang-500" />
    </pattern>
  </defs>
)

/** A rate on a scale whose ends the table head states: a disc, or a red diamond where it misses the target. */
export function DotOnScale({ value, from, to, target, text }: { value: number; from: number; to: number; target?: number; text: string }) {
  const x = (at: number) => round(6 + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * 116)
  const missed = target !== undefined && value < target
  return (
    <svg className="chart-scale" viewBox="0 0 128 22" role="img" aria-label={text}>
      <line x1="6" x2="122" y1="11" y2="11" />
      <line className="chart-scale-end" x1="6" x2="6" y1="4" y2="18" />
      {target !== undefined && <line className="chart-scale-target" x1={x(target)} x2={x(target)} y1="0" y2="22" />}
      {missed
        ? <path className="chart-late" d={`M${x(value)} 4l7 7l-7 7l-7-7z`} />
        : <circle className="chart-dot-now" cx={x(value)} cy="11" r="6" />}
    </svg>
  )
}

/** A horizontal bar in a table cell, with its number beside it. */
export function CellBar({ value, most, late }: { value: number; most: number; late?: boolean }) {
  return (
    <svg className="chart-scale" viewBox="0 0 128 22" aria-hidden="true">
      <rect className={late ? 'chart-late' : 'chart-bar'} x="0" y="5" width={most === 0 ? 0 : round((value / most) * 128)} height="12" />
    </svg>
  )
}

type KeyItem = { mark: 'bar' | 'risk' | 'target'; label: string }

/** What marks mean, where direct labels do not fit. `id`: of the bar chart whose hatching it shows. */
export function ChartKey({ items, id }: { items: KeyItem[]; id?: string }) {
  return (
    <p className="chart-key">
      {items.map(({ mark, label }) => (
        <span key={label}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            {mark === 'target' && <line className="chart-target" x1="0" x2="14" y1="7" y2="7" strokeWidth="2" />}
            {mark === 'bar' && <rect className="chart-bar" width="14" height="14" />}
            {mark === 'risk' && <rect className="chart-risk" fill={`url(#${id})`} x="0.5" y="0.5" width="13" height="13" />}
          </svg>
          {label}
        </span>
      ))}
    </p>
  )
}

/** Coordinates of one decimal: short markup, and the same text on every machine. */
const round = (value: number) => Math.round(value * 10) / 10
