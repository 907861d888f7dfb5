import { Icon } from '@/components/ui/icon'
import { number } from '@/lib/kernel/format'

/** The list and the figure, counted apart, side by side. */
export function ProofStrip({ listed, figure }: { listed: number; figure: number | null }) {
  const even = figure === null || figure === listed
  return (
    <section className="sheet balance mt-2" aria-label="Đối chiếu con số và danh sách">
      <div className="stat"><b>{number(listed)}</b><span>hồ sơ dưới đây</span></div>
      {figure !== null && (
        <>
          <i>{even ? '=' : '≠'}</i>
          <div className="stat"><b>{number(figure)}</b><span>số trong báo cáo</span></div>
          <p className={`flex items-center gap-2 font-semibold ${even ? 'done-text' : 'late-text'}`}><Icon name={even ? 'circle-check' : 'octagon-alert'} />{even ? 'Khớp' : `Lệch ${number(Math.abs(figure - listed))}`}</p>
        </>
      )}
      <p className="soft ml-auto max-w-[620px]">Hạn là ngày hẹn sau khi trừ thời gian tạm dừng. Xin lỗi, hẹn lại không làm hồ sơ thành đúng hạn.</p>
    </section>
  )
}
