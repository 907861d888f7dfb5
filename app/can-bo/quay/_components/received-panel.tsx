'use client'

import type { MouseEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { DueBlock } from '@/components/calendar/due-block'
import { FocusHere } from '@/components/ui/focus-here'
import { Icon } from '@/components/ui/icon'
import type { Received } from '@/lib/dossiers/use-cases/receive-dossier'

type Props = { received: Received; procedureName: string; personName: string; onNext: () => void; onSame: () => void }

/** Written and counted: the code, the promised day, the slip, and the next person. */
export function ReceivedPanel({ received: { code, dueAt, replayed }, procedureName, personName, onNext, onSame }: Props) {
  const dossier = `/can-bo/ho-so/${encodeURIComponent(code)}`
  return (
    <div className="receipt mx-auto mt-4 max-w-160" role="status">
      <div className="receipt-head"><Icon name="circle-check" /><div><h2 className="text-lg">{replayed ? 'Hồ sơ này đã tiếp nhận rồi' : 'Đã tiếp nhận'}</h2><p>{procedureName}. Người nộp: {personName}</p></div></div>
      <div className="receipt-body">
        <p className="soft">Mã hồ sơ</p>
        <p className="receipt-code">{code}</p>
        <div className="mt-4">{dueAt === null ? <p><b>Không quy định thời hạn</b></p> : <DueBlock dueAt={new Date(dueAt)} size="medium" title="Hẹn trả kết quả" />}</div>
        <p className="soft mt-4">Phiếu mở ở thẻ mới. Không thấy thì nhấn Mở phiếu.</p>
        <div className="button-row mt-2">
          <ButtonLink keys="Enter" href="/can-bo/quay" id="nguoi-tiep" onClick={stay(onNext)}>Người tiếp theo</ButtonLink>
          <ButtonLink variant="outlined" keys="P" icon="printer" href={`${dossier}/giay/receipt-slip`} target="_blank">Mở phiếu</ButtonLink>
          <Button type="button" variant="outlined" keys="C" onClick={onSame}>Cùng người, thủ tục khác</Button>
          <ButtonLink variant="text" href={dossier}>Xem hồ sơ</ButtonLink>
        </div>
      </div>
      <FocusHere id="nguoi-tiep" />
    </div>
  )
}

/** A link for whoever has no JavaScript; everybody else stays on the page. */
const stay = (go: () => void) => (event: MouseEvent) => {
  event.preventDefault()
  go()
}
