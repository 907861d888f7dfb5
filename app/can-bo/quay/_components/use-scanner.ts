'use client'

import { useEffect, useRef } from 'react'

/** A scanner types faster than any hand. @unit ms between two keys */
const FAST = 35
/** Silence after which a burst is over. @unit ms */
const SILENCE = 90
/** Keys in a row before a burst is taken for a scanner's, and characters before it is read. */
const SUSPECT = 6
const SHORTEST = 20

type Field = HTMLInputElement | HTMLTextAreaElement
type Before = { field: Field; value: string; start: number | null; end: number | null } | null

/**
 * Listens for a scanner that types like a keyboard, wherever the cursor stands. What it types never stays in a field: the
 * field gets back what it held, and the whole burst goes to `onScan`. A fast hand that stops short gets its letters back.
 */
export function useScanner(onScan: (text: string) => void): void {
  const handle = useRef(onScan)
  useEffect(() => {
    handle.current = onScan
  })
  useEffect(() => {
    let typed = ''
    let last = -Infinity
    let before: Before = null
    let swallowing = false
    let ending: ReturnType<typeof setTimeout> | undefined

    const finish = () => {
      const [text, field, was] = [typed, before, swallowing]
      typed = ''
      swallowing = false
      if (text.trim().length >= SHORTEST) handle.current(text)
      else if (was && field !== null) put(field.field, field.value.slice(0, field.start ?? 0) + text + field.value.slice(field.end ?? 0))
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || event.key === 'AltGraph' || event.key === 'CapsLock') return
      const isFast = event.timeStamp - last < FAST
      last = event.timeStamp
      if (!isFast) {
        typed = ''
        before = snapshot(document.activeElement)
      }
      const isEnd = event.key === 'Enter' || event.key === 'Tab'
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed += event.key
      else if (event.key === 'Backspace') typed = typed.slice(0, -1)
      else if (isEnd && swallowing) typed += '\n'
      else return
      if (typed.length >= SUSPECT && !swallowing) {
        swallowing = true
        if (before !== null) put(before.field, before.value)
      }
      if (!swallowing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      clearTimeout(ending)
      ending = setTimeout(finish, SILENCE)
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      if (text.split('|').length < 7) return
      event.preventDefault()
      handle.current(text)
    }
    document.addEventListener('keydown', press, true)
    document.addEventListener('paste', paste, true)
    return () => {
      clearTimeout(ending)
      document.removeEventListener('keydown', press, true)
      document.removeEventListener('paste', paste, true)
    }
  }, [])
}

const snapshot = (element: Element | null): Before =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== 'checkbox' && element.type !== 'radio')
    ? { field: element, value: element.value, start: element.selectionStart, end: element.selectionEnd }
    : null

/** Sets a field as if it had been typed, so that the page behind it hears of it. */
function put(field: Field, value: string): void {
  const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
