'use client'

import { useEffect, useRef } from 'react'
import { HAND, isTyping } from '../../_components/staff-keys'

type Keys = { onPaper: (at: number, addsCopy: boolean) => void; onReceive: () => void; onScan: () => void }

/** Keys of the counter that are no control of their own: 1–9 tick papers, Shift with them adds a copy, Ctrl Enter receives, F2 clears the way for a scan. */
export function useDeskKeys(keys: Keys): void {
  const handle = useRef(keys)
  useEffect(() => {
    handle.current = keys
  })
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const press = (event: KeyboardEvent) => {
      clearTimeout(waiting)
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        return handle.current.onReceive()
      }
      if (event.key === 'F2') {
        event.preventDefault()
        return handle.current.onScan()
      }
      if (event.key === 'Escape' && isTyping(event.target)) return (event.target as HTMLElement).blur()
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)
      if (digit === null || isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return
      const [at, addsCopy] = [Number(digit[1]) - 1, event.shiftKey]
      waiting = setTimeout(() => handle.current.onPaper(at, addsCopy), HAND)
    }
    document.addEventListener('keydown', press)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('keydown', press)
    }
  }, [])
}
