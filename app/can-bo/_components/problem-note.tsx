'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Note } from '@/components/ui/note'

const changedUnderneath = ['stale', 'not-now', 'calendar-changed']

type Props = { code: string; sentence: string; /** of the dossier on the screen; a newer one means that the page was loaded anew */ version?: number }

/** What stood in the way, and the way on: load anew and keep what was typed, or sign in beside it. */
export function ProblemNote({ code, sentence, version }: Props) {
  const router = useRouter()
  const [seen] = useState(version)
  if (seen !== version) return <Note tone="cham"><p role="status">Đã tải lại, nội dung bạn nhập còn nguyên. Xem Diễn biến bên dưới rồi bấm lại nếu vẫn cần.</p></Note>
  return (
    <Note tone="vang" title="Chưa ghi được">
      <p role="alert">{sentence}</p>
      {version !== undefined && changedUnderneath.includes(code) && <p className="no-print"><button type="button" className="button button-outlined" onClick={() => router.refresh()}>Tải lại, giữ nội dung đã nhập</button></p>}
      {code === 'signed-out' && <p><a href="/can-bo/dang-nhap?tiep=/can-bo" target="_blank" rel="noreferrer">Đăng nhập ở thẻ mới</a>, rồi quay lại thẻ này bấm lại.</p>}
    </Note>
  )
}
