import { doneWords, readDeed } from './deed-words'
import { Toast } from '@/components/ui/note'
import { paperName } from '@/lib/documents/wording'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'

/** Said once after the deed, with the paper that came of it. */
export function DoneToast({ dossier, done, paperId }: { dossier: DossierDetail; done: string | undefined; paperId: string | undefined }) {
  const deed = readDeed(done)
  if (deed === null) return null
  const paper = dossier.papers.find(({ id }) => id === paperId)
  return (
    <Toast action={paper === undefined ? { href: '/can-bo', label: 'Về hàng việc' } : { href: paperHref(dossier.code, paper.id), label: `Mở ${paperName[paper.form].toLocaleLowerCase('vi')}` }}>
      {doneWords[deed]}.
    </Toast>
  )
}

export const paperHref = (code: string, paperId: string): string => `/can-bo/ho-so/${encodeURIComponent(code)}/giay/${paperId}`
