'use client'

import { useEffect } from 'react'

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }

/**
 * Arrows walk through the days of the year, so that Tab need not pass three hundred and sixty-five of them: one day takes
 * Tab, the others the arrows. Without JavaScript every day stays a plain link.
 */
export function YearKeys() {
  useEffect(() => {
    const frame = document.querySelector<HTMLElement>('[data-year-days]')
    if (frame === null) return
    const days = [...frame.querySelectorAll<HTMLElement>('[data-day]')]
    const take = (chosen: HTMLElement | undefined) => days.forEach((day) => (day.tabIndex = day === chosen ? 0 : -1))
    take(days.find((day) => day.dataset.chosen !== undefined) ?? days.find((day) => day.getAttribute('aria-current') !== null) ?? days[0])
    const walk = (event: KeyboardEvent) => {
      const at = days.indexOf(event.target as HTMLElement)
      const step = event.key === 'Home' ? -at : event.key === 'End' ? days.length - 1 - at : STEPS[event.key]
      if (at < 0 || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      const next = days[Math.min(days.length - 1, Math.max(0, at + step))]
      take(next)
      next?.focus()
    }
    frame.addEventListener('keydown', walk)
    return () => frame.removeEventListener('keydown', walk)
  }, [])
  return null
}
