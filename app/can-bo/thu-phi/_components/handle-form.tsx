'use client'

import { TextInput } from '@/components/ui/text-input'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { handleNewsAction } from '../actions'

/** What was done about news that fits nothing. */
export function HandleForm({ provider, eventId }: { provider: string; eventId: string }) {
  const { state, busy, form } = useKeptForm(handleNewsAction)
  const problem = state.status === 'problem' ? state : null
  return (
    <form {...form} className="mt-1 grid gap-2">
      {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
      <input type="hidden" name="provider" value={provider} /><input type="hidden" name="eventId" value={eventId} />
      <div className="flex flex-wrap items-end gap-3">
        <TextInput name="note" id={`note-${eventId}`} label="Đã xử lý thế nào" error={problem?.fields.note} defaultValue={problem?.values.note} className="!mt-0 flex-1" />
        <KeptSubmit busy={busy} variant="outlined">Ghi đã xử lý</KeptSubmit>
      </div>
    </form>
  )
}
