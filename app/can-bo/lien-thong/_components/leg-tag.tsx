import { Tag, type Tone } from '@/components/ui/note'
import type { LegState } from '@/lib/interagency/domain/leg'
import { legStateLabel } from '@/lib/interagency/wording'

const tone = { planned: 'plain', 'handed-over': 'cham', accepted: 'cham', done: 'done', returned: 'care', cancelled: 'plain' } as const satisfies Record<LegState, Tone>

/** Where a leg stands, and beside it whether it is past the partner's own limit. */
export const LegTag = ({ state, isLate }: { state: LegState; isLate: boolean }) => (
  <>
    <Tag tone={tone[state]}>{legStateLabel[state]}</Tag>
    {isLate && state !== 'cancelled' && <Tag tone="late" icon="octagon-alert">Quá hạn của cơ quan</Tag>}
  </>
)
