'use client'

import { useEffect, useState } from 'react'
import type { DeskChannel, IntakeFacts } from './intake-types'

export type FactsState = { facts: IntakeFacts | null; state: 'none' | 'loading' | 'here' | 'signed-out' | 'unreachable' }

/** How long a shown day is trusted: the next minute may lie behind a cut-off. @unit ms */
const FRESH = 120_000

/** Papers, fees and the day of the chosen procedure, from the server's one function; asked anew when the screen has stood for a while. */
export function useFacts(code: string | null, channel: DeskChannel, first: IntakeFacts | null): FactsState {
  const [known, setKnown] = useState<FactsState>({ facts: first, state: first === null ? 'none' : 'here' })
  useEffect(() => {
    if (code === null) return setKnown({ facts: null, state: 'none' })
    const stop = new AbortController()
    const ask = async () => {
      try {
        const answer = await fetch(`/can-bo/quay/thu-tuc?${new URLSearchParams({ ma: code, kenh: channel })}`, { signal: stop.signal })
        if (answer.ok) setKnown({ facts: (await answer.json()) as IntakeFacts, state: 'here' })
        else setKnown((before) => ({ facts: before.facts?.code === code ? before.facts : null, state: answer.status === 401 ? 'signed-out' : 'unreachable' }))
      } catch {
        if (!stop.signal.aborted) setKnown((before) => ({ ...before, state: 'unreachable' }))
      }
    }
    setKnown((before) => (before.facts?.code === code ? before : { facts: null, state: 'loading' }))
    void ask()
    const again = setInterval(ask, FRESH)
    return () => {
      stop.abort()
      clearInterval(again)
    }
  }, [code, channel])
  return known
}
