'use client'

import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { cx } from '@/components/ui/cx'
import { type Intake, missingPapers, usualGiven } from './intake-state'
import type { Given, IntakePaper } from './intake-types'

type Props = { papers: readonly IntakePaper[]; given: Intake['given']; otherPaper: string; onChange: (change: Partial<Intake>) => void }

/** The papers of the case, ticked by their number. A paper that is only shown is noted as such. */
export function PapersTable({ papers, given, otherPaper, onChange }: Props) {
  const set = (key: string, next: Given) => onChange({ given: { ...given, [key]: next } })
  const missing = missingPapers(papers, given)
  return (
    <>
      <div className="table-scroll mt-2">
      <table className="data-table data-table-fixed">
        <caption className="sr-only">Giấy tờ phải nộp</caption>
        <thead><tr><th scope="col" className="w-13">Phím</th><th scope="col">Giấy tờ</th><th scope="col" className="figure w-20">Bản chính</th><th scope="col" className="figure w-16">Sao</th></tr></thead>
        <tbody>
          {papers.map((paper, at) => {
            const state = given[paper.key] ?? { on: false, originals: 0, copies: 0 }
            return (
              <tr key={paper.key} className={state.on ? 'current' : undefined}>
                <td>{at < 9 && <Kbd>{at + 1}</Kbd>}</td>
                <td className="!py-1.5">
                  <label className="group/paper flex items-center gap-2.5">
                    <input type="checkbox" className="shrink-0" name={`handedIn.${at}.on`} checked={state.on} data-paper={at + 1} onChange={() => set(paper.key, state.on ? { ...state, on: false } : usualGiven(paper))} />
                    <span className={cx(!paper.required && !state.on && 'soft')}>{paper.name}{paper.need === 'present' && <small className="soft block">Chỉ xem, trả lại ngay</small>}{paper.condition !== null && <small className="soft line-clamp-1 group-focus-within/paper:line-clamp-none" title={paper.condition}>{paper.condition}</small>}</span>
                  </label>
                  <input type="hidden" name={`handedIn.${at}.documentKey`} value={paper.key} />
                  <input type="hidden" name={`handedIn.${at}.name`} value={paper.name} />
                  {paper.need === 'present' && <input type="hidden" name={`handedIn.${at}.note`} value="xuất trình" />}
                </td>
                <td className="figure"><Count label={`Số bản chính: ${paper.name}`} name={`handedIn.${at}.originals`} off={!state.on || paper.need === 'present'} usual={usualGiven(paper).originals} value={state.originals} onChange={(originals) => set(paper.key, { ...state, originals })} /></td>
                <td className="figure"><Count label={`Số bản sao: ${paper.name}`} name={`handedIn.${at}.copies`} off={!state.on || paper.need === 'present'} usual={usualGiven(paper).copies} value={state.copies} onChange={(copies) => set(paper.key, { ...state, copies })} /></td>
              </tr>
            )
          })}
          <tr>
            <td /><td className="!py-1.5" colSpan={3}>
              <input type="hidden" name={`handedIn.${papers.length}.free`} value="1" /><input type="hidden" name={`handedIn.${papers.length}.originals`} value="1" />
              <input className="input !mt-0" name={`handedIn.${papers.length}.name`} aria-label="Giấy tờ khác người dân nộp thêm" placeholder="Giấy tờ khác, nếu có" autoComplete="off" value={otherPaper} onChange={(event) => onChange({ otherPaper: event.target.value })} />
            </td>
          </tr>
        </tbody>
      </table>
      </div>
      <p className="mt-3 flex items-center gap-2" role="status">
        {missing.length === 0
          ? <><Icon name="circle-check" className="text-la-600" /><b>Đủ giấy tờ bắt buộc.</b></>
          : <><Icon name="circle-alert" className="text-vang-700" /><b>Còn {missing.length} giấy tờ bắt buộc.</b></>}
        <span className="soft">Thiếu thì nhấn <Kbd>B</Kbd> in Phiếu yêu cầu bổ sung (Mẫu 02).</span>
      </p>
    </>
  )
}

/** A line counts only where it is ticked; what it would be stands ready, for a browser without JavaScript. */
function Count({ name, label, off, usual, value, onChange }: { name: string; label: string; off: boolean; usual: number; value: number; onChange: (value: number) => void }) {
  if (off) return <><span className="zero">–</span><input type="hidden" name={name} value={usual} /></>
  return <input className="input input-code !mt-0 !min-h-7 !px-1 !py-0 text-right" name={name} aria-label={label} inputMode="numeric" maxLength={3} value={value} onChange={(event) => onChange(Number(event.target.value.replace(/\D/g, '')))} />
}
