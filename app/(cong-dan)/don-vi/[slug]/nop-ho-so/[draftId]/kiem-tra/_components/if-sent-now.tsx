import { latestDue } from '@/app/(cong-dan)/_components/latest-due'
import { longDay, weekdayName } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { limitFor } from '@/lib/procedures/domain/procedure'
import type { Filing } from '../../../_components/filing-frame'

/** The day one can count on when pressing now: the desk takes all its time to check, then the limit runs. */
export async function IfSentNow({ filing }: { filing: Filing }) {
  const at = now()
  const { acceptBy, due } = await latestDue(filing.commune.id, at, limitFor(filing.variant, 'online'))
  const moment = `Gửi bây giờ (${localTimeOf(at)}, ${weekdayName(localDateOf(at))})`
  return (
    <p className="law mt-3">
      {due === null
        ? <>{moment} thì quầy trả lời chậm nhất <b>{localTimeOf(acceptBy)} {longDay(localDateOf(acceptBy))}</b>.</>
        : <>{moment} thì nhận kết quả chậm nhất <b>{longDay(due.dueOn)}</b>.</>}
    </p>
  )
}
