import { SentFile } from '@/components/documents/sent-file'
import { AutoSubmit } from '@/components/ui/auto-submit'
import { Button } from '@/components/ui/button'
import { FileField } from '@/components/ui/file-field'
import { Tag } from '@/components/ui/note'
import { LARGEST_FILE } from '@/lib/documents/use-cases/take-in-file'
import { uploadProblemSentence } from '@/lib/documents/wording'
import type { AskedItem } from '@/lib/dossiers/queries/supplement-in-hand'

/** One thing asked for: the officer's words, what has arrived of it, and the place to send it. */
export function AskedFor({ item, action, error }: { item: AskedItem; action: string; error: string | undefined }) {
  const { key, name, sentence, files } = item
  return (
    <section className="mt-8" id={`giay-${key}`}>
      <p>{files.length === 0 ? <Tag tone="care" icon="hourglass">Còn thiếu</Tag> : <Tag tone="done" icon="check">Đã có {files.length} tệp</Tag>}</p>
      <form action={action} method="post" encType="multipart/form-data" className="mt-2">
        <input type="hidden" name="giay" value={key} />
        <div><FileField name={`tep-${key}`} label={name} hint={sentence === name ? undefined : sentence} error={error} camera multiple /></div>
        <AutoSubmit largest={LARGEST_FILE} tooLarge={uploadProblemSentence['file-too-large']} />
        <div className="mt-3"><Button variant="outlined">{files.length === 0 ? 'Gửi ảnh đã chọn' : 'Gửi thêm'}<span className="sr-only">: {name}</span></Button></div>
      </form>
      {files.map((file) => <SentFile key={file.id} file={file} href={`${action}/${file.id}`} />)}
    </section>
  )
}
