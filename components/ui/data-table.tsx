import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icon'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures: right, in equal widths. */
  numeric?: boolean
  /** Utility class of the column's width: `w-32`. */
  width?: string
  /** One line with an ellipsis; the whole text shows when the row has focus. */
  clip?: boolean
  sort?: { href: string; now?: 'ascending' | 'descending' }
  /** Which column goes first on a narrow screen: 3 under 1280, 2 under 1120, 1 under 960. Order: note, channel, step. */
  drop?: 1 | 2 | 3
  /** Head is for screen readers only: check boxes, links. */
  hideHead?: boolean
  /** The cell that names the row. */
  rowHead?: boolean
  /** Says itself without the head's name, where rows are blocks: badges, names. */
  bare?: boolean
}

export type RowGroup<Row> = { id: string; label: ReactNode; count?: number; rows: Row[] }

type Props<Row> = {
  /** Says what the table holds; for screen readers unless `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  rows?: Row[]
  groups?: RowGroup<Row>[]
  /** Key of the chosen row. */
  current?: string
  /** Rows become blocks on a phone. Without it the table scrolls sideways there. */
  stack?: boolean
  /** Rows of two lines and more. */
  tall?: boolean
  foot?: ReactNode
  empty?: ReactNode
}

/** A table of staff screens: sticky head, groups with counts, one chosen row. Empty cells stay blank, unknown is `–`. */
export function DataTable<Row>(props: Props<Row>) {
  const groups = props.groups ?? [{ id: 'all', label: null, rows: props.rows ?? [] }]
  if (props.empty && groups.every((group) => group.rows.length === 0)) return props.empty
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={props.caption}>
      <table className={cx('data-table', props.stack && 'data-table-stack', props.tall && 'data-table-tall',
        props.columns.some((column) => column.clip) && 'data-table-fixed')}>
        <caption className={cx(!props.showCaption && 'sr-only')}>{props.caption}</caption>
        <thead><tr>{props.columns.map((column) => <Head key={column.key} column={column} />)}</tr></thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            {group.label !== null && (
              <tr className="group">
                <th scope="rowgroup">{group.label} {group.count !== undefined && <span className="num">{group.count}</span>}</th>
                {props.columns.slice(1).map(({ key, drop }) => <td key={key} className={drop && `drop-${drop}`} aria-hidden="true" />)}
              </tr>
            )}
            {group.rows.map((row) => <Line key={props.rowKey(row)} row={row} {...props} />)}
          </tbody>
        ))}
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  )
}

const arrow = { ascending: 'arrow-up', descending: 'arrow-down' } as const

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column
  const words = column.hideHead ? <span className="sr-only">{column.head}</span> : column.head
  return (
    <th scope="col" className={cx(column.width, column.numeric && 'figure', column.drop && `drop-${column.drop}`)} aria-sort={sort?.now}>
      {sort ? <a href={sort.href}>{words}{sort.now && <Icon name={arrow[sort.now]} size="small" />}</a> : words}
    </th>
  )
}

function Line<Row>({ row, columns, rowKey, current, stack }: Props<Row> & { row: Row }) {
  const chosen = rowKey(row) === current
  return (
    <tr className={cx(chosen && 'current') || undefined} aria-current={chosen || undefined} id={`dong-${rowKey(row)}`}>
      {columns.map((column) => {
        const className = cx(column.numeric && 'figure', column.clip && 'clip', column.drop && `drop-${column.drop}`) || undefined
        const head = stack && !column.hideHead && !column.rowHead && !column.bare && typeof column.head === 'string' ? column.head : undefined
        return column.rowHead
          ? <th key={column.key} scope="row" className={className}>{column.cell(row)}</th>
          : <td key={column.key} className={className} data-head={head}>{column.cell(row)}</td>
      })}
    </tr>
  )
}

/** A figure that opens the rows behind it; zero is a plain 0, unknown a dash. */
export function Figure({ value, href, late }: { value: number | null; href?: string; late?: boolean }) {
  if (value === null) return <span className="zero">–</span>
  const shown = new Intl.NumberFormat('vi-VN').format(value)
  if (value === 0) return <span className="zero">0</span>
  if (!href) return <span className={cx('num', late && 'late-text')}>{shown}</span>
  return <a className={cx('num underline decoration-1 underline-offset-4', late && 'late-text')} href={href}>{shown}</a>
}

/** The next page by key, never by number: `Xem tiếp`. */
export function NextRows({ nextHref, firstHref, shown }: { nextHref?: string; firstHref?: string; shown?: ReactNode }) {
  return (
    <nav className="keyset" aria-label="Trang của danh sách">
      {firstHref && <a href={firstHref}>Về đầu danh sách</a>}
      {nextHref && <a href={nextHref} rel="next">Xem tiếp</a>}
      {shown && <span className="num">{shown}</span>}
    </nav>
  )
}
