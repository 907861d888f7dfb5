import type { ReactNode } from 'react'
import { cx } from './cx'
import { describedBy, FieldGroup, idOf, type FieldProps } from './field'
import { Icon, type IconName } from './icon'

type Props = FieldProps & {
  accept?: string
  multiple?: boolean
  /** Offers the camera first: a phone, a paper in the hand. */
  camera?: boolean
  children?: ReactNode
}

/** A paper to send: photograph or file, by the phone's own dialog. `children` are the rows of what has arrived. */
export function FileField({ accept = 'image/*,application/pdf', multiple, camera, children, ...field }: Props) {
  const fileId = camera ? `${idOf(field)}-file` : idOf(field)
  const described = { 'aria-describedby': describedBy(field), 'aria-invalid': field.error ? true : undefined }
  return (
    <FieldGroup {...field}>
      {children}
      <div className="file-area">
        {camera && (
          <label>
            Chụp ảnh
            <input type="file" id={idOf(field)} name={field.name} accept="image/*" capture="environment" {...described} />
          </label>
        )}
        <label>
          Chọn tệp có sẵn
          <input type="file" id={fileId} name={field.name} accept={accept} multiple={multiple} {...described} />
        </label>
      </div>
    </FieldGroup>
  )
}

export type FileState = 'waiting' | 'sending' | 'checking' | 'done' | 'unreadable' | 'too-large'

const stateIcon: Record<FileState, IconName> = {
  waiting: 'clock', sending: 'upload', checking: 'hourglass', done: 'circle-check', unreadable: 'circle-alert', 'too-large': 'circle-alert',
}

type RowProps = {
  name: ReactNode
  /** `2 ảnh, 1,4 MB. Đã kiểm tra, đọc rõ.` or what to do: `Ảnh mờ. Chụp lại dưới đèn sáng.` */
  detail: ReactNode
  state: FileState
  kind?: 'image' | 'pdf' | 'other'
  /** 0 to 100 while sending. */
  progress?: number
  /** Links and small forms: `Xem`, `Bỏ`. */
  actions?: ReactNode
}

/** One file that was sent: kind, name, verdict, what can be done with it. */
export function FileRow({ name, detail, state, kind = 'image', progress, actions }: RowProps) {
  const wrong = state === 'unreadable' || state === 'too-large'
  return (
    <div className={cx('file-row', wrong && 'file-row-late')}>
      <Icon name={kind === 'image' ? 'image' : kind === 'pdf' ? 'file-text' : 'file'} />
      <div>
        <b>{name}</b>
        <div className={cx('flex gap-1.5 items-start', wrong ? 'late-text' : state === 'done' ? 'text-la-700' : 'soft')}>
          <Icon name={stateIcon[state]} className="mt-0.5" />
          <span>{detail}</span>
        </div>
        {state === 'sending' && progress !== undefined && <progress max={100} value={progress} aria-label={`Đã gửi ${progress} %`} />}
      </div>
      {actions && <div className="file-row-actions">{actions}</div>}
    </div>
  )
}
