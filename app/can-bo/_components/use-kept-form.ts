'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useState, useTransition } from 'react'
import type { ActionState } from '@/lib/platform/action'
import { idle } from './action-idle'

type Action<V> = (before: ActionState<V>, form: FormData) => Promise<ActionState<V>>

/**
 * Sends a form and keeps it: nothing typed is cleared by the answer, a second press on the way does nothing, and a lost line
 * is an answer too. Before the page is alive, and without JavaScript, the same form posts to the same action.
 */
export function useKeptForm<V>(action: Action<V>) {
  const [posted, formAction] = useActionState(action, idle as ActionState<V>)
  const [answer, setAnswer] = useState<ActionState<V> | null>(null)
  const [busy, start] = useTransition()
  const send = (form: FormData) => {
    if (busy) return
    start(async () => {
      try {
        const next = await action(idle as ActionState<V>, form)
        start(() => setAnswer(next))
      } catch (fault) {
        unstable_rethrow(fault)
        start(() => setAnswer(lost))
      }
    })
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    // A button with an address of its own (a preview in another tab) is the browser's business.
    if (submitter?.hasAttribute('formtarget')) return
    event.preventDefault()
    send(new FormData(event.currentTarget, submitter))
  }
  return { state: answer ?? posted, busy, send, forget: () => setAnswer(idle as ActionState<V>), form: { action: formAction, onSubmit, noValidate: true } }
}

const lost: ActionState<never> = {
  status: 'problem', code: 'offline', fields: {}, values: {},
  sentence: 'Mất mạng nên chưa biết máy chủ đã ghi hay chưa. Những gì bạn nhập vẫn còn; bấm lại khi có mạng, hồ sơ không bị ghi hai lần.',
}
