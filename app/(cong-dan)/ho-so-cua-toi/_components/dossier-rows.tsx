import { DossierBadge } from '@/app/(cong-dan)/tra-cuu/ho-so/[id]/_components/dossier-badge'
import type { CitizenRow } from '@/lib/dossiers/queries/dossiers-of-citizen'
import { longDay, longInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'

/** Filed dossiers, the latest first: name, how it stands, the promised day. */
export const DossierRows = ({ dossiers, at }: { dossiers: readonly CitizenRow[]; at: Date }) => (
  <ul className="link-rows mt-3">
    {dossiers.map((dossier) => (
      <li key={dossier.dossierId}>
        <a href={`/tra-cuu/ho-so/${dossier.dossierId}`}>
          <span>
            <b>{dossier.procedureName}</b>
            <small className="num">{dossier.code}</small>
            <span className="mt-1.5 block"><DossierBadge dossier={dossier} at={at} /></span>
            <small>{whenOf(dossier)}</small>
          </span>
        </a>
      </li>
    ))}
  </ul>
)

function whenOf({ promisedAt, dueOn, submittedAt, receivedAt, stage }: CitizenRow): string {
  if (promisedAt !== null && dueOn !== null) return `Hẹn ${longDay(dueOn)}, hẹn lại ${longDay(localDateOf(promisedAt))}`
  if (dueOn !== null) return `${stage === 'received' || stage === 'in-progress' ? 'Hẹn trả' : 'Đã hẹn'} ${longDay(dueOn)}`
  const filedAt = submittedAt ?? receivedAt
  return filedAt === null ? '' : `Nộp lúc ${longInstant(filedAt)}`
}
