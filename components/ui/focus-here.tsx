'use client'

import { useEffect } from 'react'

/**
 * Moves focus to an element when it comes by a soft navigation, where `autofocus` of the browser does not act.
 * Give it a `key` that changes with each new answer, so that a second failed attempt moves focus again.
 */
export function FocusHere({ id }: { id: string }) {
  useEffect(() => {
    document.getElementById(id)?.focus()
  }, [id])
  return null
}
