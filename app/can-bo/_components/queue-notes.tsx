import { Note } from '@/components/ui/note'
import { takenFromMe } from '@/lib/dossiers/queries/taken-from-me'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'
import { tableInstant } from '@/lib/kernel/format'
import { dossierHref, type QueueQuery, usualScope } from './queue-address'

/** Above the queue: what was just done, for whom this officer stands in, and what colleagues took over. */
export async function QueueNotes({ query, officer }: { query: QueueQuery; officer: SignedInOfficer }) {
  // The desk holds no steps: nothing is taken over from it.
  const taken = usualScope(officer) === 'mine' ? await takenFromMe(officer) : []
  const standsInFor = officer.standsInFor ?? []
  const failed = query.khong === undefined || query.khong === '0' ? null : query.khong
  return (
    <>
      {query.xong !== undefined && <Done>Đã nhận giải quyết {query.xong} hồ sơ.{failed !== null && ` ${failed} hồ sơ không nhận được vì đã có người nhận hoặc đang ở bước khác.`}</Done>}
      {query.chia !== undefined && <Done>Đã phân công {query.chia} hồ sơ.{failed !== null && ` ${failed} hồ sơ không phân công được vì vừa có thay đổi; xem lại trong danh sách.`}</Done>}
      {standsInFor.length > 0 && <Note className="mb-2"><p>Bạn đang làm thay cho {standsInFor.map(({ name }) => name).join(', ')}. Việc của {standsInFor.length === 1 ? 'người ấy' : 'họ'} cũng nằm trong danh sách này. <a href="/can-bo/vang-mat">Xem lịch vắng mặt</a></p></Note>}
      {taken.length > 0 && (
        <Note className="mb-2">
          <p><b>Đồng nghiệp vừa nhận thay việc của bạn</b></p>
          {taken.map(({ code, by, at, reason }) => <p key={`${code}${at.getTime()}`}>{by} nhận thay <a className="num" href={dossierHref(code)}>{code}</a> lúc {tableInstant(at)}{reason !== null && <span className="soft">: {reason}</span>}</p>)}
        </Note>
      )}
    </>
  )
}

const Done = ({ children }: { children: React.ReactNode }) => <Note tone="cham" className="mb-2"><p role="status">{children}</p></Note>
