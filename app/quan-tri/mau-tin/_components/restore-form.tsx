'use client'

import { KeptSubmit } from '../../../can-bo/_components/kept-submit'
import { ProblemNote } from '../../../can-bo/_components/problem-note'
import { useKeptForm } from '../../../can-bo/_components/use-kept-form'
import type { MessageChannel, Template } from '@/lib/notifications/domain/message'
import { restoreTemplateAction } from '../actions'

/** Back to the words of the product; the commune's own stay in the list below. */
export function RestoreForm({ template, channel, version }: { template: Template; channel: MessageChannel; version: number }) {
  const { state, busy, form } = useKeptForm(restoreTemplateAction)
  return (
    <form {...form}>
      {state.status === 'problem' && <ProblemNote code={state.code} sentence={state.sentence} />}
      <input type="hidden" name="template" value={template} />
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="version" value={version} />
      <KeptSubmit busy={busy} variant="outlined" icon="undo-2">Dùng lại nội dung mặc định</KeptSubmit>
    </form>
  )
}
