'use client'

import { useEffect, useState } from 'react'
import { emptyIntake, type Intake } from './intake-state'

const PREFIX = 'mc-quay-'
const LEAVING = 'form[action="/can-bo/dang-xuat"], form[action="/can-bo/doi-don-vi"]'

/**
 * What is typed at the counter survives a reload and a session that ended, in this tab alone and for this officer alone;
 * whoever signs out, or sits down in another's place, finds nothing left behind.
 */
export function useKeptIntake(staffId: string, firstKey: string, first: Partial<Intake>): [Intake, (change: Partial<Intake> | ((before: Intake) => Intake)) => void] {
  const name = `${PREFIX}${staffId}`
  const [intake, setIntake] = useState<Intake>({ ...emptyIntake(firstKey), ...first })
  const [ready, setReady] = useState(false)
  useEffect(() => {
    for (const other of Object.keys(sessionStorage)) if (other.startsWith(PREFIX) && other !== name) sessionStorage.removeItem(other)
    const kept = sessionStorage.getItem(name)
    if (kept !== null && first.procedureCode === undefined) setIntake((before) => ({ ...before, ...(JSON.parse(kept) as Intake) }))
    setReady(true)
    const leave = (event: SubmitEvent) => {
      if (event.target instanceof Element && event.target.matches(LEAVING)) sessionStorage.removeItem(name)
    }
    document.addEventListener('submit', leave)
    return () => document.removeEventListener('submit', leave)
  }, [name, first.procedureCode])
  useEffect(() => {
    if (ready) sessionStorage.setItem(name, JSON.stringify(intake))
  }, [ready, name, intake])
  const change = (next: Partial<Intake> | ((before: Intake) => Intake)) => setIntake((before) => (typeof next === 'function' ? next(before) : { ...before, ...next }))
  return [intake, change]
}
