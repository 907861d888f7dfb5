'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

/**
 * The words of a submit button: its own, or `Đang gửi…` while the form is on its way, in a cell as wide as the wider of both.
 * A second press while it is on its way does nothing.
 */
export function BusyLabel({ children, busy }: { children: ReactNode; busy: string }) {
  const { pending } = useFormStatus()
  const cell = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const button = cell.current?.closest('button')
    if (!pending || !button) return
    const refuse = (event: Event) => event.preventDefault()
    button.setAttribute('aria-disabled', 'true')
    button.addEventListener('click', refuse)
    return () => {
      button.removeAttribute('aria-disabled')
      button.removeEventListener('click', refuse)
    }
  }, [pending])
  return (
    <span className="busy" ref={cell}>
      <span hidden={pending}>{children}</span>
      <span hidden={!pending} role="status">{pending ? busy : <span aria-hidden="true">{busy}</span>}</span>
    </span>
  )
}
