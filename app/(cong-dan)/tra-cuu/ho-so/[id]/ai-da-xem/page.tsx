import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { ownersOnly } from '@/app/(cong-dan)/tra-cuu/_components/owners-only'
import { EmptyState } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { accessLabel } from '@/lib/audit/wording'
import { accessesOfOwnDossier } from '@/lib/dossiers/queries/dossiers-of-citizen'
import { longInstant } from '@/lib/kernel/format'
import { communeById } from '@/lib/units/queries/communes'

export const metadata: Metadata = { title: 'Ai đã xem dữ liệu của bạn' }

/** Which officer opened the dossier, when and why. The names of officers in office are public. */
export default async function AccessesPage({ params }: PageProps<'/tra-cuu/ho-so/[id]/ai-da-xem'>) {
  const { id } = await params
  const access = await ownersOnly(id, 'ai-da-xem')
  const lines = access.owner === null ? null : await accessesOfOwnDossier(access.owner, access.dossier)
  if (lines === null) redirect(`/tra-cuu/ho-so/${id}`)
  return (
    <CitizenPage commune={await communeById(access.dossier.communeId)}>
      <div className="column pb-10">
        <BackLink href={`/tra-cuu/ho-so/${id}`}>Hồ sơ</BackLink>
        <PageHeading title="Ai đã xem dữ liệu của bạn" lead="Mỗi lần cán bộ mở hồ sơ, giấy tờ, số định danh, hay xem và in sổ có hồ sơ này đều được ghi lại và không xóa được. Mở nhiều lần trong 15 phút ghi một dòng." />
        {lines.length === 0 ? <EmptyState>Chưa cán bộ nào mở hồ sơ này.</EmptyState> : (
          <ol className="mt-5 border-t border-line">
            {lines.map(({ id: line, at, what, reason, name, title }) => (
              <li key={line} className="border-b border-line py-3 leading-snug">
                <b>{name}</b>{title !== null && <>, {title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase('vi'))}</>}
                <small className="soft mt-1 block"><time dateTime={at.toISOString()}>{longInstant(at)}</time>. {accessLabel[what]}.{reason !== '' && ` Lý do: ${reason}.`}</small>
              </li>
            ))}
          </ol>
        )}
      </div>
    </CitizenPage>
  )
}
