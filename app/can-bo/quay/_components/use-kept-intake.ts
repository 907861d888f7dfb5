'use client'

import { useCallback, useEffect, useState } from 'react'
import { emptyIntake, type Intake, newKey } from './intake-state'

const PREFIX = 'mc-quay-'
const LEAVING = 'form[action="/can-bo/dang-xuat"], form[action="/can-bo/doi-don-vi"]'

type Change = Partial<Intake> | ((before: Intake) => Intake)

/**
 * What is typed at the counter survives a reload and a session that ended, in this tab alone and for this officer alone;
 * whoever signs out, or sits down in another's place, finds nothing left behind.
 */
export function useKeptIntake(staffId: string, firstKey: string, first: Partial<Intake>): [Intake, (change: Change) => void, () => void] {
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
  // What was written once and is changed afterwards is another matter: it goes under a key of its own.
  const change = (next: Change) =>
    setIntake((before) => {
      const now = before.written ? { ...before, written: false, idempotencyKey: newKey() } : before
      return typeof next === 'function' ? next(now) : { ...now, ...next }
    })
  const markWritten = useCallback(() => setIntake((before) => (before.written ? before : { ...before, written: true })), [])
  return [intake, change, markWritten]
}
