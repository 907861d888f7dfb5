'use client'

import { KeptSubmit } from '../../../_components/kept-submit'
import { ProblemNote } from '../../../_components/problem-note'
import { useKeptForm } from '../../../_components/use-kept-form'
import { HintAndError } from '@/components/ui/field'
import type { ActionState } from '@/lib/platform/action'

export type PostLine = { dossierId: string; code: string; recipientName: string; address: string | null; procedureName: string; href: string }
type Props = { action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>; lines: readonly PostLine[] }

/** One line for each result, one box for its number; a reader of bar codes fills one after the other. */
export function PostForm({ action, lines }: Props) {
  const { state, busy, form } = useKeptForm(action)
  const problem = state.status === 'problem' ? state : null
  return (
    <form {...form}>
      {problem !== null && <div className="px-3 pt-2"><ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} /></div>}
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Kết quả chờ gửi bưu chính">
        <table className="data-table data-table-stack data-table-tall">
          <caption className="sr-only">Kết quả chờ gửi bưu chính</caption>
          <thead><tr><th scope="col" className="w-48">Mã hồ sơ</th><th scope="col">Người nhận</th><th scope="col" className="w-72">Mã bưu gửi</th></tr></thead>
          <tbody>
            {lines.map((line, at) => {
              const name = `parcels.${at}.trackingNumber`
              const error = problem?.fields[`parcels.${sentPosition(problem.values, at)}.trackingNumber`]
              return (
                <tr key={line.dossierId}>
                  <th scope="row" data-label="Mã hồ sơ"><a className="num" href={line.href}>{line.code}</a></th>
                  <td data-label="Người nhận"><b>{line.recipientName}</b>{line.address !== null && <span className="soft block">{line.address}</span>}<span className="soft block">{line.procedureName}</span></td>
                  <td data-label="Mã bưu gửi">
                    <input type="hidden" name={`parcels.${at}.dossierId`} value={line.dossierId} />
                    <label className="soft md:sr-only" htmlFor={name}>Mã bưu gửi<span className="sr-only"> của {line.code}</span></label>
                    <HintAndError name={name} error={isFilled(problem?.values, at) ? error : undefined} />
                    <input id={name} name={name} className="input input-code !mt-0 !w-full" autoComplete="off" maxLength={40} defaultValue={problem?.values[name]} aria-invalid={isFilled(problem?.values, at) && error !== undefined ? true : undefined} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-3 border-t border-giay-300 px-3 py-2">
        <KeptSubmit busy={busy} variant="filled">Bàn giao bưu chính</KeptSubmit>
        <span className="soft text-xs">Chỉ gửi những dòng đã ghi mã. Mã in trên phiếu của bưu chính, ví dụ EA123456789VN.</span>
      </div>
    </form>
  )
}

const isFilled = (values: Record<string, string> | undefined, at: number): boolean => (values?.[`parcels.${at}.trackingNumber`] ?? '').trim() !== ''

/** Lines without a number were not sent: the position of a line among those that were. */
const sentPosition = (values: Record<string, string>, at: number): number => Array.from({ length: at }, (_, before) => before).filter((before) => isFilled(values, before)).length
