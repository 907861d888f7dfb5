'use client'

import { KeptSubmit } from '../../../_components/kept-submit'
import { useKeptForm } from '../../../_components/use-kept-form'
import { issueControlSheetAction } from '../actions'

/** Gives out Mẫu 06 with its number. */
export function SheetForm({ dossierId }: { dossierId: string }) {
  const { state, busy, form } = useKeptForm(issueControlSheetAction)
  return (
    <form {...form} className="flex items-center gap-2">
      <input type="hidden" name="dossierId" value={dossierId} />
      <KeptSubmit busy={busy} variant="outlined" icon="printer">Ra phiếu kiểm soát (Mẫu 06)</KeptSubmit>
      {state.status === 'problem' && <span role="alert" className="late-text">{state.sentence}</span>}
    </form>
  )
}
