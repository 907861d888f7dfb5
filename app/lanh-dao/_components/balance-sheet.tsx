import { BalanceStrip } from '@/components/ui/figures'
import { Icon, type IconName } from '@/components/ui/icon'
import { Note } from '@/components/ui/note'
import { number } from '@/lib/kernel/format'
import type { Cell } from '@/lib/reports/domain/facts'
import type { Period } from '@/lib/reports/domain/period'
import { brokenIdentities } from '@/lib/reports/domain/settlement'
import type { LeaderOverview } from '@/lib/reports/queries/leader-overview'
import { identityProblem } from '@/lib/reports/wording'
import { behindHref } from './addresses'

type Props = { overview: LeaderOverview; period: Period }

/** What came in is what went out and what is still here; beside it what stands outside the sum. */
export function BalanceSheet({ overview: { report: { total } }, period }: Props) {
  const problems = brokenIdentities(total)
  const { received, settled, withdrawn, discontinued, pending, outside } = total
  const open = (cell: Cell) => behindHref(period, cell)
  return (
    <div className="my-3 grid gap-2">
      <BalanceStrip
        left={[{ label: 'kỳ trước chuyển sang', value: received.carriedOver, href: open('carried-over') }, { label: 'nhận trong kỳ', value: received.new, href: open('new') }]}
        right={[
          { label: 'đã xong', value: settled.total, href: open('settled') },
          { label: 'rút, dừng', value: withdrawn.total + discontinued.total, href: open('ended') },
          { label: 'đang làm', value: pending.total, href: open('pending') },
        ]}
      >
        <Split icon="clock" count={pending.withinLimit} words="trong hạn" href={open('within-limit')} />
        <Split icon="circle-pause" before="trong đó " count={pending.paused} words="tạm dừng" href={open('paused')} />
        <Split icon="octagon-alert" count={pending.overdue} words="quá hạn" href={open('pending-overdue')} late />
        {pending.noLimit > 0 && <Split icon="circle" count={pending.noLimit} words="không quy định hạn" href={open('pending-no-limit')} />}
      </BalanceStrip>
      {problems.map((problem) => <Note key={problem.name} tone="vang" title="Số liệu chưa khớp"><p>{identityProblem(problem)}</p></Note>)}
      <p className="soft flex flex-wrap gap-x-5 gap-y-1 px-1 text-sm">
        <span>Ngoài phép cộng:</span>
        <Outside count={outside.submitted} words="chờ tiếp nhận" href={open('submitted')} />
        <Outside count={outside.refused} words="từ chối tiếp nhận" href={open('refused')} />
        <Outside count={outside.voided} words="hủy vì nhập nhầm" href={open('voided')} />
      </p>
    </div>
  )
}

function Split({ icon, before, count, words, href, late }: { icon: IconName; before?: string; count: number; words: string; href: string; late?: boolean }) {
  const loud = late && count > 0
  return (
    <span className={loud ? 'late-text font-semibold' : undefined}>
      <Icon name={icon} />{before}{count === 0 ? <span className="num">0 {words}</span> : <a className={loud ? 'num late-text' : 'num'} href={href}>{number(count)} {words}</a>}
    </span>
  )
}

const Outside = ({ count, words, href }: { count: number; words: string; href: string }) =>
  count === 0 ? <span className="num">0 {words}</span> : <a className="num" href={href}>{number(count)} {words}</a>
