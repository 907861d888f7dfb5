import { Tag } from '@/components/ui/note'
import { Icon } from '@/components/ui/icon'

/** One paper of a batch, and where its signing stands; `why`: what stood in the way, in words. */
export type SigningLine = { position: number; label: string; href: string | null; state: 'waiting' | 'signing' | 'signed' | 'failed'; why: string | null }

/** What became of each paper: a row is a paper, and a failure says what to do. */
export const SigningLines = ({ lines }: { lines: readonly SigningLine[] }) => (
  <ol className="grid border-t border-giay-200">
    {lines.map(({ position, label, href, state, why }) => (
      <li key={position} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-giay-200 px-3.5 py-2" data-state={state}>
        {href === null ? <b className="num">{label}</b> : <a className="num" href={href}>{label}</a>}
        <StateTag state={state} />
        {why !== null && <span className="basis-full text-sm">{why}</span>}
      </li>
    ))}
  </ol>
)

function StateTag({ state }: Pick<SigningLine, 'state'>) {
  switch (state) {
    case 'waiting': return <Tag>Chờ ký</Tag>
    case 'signing': return <Tag tone="cham" icon="hourglass">Đang ký</Tag>
    case 'signed': return <Tag tone="done" icon="circle-check">Đã ký</Tag>
    case 'failed': return <Tag tone="care" icon="circle-alert">Chưa ký được</Tag>
  }
}

/** How far the batch has come, in words and as a bar. */
export function SigningSummary({ lines }: { lines: readonly SigningLine[] }) {
  const [signed, failed] = [lines.filter(({ state }) => state === 'signed').length, lines.filter(({ state }) => state === 'failed').length]
  const left = lines.length - signed - failed
  return (
    <div role="status" className="grid gap-1.5">
      <p className="flex items-center gap-2 font-semibold"><Icon name={left > 0 ? 'hourglass' : failed > 0 ? 'circle-alert' : 'circle-check'} />
        {left > 0 ? `Đang ký: xong ${signed + failed} trên ${lines.length} văn bản` : `Đã ký ${signed} trên ${lines.length} văn bản${failed > 0 ? `, ${failed} văn bản chưa ký được` : ''}`}
      </p>
      {left > 0 && <progress className="w-full" max={lines.length} value={signed + failed} aria-label="Tiến độ ký" />}
    </div>
  )
}
