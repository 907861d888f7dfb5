'use client'

import { KeptSubmit } from '../_components/kept-submit'
import { ProblemNote } from '../_components/problem-note'
import { useKeptForm } from '../_components/use-kept-form'
import { shareOutAction } from '../actions'

/** Gives out what the page shows. Where the work changed meanwhile nothing is given, and the page is to be loaded anew. */
export function ShareForm({ shares }: { shares: string[] }) {
  const { state, busy, form } = useKeptForm(shareOutAction)
  return (
    <form {...form} className="grid gap-3">
      {state.status === 'problem' && <ProblemNote key={shares.join()} code={state.code === 'plan-changed' ? 'stale' : state.code} sentence={state.sentence} version={0} />}
      {shares.map((share) => <input key={share} type="hidden" name="share" value={share} />)}
      <div className="button-row">
        <KeptSubmit busy={busy} autoFocus>Giao {shares.length} hồ sơ</KeptSubmit>
        <a className="button button-outlined" href="/can-bo?cua=phong">Để sau</a>
      </div>
    </form>
  )
}
