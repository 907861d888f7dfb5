import { ButtonLink } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import type { TrackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { longDay, money } from '@/lib/kernel/format'

const PayNow = ({ dossier: { owedVnd, dossierId } }: { dossier: TrackedDossier }) => (
  <Note tone="vang" title={`Cần bạn nộp ${money(owedVnd)}`} className="mt-5">
    <p>Thời hạn giải quyết dừng trong lúc chờ và tính tiếp từ lúc tiền đến.</p>
    <p className="no-print pt-2"><ButtonLink href={`/tra-cuu/ho-so/${dossierId}/thanh-toan`} block>Nộp tiền</ButtonLink></p>
  </Note>
)

/** What the citizen has to do now, before anything else on the page. Nothing where there is nothing but to wait. */
export function YourTurn({ dossier }: { dossier: TrackedDossier }) {
  const { whatNow, missing, supplementBy, owedVnd, stage } = dossier
  if (dossier.awaiting === 'payment') return <PayNow dossier={dossier} />
  if (whatNow === null || (stage === 'submitted' && missing.length === 0) || (stage === 'returned' && dossier.isRated)) return null
  if (missing.length === 0) {
    return <Note tone="cham" title="Việc của bạn" className="mt-5"><p>{whatNow}{stage === 'resolved' && owedVnd > 0 && ` Nộp ${money(owedVnd)} khi nhận.`}</p></Note>
  }
  return (
    <Note tone="vang" title="Cần bạn bổ sung" className="mt-5">
      <ul className="mt-2 grid gap-2">{missing.map(({ name, sentence }) => <li key={`${name}:${sentence}`}><b>{name}</b>{sentence !== name && <>: {sentence}</>}</li>)}</ul>
      {supplementBy !== null && <p>Chậm nhất <b>{longDay(supplementBy)}</b>. Quá ngày này hồ sơ có thể bị dừng.</p>}
      <p>{whatNow}</p>
      <p className="no-print pt-2"><ButtonLink href={`/tra-cuu/ho-so/${dossier.dossierId}/bo-sung`} block>Gửi giấy tờ bổ sung</ButtonLink></p>
    </Note>
  )
}
