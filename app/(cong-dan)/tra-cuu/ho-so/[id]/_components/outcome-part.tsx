import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { TrackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { returnPlace } from '@/lib/dossiers/wording'
import { longInstant } from '@/lib/kernel/format'

/** The result, once it stands: granted or not, its number, where it is. */
export function OutcomePart({ dossier: { result, resolvedAt, returnedAt, returnChannel, dossierId } }: { dossier: TrackedDossier }) {
  if (result === null || resolvedAt === null) return null
  const isGranted = result.outcome === 'granted'
  return (
    <section className="mt-6 border-t border-line pt-5" aria-label="Kết quả">
      <p className="flex items-start gap-3 text-lg leading-snug font-semibold">
        <Icon name={isGranted ? 'circle-check' : 'file-text'} className="mt-0.5" />
        <span>{isGranted ? 'Đã có kết quả' : 'Có văn bản trả lời: không giải quyết được'}{result.number !== null && <>, số <span className="num">{result.number}</span></>}</span>
      </p>
      <p className="soft mt-2 text-base">Xong lúc {longInstant(resolvedAt)}. {returnedAt === null ? `Nhận ${returnPlace[returnChannel]}.` : `Đã trả lúc ${longInstant(returnedAt)}.`}</p>
      {result.denialReason !== null && <p className="mt-2">Lý do: {result.denialReason}{result.legalBasis !== null && <><br />Căn cứ: {result.legalBasis}</>}</p>}
      {result.attachmentId !== null && <p className="no-print mt-4"><ButtonLink href={`/tra-cuu/ho-so/${dossierId}/ket-qua`} icon="download" block>Tải kết quả</ButtonLink></p>}
    </section>
  )
}
