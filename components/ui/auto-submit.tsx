'use client'

import { useEffect, useRef } from 'react'

type Props = {
  /** A file above this is not sent at all: the sentence stands at the field at once. @unit bytes */
  largest: number
  tooLarge: string
}

/** Sends the form around it as soon as a file is chosen. Without JavaScript its button does the same. */
export function AutoSubmit({ largest, tooLarge }: Props) {
  const here = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    const send = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file' || !target.files?.length) return
      const isTooLarge = [...target.files].some(({ size }) => size > largest)
      if (here.current) here.current.hidden = !isTooLarge
      if (isTooLarge) target.value = ''
      else form?.requestSubmit()
    }
    form?.addEventListener('change', send)
    return () => form?.removeEventListener('change', send)
  }, [largest])
  return <p ref={here} hidden role="alert" className="field-error">{tooLarge}</p>
}
