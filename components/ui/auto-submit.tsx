'use client'

import { useEffect, useRef } from 'react'

type Props = {
  /** A file above this is not sent at all: the sentence stands at the field at once. @unit bytes */
  largest: number
  tooLarge: string
}

/** Sends the form around it as soon as a file is chosen, also one that was chosen before this script came. Without JavaScript its button does the same. */
export function AutoSubmit({ largest, tooLarge }: Props) {
  const here = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    const look = (input: EventTarget | null) => {
      if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.length) return
      const isTooLarge = [...input.files].some(({ size }) => size > largest)
      if (here.current) here.current.hidden = !isTooLarge
      if (isTooLarge) input.value = ''
      else form.requestSubmit()
    }
    const onChange = ({ target }: Event) => look(target)
    form.addEventListener('change', onChange)
    form.querySelectorAll('input[type=file]').forEach(look)
    return () => form.removeEventListener('change', onChange)
  }, [largest])
  return <p ref={here} hidden role="alert" className="field-error">{tooLarge}</p>
}
