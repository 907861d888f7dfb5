'use client'

import { KeptSubmit } from '../../../../_components/kept-submit'
import { useKeptForm } from '../../../../_components/use-kept-form'
import { assignFairlyAction } from '../../actions'

/** One press, no choice: the server counts again and gives it to whoever has the least in hand by then. */
export function FairDeed({ dossierId, version, name, load }: { dossierId: string; version: number; name: string; load: string }) {
  const { state, busy, form } = useKeptForm(assignFairlyAction)
  return (
    <form {...form} className="mb-3 grid gap-1.5 border-b border-giay-200 pb-3">
      <input type="hidden" name="dossierId" value={dossierId} />
      <input type="hidden" name="version" value={version} />
      <p><KeptSubmit busy={busy} variant="outlined" autoFocus>Phân công công bằng</KeptSubmit></p>
      <p className="soft text-xs">Đến lượt <b className="text-ink">{name}</b>: đang ít việc nhất, {load}.</p>
      {state.status === 'problem' && <p role="alert" className="late-text">{state.sentence}</p>}
    </form>
  )
}
