import { SentFile } from '@/components/documents/sent-file'
import { AutoSubmit } from '@/components/ui/auto-submit'
import { Button } from '@/components/ui/button'
import { FileField } from '@/components/ui/file-field'
import type { DraftFile } from '@/lib/dossiers/queries/draft-of'
import { LARGEST_FILE } from '@/lib/documents/use-cases/take-in-file'
import { uploadProblemSentence } from '@/lib/documents/wording'
import type { ChecklistItem } from '@/lib/procedures/domain/checklist'
import { shownName } from '@/lib/procedures/domain/procedure'

type Props = {
  item: ChecklistItem
  files: readonly DraftFile[]
  /** Where files of this draft are posted to; a file lies under it by its id. */
  action: string
  error: string | undefined
  /** Not inside something that opens: the space above it is its own. */
  isAlone: boolean
}

/** One paper: what was sent of it, each with a way to look and to take it out, and the place to send more. */
export function PaperUpload({ item, files, action, error, isAlone }: Props) {
  const { key, note } = item.document
  return (
    <div className={isAlone ? 'mt-8' : undefined} id={`giay-${key}`}>
      <form action={action} method="post" encType="multipart/form-data">
        <input type="hidden" name="giay" value={key} />
        <FileField name={`tep-${key}`} label={shownName(item.document)} hint={note ?? undefined} error={error} camera multiple />
        <AutoSubmit largest={LARGEST_FILE} tooLarge={uploadProblemSentence['file-too-large']} />
        <div className="mt-3"><Button variant="outlined">{files.length === 0 ? 'Gửi ảnh đã chọn' : 'Gửi thêm'}</Button></div>
      </form>
      {files.map((file) => <SentFile key={file.id} file={file} href={`${action}/${file.id}`} />)}
    </div>
  )
}
