'use client'

import { useEffect } from 'react'
import { isTyping } from './staff-keys'

const CURRENT = 'current'

/** J, K: down and up the rows of the table on this page; Enter: opens the chosen one; X: ticks it. The rows themselves are plain HTML. */
export function QueueKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey || isTyping(event.target)) return
      const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[id^="dong-"]')]
      const at = rows.findIndex((row) => row.classList.contains(CURRENT))
      const here = rows[at]
      switch (event.key.toLowerCase()) {
        case 'j': return choose(rows, Math.min(rows.length - 1, at + 1))
        case 'k': return choose(rows, Math.max(0, at - 1))
        case 'x': return here?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
        case 'enter': return isOnControl(event.target) ? undefined : here?.querySelector<HTMLAnchorElement>('a[href]')?.click()
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

function choose(rows: HTMLTableRowElement[], at: number): void {
  for (const row of rows) {
    row.classList.toggle(CURRENT, row === rows[at])
    row.toggleAttribute('aria-current', row === rows[at])
  }
  rows[at]?.scrollIntoView({ block: 'nearest' })
}

const isOnControl = (target: EventTarget | null): boolean => target instanceof Element && target.closest('a, button, summary, input, dialog') !== null
