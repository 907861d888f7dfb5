import { Figure } from '@/components/ui/data-table'
import { shortDay } from '@/lib/kernel/format'
import { cellOfColumn, formColumns, type FormColumn, type FormRow } from '@/lib/reports/domain/form-06a'
import { lastDay, type Period } from '@/lib/reports/domain/period'
import type { FormSheet } from '@/lib/reports/queries/form-06a'
import { columnLabel, shortPeriodName } from '@/lib/reports/wording'
import { committeeName, type Commune } from '@/lib/units/domain/commune'
import { behindHref } from '../../../_components/addresses'

const sums: readonly FormColumn[] = [3, 7, 11]
const lateColumns: readonly FormColumn[] = [10, 13]
const strong = (column: FormColumn) => (sums.includes(column) ? 'bg-giay-100 font-semibold' : '')

type Props = { sheet: FormSheet; period: Period; commune: Commune }

/** Head and column numbers as printed; each figure that is not zero opens its dossiers. */
export const FormTable = ({ sheet: { report }, period, commune }: Props) => (
  <section className="sheet overflow-hidden" aria-label="Biểu II.06a">
    <div className="grid gap-2 px-3.5 py-2.5 text-sm leading-snug md:grid-cols-[210px_1fr_290px] print:grid-cols-[42mm_1fr_66mm] print:px-0">
      <div>Biểu số II.06a/VPCP/KSTT</div>
      <div className="md:text-center print:text-center">
        <b>TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC</b><br />
        Kỳ báo cáo: {shortPeriodName(period)} (từ ngày {shortDay(period.from)} đến ngày {shortDay(lastDay(period))})
      </div>
      <div>Đơn vị báo cáo: {committeeName(commune)}<br />Đơn vị nhận: UBND {commune.province.name.charAt(0).toLowerCase() + commune.province.name.slice(1)}<br /><i>Đơn vị tính: số hồ sơ TTHC</i></div>
    </div>
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Bảng của biểu II.06a">
      <table className="data-table [&_td]:border [&_td]:border-giay-200 [&_th]:border [&_th]:border-giay-300">
        <caption className="sr-only">Tình hình, kết quả giải quyết thủ tục hành chính theo lĩnh vực</caption>
        <FormHead />
        <tbody>
          {report.groups.map(({ key, name, form }, at) => <Row key={key} number={at + 1} name={name} form={form} period={period} fieldSlug={key} />)}
          {report.groups.length === 0 && <tr><td colSpan={13}>Không phát sinh hồ sơ trong kỳ.</td></tr>}
        </tbody>
        <tfoot><Row name="Tổng số" form={report.form} period={period} /></tfoot>
      </table>
    </div>
  </section>
)

const FormHead = () => (
  <thead className="[&_th]:!text-center [&_th]:!whitespace-normal">
    <tr><th rowSpan={3} className="w-10">STT</th><th rowSpan={3} className="min-w-52">Lĩnh vực, công việc giải quyết theo cấp</th><th colSpan={4}>Số hồ sơ nhận giải quyết</th><th colSpan={4}>Số lượng hồ sơ đã giải quyết</th><th colSpan={3}>Số lượng hồ sơ đang giải quyết</th></tr>
    <tr>
      <Head of={3} rowSpan={2} /><th colSpan={3}>Trong đó</th>
      {([7, 8, 9, 10, 11, 12, 13] as const).map((column) => <Head key={column} of={column} rowSpan={2} />)}
    </tr>
    <tr>{([4, 5, 6] as const).map((column) => <Head key={column} of={column} />)}</tr>
    <tr className="[&_th]:!py-0.5 [&_th]:!font-normal">{[1, 2, ...formColumns].map((column) => <th key={column}>({column})</th>)}</tr>
  </thead>
)

const Head = ({ of, rowSpan }: { of: FormColumn; rowSpan?: number }) => <th rowSpan={rowSpan} className={`w-[6.6%] ${strong(of)}`}>{columnLabel[of]}</th>

function Row({ number, name, form, period, fieldSlug }: { number?: number; name: string; form: FormRow; period: Period; fieldSlug?: string }) {
  return (
    <tr>
      <td className="figure">{number}</td>
      <th scope="row" className={fieldSlug === undefined ? undefined : '!font-normal'}>{name}</th>
      {formColumns.map((column) => (
        <td key={column} className={`figure ${strong(column)}`}><Figure value={form[column]} href={behindHref(period, cellOfColumn[column], { fieldSlug })} late={lateColumns.includes(column)} /></td>
      ))}
    </tr>
  )
}
