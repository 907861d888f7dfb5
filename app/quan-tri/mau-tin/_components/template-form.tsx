'use client'

import { useState } from 'react'
import { KeptSubmit } from '../../../can-bo/_components/kept-submit'
import { ProblemNote } from '../../../can-bo/_components/problem-note'
import { useKeptForm } from '../../../can-bo/_components/use-kept-form'
import { Sheet } from '@/components/ui/sheet'
import { TextArea, TextInput } from '@/components/ui/text-input'
import type { MessageChannel, Template } from '@/lib/notifications/domain/message'
import { sampleFacts } from '@/lib/notifications/domain/sample-facts'
import { smsParts } from '@/lib/notifications/domain/sms-length'
import { checkTemplate, fillTemplate, readTemplate } from '@/lib/notifications/domain/template-text'
import { sayTextProblem } from '@/lib/notifications/wording'
import { saveTemplateAction } from '../actions'

type Props = { template: Template; channel: MessageChannel; text: { subject: string; body: string; version: number } }

/** The text, and below it what a person will read, while it is being written. */
export function TemplateForm({ template, channel, text }: Props) {
  const { state, busy, form } = useKeptForm(saveTemplateAction)
  const [typed, setTyped] = useState({ subject: text.subject, body: text.body })
  const problem = state.status === 'problem' ? state : null
  const [body, subject] = [checkTemplate(template, typed.body), readTemplate(typed.subject)]
  return (
    <form {...form}>
      <Sheet title="Nội dung" foot={<div className="button-row"><KeptSubmit busy={busy}>Lưu, dùng từ bây giờ</KeptSubmit><a className="button button-outlined" href="/quan-tri/mau-tin">Thôi</a></div>}>
        {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
        <input type="hidden" name="template" value={template} />
        <input type="hidden" name="channel" value={channel} />
        <input type="hidden" name="version" value={text.version} />
        {channel === 'email' && (
          <TextInput name="subject" label="Tiêu đề thư" maxLength={200} autoComplete="off" defaultValue={text.subject} error={problem?.fields.subject} onInput={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, subject: value }))} />
        )}
        <TextArea name="body" label="Nội dung tin" rows={7} maxLength={1000} defaultValue={text.body} error={problem?.fields.body} onInput={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, body: value }))} />
        <section aria-label="Xem trước" className="mt-4 border-t border-giay-300 pt-3">
          <h3>Xem trước với hồ sơ mẫu</h3>
          <div role="status" className="mt-2">
            {!body.ok || !subject.ok
              ? <p className="care-text">{sayTextProblem(!body.ok ? body.problem : !subject.ok ? subject.problem : { code: 'bracket-open' })}</p>
              : <>{channel === 'email' && <p><b>{fillTemplate(typed.subject, sampleFacts)}</b></p>}<p className="whitespace-pre-line">{fillTemplate(typed.body, sampleFacts)}</p></>}
          </div>
          {channel === 'sms' && body.ok && <p className="soft mt-2">{lengthWords(fillTemplate(typed.body, sampleFacts))}</p>}
        </section>
      </Sheet>
    </form>
  )
}

const lengthWords = (text: string): string => `Dài ${text.length} ký tự, nhà mạng tính ${smsParts(text)} tin nhắn.`
