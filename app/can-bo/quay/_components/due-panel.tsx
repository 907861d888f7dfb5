'use client'

import { DayStrip } from '@/components/calendar/day-strip'
import { DueLeaf } from '@/components/calendar/due-leaf'
import { WhyList } from '@/components/calendar/why-list'
import { Details } from '@/components/ui/details'
import { Skeleton } from '@/components/ui/note'
import { longDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import type { IntakeVariant } from './intake-types'
import type { FactsState } from './use-facts'

/** The day this citizen will be promised, before the press: leaf, strip, and why. */
export function DuePanel({ variant, state }: { variant: IntakeVariant | null; state: FactsState['state'] }) {
  if (state === 'loading') return <Skeleton rows={4} label="Đang tính hạn trả" />
  if (variant === null) return <p className="soft">{sentence[state]}</p>
  if (variant.due === null) return <p><b>Không quy định thời hạn</b><br /><span className="soft">Giấy tiếp nhận không ghi ngày hẹn.</span></p>
  const { due, limit } = variant
  const [dueAt, receivedAt] = [new Date(due.dueAt), new Date(due.receivedAt)]
  return (
    <>
      <div className="flex gap-4">
        <DueLeaf on={due.dueOn} lunar={due.lunar} size="medium" />
        <div className="leading-snug">
          <b className="text-md">{localTimeOf(dueAt)}</b>
          <p className="soft">{limit}</p>
          <p className="soft mt-2">Nhận {localTimeOf(receivedAt)}<br />{longDay(localDateOf(receivedAt))}</p>
        </div>
      </div>
      <div className="mt-4"><DayStrip days={due.days} /></div>
      <Details plain flush summary="Cách tính" className="text-xs"><WhyList lines={due.explanation} limit={limit} /></Details>
    </>
  )
}

const sentence = {
  none: 'Chọn thủ tục để xem ngày hẹn trả.', here: 'Chọn thủ tục để xem ngày hẹn trả.', loading: '',
  'signed-out': 'Phiên làm việc đã hết. Đăng nhập ở thẻ mới rồi quay lại; nội dung đã nhập vẫn còn.',
  unreachable: 'Chưa kết nối được máy chủ để tính hạn. Nội dung đã nhập vẫn còn.',
} as const
