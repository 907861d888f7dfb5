import { Button } from '@/components/ui/button'
import { FileRow } from '@/components/ui/file-field'
import { fileSize } from '@/lib/kernel/format'

type Props = {
  /** @unit size: bytes */
  file: { name: string; mime: string; size: number }
  /** The file itself; a form of one button posts to it to take the file out. */
  href: string
}

/** A file that has arrived, and what its owner can do with it. */
export const SentFile = ({ file, href }: Props) => (
  <form action={href} method="post">
    <FileRow
      name={file.name}
      detail={`${fileSize(file.size)}, đã lưu`}
      state="done"
      kind={file.mime === 'application/pdf' ? 'pdf' : 'image'}
      actions={<><a href={href} download>Xem<span className="sr-only"> {file.name}</span></a><Button variant="text">Bỏ<span className="sr-only"> {file.name}</span></Button></>}
    />
  </form>
)
