'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { sayUploadProblem } from '@/lib/documents/wording'

type Props = { code: string; label: string; problem?: string; children: ReactNode }

/** Sends files beside what is being typed: the page takes in the new file and keeps the rest. Without JavaScript a plain form that comes back. */
export function UploadForm({ code, label, problem, children }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState(sayUploadProblem(problem))
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (busy) return
    setBusy(true)
    setSaid(undefined)
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) })
      const amiss = new URL(answer.url).searchParams.get('loi-tep')
      setSaid(amiss === null ? undefined : (sayUploadProblem(amiss) ?? 'Hồ sơ đã đổi trạng thái nên không nhận tệp. Tải lại trang để xem mới nhất.'))
      if (amiss === null) form.reset()
      router.refresh()
    } catch {
      setSaid('Mất mạng giữa chừng nên chưa nhận được tệp. Gửi lại khi có mạng.')
    }
    setBusy(false)
  }
  return (
    <form action={`/can-bo/ho-so/${encodeURIComponent(code)}/tep`} method="post" encType="multipart/form-data" onSubmit={(event) => void send(event)} className="no-print flex flex-wrap items-center gap-2 text-xs" aria-label={label}>
      {children}
      <input type="file" name="tep" accept="image/*,application/pdf" aria-label={label} multiple className="max-w-64" />
      <Button variant="outlined" aria-disabled={busy || undefined}>{busy ? 'Đang gửi…' : 'Tải lên'}</Button>
      {said !== undefined && <span role="alert" className="late-text">{said}</span>}
    </form>
  )
}
