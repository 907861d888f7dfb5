import type { ReactNode } from 'react'
import { longDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { nb } from '@/lib/kernel/nb'
import { DueLeaf } from './due-leaf'

type Props = {
  dueAt: Date
  /** `Hẹn trả kết quả` */
  title: ReactNode
  lunar?: string
  late?: boolean
  size?: 'normal' | 'medium' | 'small'
  /** Where, and what to bring. */
  children?: ReactNode
}

/** The leaf and the words that must stand beside it. */
export function DueBlock({ dueAt, title, lunar, late, size, children }: Props) {
  const on = localDateOf(dueAt)
  return (
    <div className="due-block">
      <DueLeaf on={on} lunar={lunar} late={late} size={size} />
      <div>
        <small className="soft">{title}</small>
        <b className="due-block-when">{localTimeOf(dueAt)} {nb(longDay(on))}</b>
        {children && <small className="mt-1.5">{children}</small>}
      </div>
    </div>
  )
}
