'use client'

import { useEffect, useRef } from 'react'

/** Sends the form around it as soon as a file is chosen. Without JavaScript its button does the same. */
export function AutoSubmit() {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    const send = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file' && event.target.files?.length) form?.requestSubmit()
    }
    form?.addEventListener('change', send)
    return () => form?.removeEventListener('change', send)
  }, [])
  return <span ref={here} hidden />
}
