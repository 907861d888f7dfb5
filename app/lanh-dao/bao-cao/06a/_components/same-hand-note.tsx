import { Details } from '@/components/ui/details'
import type { SameHand } from '@/lib/reports/queries/same-hand'

/** How often one person settled and signed: allowed in a commune with a single clerk, and never hidden. */
export const SameHandNote = ({ sameHand: { count, codes } }: { sameHand: SameHand }) =>
  count === 0 ? null : (
    <Details plain flush summary={`${count} kết quả do một người vừa giải quyết vừa ký`} className="no-print text-xs">
      <p className="flex flex-wrap gap-x-3 gap-y-1">{codes.map((code) => <a key={code} className="num" href={`/can-bo/ho-so/${encodeURIComponent(code)}`}>{code}</a>)}{count > codes.length && <span className="soft">và {count - codes.length} hồ sơ nữa</span>}</p>
    </Details>
  )
