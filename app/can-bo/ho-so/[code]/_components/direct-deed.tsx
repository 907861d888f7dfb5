'use client'

import { KeptSubmit } from '../../../_components/kept-submit'
import { useKeptForm } from '../../../_components/use-kept-form'
import { takeAction } from '../actions'

/** Taking a dossier needs no words: one press. Where a colleague was faster, it says so beside the button. */
export function DirectDeed({ dossierId, version, keys, label }: { dossierId: string; version: number; keys: string; label: string }) {
  const { state, busy, form } = useKeptForm(takeAction)
  return (
    <form {...form} className="flex items-center gap-2">
      {state.status === 'problem' && <span role="alert" className="late-text max-w-80">{state.sentence}</span>}
      <input type="hidden" name="dossierId" value={dossierId} />
      <input type="hidden" name="version" value={version} />
      <KeptSubmit busy={busy} keys={keys}>{label}</KeptSubmit>
    </form>
  )
}
