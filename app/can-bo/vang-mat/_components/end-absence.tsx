'use client'

import { KeptSubmit } from '../../_components/kept-submit'
import { useKeptForm } from '../../_components/use-kept-form'
import { endAbsenceAction } from '../actions'

/** One press ends it: nobody stands in from now on. */
export function EndAbsence({ absenceId, label, who }: { absenceId: string; label: string; who: string }) {
  const { state, busy, form } = useKeptForm(endAbsenceAction)
  return (
    <form {...form}>
      <input type="hidden" name="absenceId" value={absenceId} />
      <KeptSubmit busy={busy} variant="outlined" aria-label={`${label}: ${who}`}>{label}</KeptSubmit>
      {state.status === 'problem' && <p role="alert" className="late-text text-xs">{state.sentence}</p>}
    </form>
  )
}
