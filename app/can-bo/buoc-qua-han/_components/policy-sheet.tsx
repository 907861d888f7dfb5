import { Sheet } from '@/components/ui/sheet'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { longInstant } from '@/lib/kernel/format'
import type { PolicyView } from '@/lib/workflow/queries/policy'
import { PolicyForm } from './policy-form'

/** Whether one person may settle and sign. Usually not; a commune with a single clerk decides otherwise and names its decision. */
export const PolicySheet = ({ policy, officer }: { policy: PolicyView | null; officer: Officer }) => (
  <Sheet title="Một người vừa giải quyết vừa ký">
    <p>{policy?.mayActTwice ? <b>Được phép ở xã này.</b> : 'Không được phép: người giải quyết không tự ký.'}</p>
    {policy !== null && <p className="soft mt-1 text-xs">{policy.decision}. {policy.changedBy} đặt lúc {longInstant(policy.changedAt)}.</p>}
    {may(officer, 'workflow.set-policy', { communeId: officer.communeId }) && <PolicyForm mayActTwice={policy?.mayActTwice ?? false} />}
  </Sheet>
)
