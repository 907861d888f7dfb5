'use client'

import { useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { useScanner } from '../../quay/_components/use-scanner'

/** The long token at the end of the address in the slip's QR code. */
const TOKEN = /\/(?:tra-cuu\/m|q)\/([0-9A-Z]{20,40})/i

/** Waits for the QR code of a slip: scanned anywhere on the page, or typed and sent. The token goes in the body, never in an address. */
export function SlipScanner() {
  const form = useRef<HTMLFormElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useScanner((text) => {
    if (box.current === null) return
    box.current.value = TOKEN.exec(text)?.[1] ?? text.trim()
    form.current?.requestSubmit()
  })
  return (
    <form ref={form} method="post" action="/can-bo/tra-ket-qua/phieu" className="flex items-center gap-2">
      <Icon name="scan-line" />
      <label htmlFor="phieu">Quét mã trên giấy hẹn</label>
      <input ref={box} id="phieu" name="phieu" className="input input-code !mt-0 !w-64" placeholder="hoặc gõ mã hồ sơ" autoComplete="off" />
      <button className="button button-outlined">Mở</button>
    </form>
  )
}
