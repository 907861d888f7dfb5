'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ActionState } from '@/lib/platform/action'
import { SubmitButton } from '@/components/ui/submit-button'
import { Note } from '@/components/ui/note'
import { type SigningLine, SigningLines, SigningSummary } from './signing-batch'

type Props = {
  batchId: string
  lines: readonly SigningLine[]
  /** Signs the next paper and answers all of them. */
  signNext: (before: ActionState<SigningLine[]>, form: FormData) => Promise<ActionState<SigningLine[]>>
  /** Signs what is left in one go; without JavaScript the only way. */
  signRest: (form: FormData) => Promise<never>
}

/** Goes on signing while the page is open, one paper after the other, so that each shows at once. */
export function SigningProgress({ batchId, lines: first, signNext, signRest }: Props) {
  const [lines, setLines] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef(false)
  const router = useRouter()
  useEffect(() => {
    if (running.current) return
    running.current = true
    const form = new FormData()
    form.set('batchId', batchId)
    const goOn = async (before: readonly SigningLine[]): Promise<void> => {
      if (!before.some(({ state }) => state === 'waiting')) return
      const answer = await signNext({ status: 'idle' }, form).catch((): ActionState<SigningLine[]> => ({ status: 'problem', code: 'offline', sentence: 'Mất mạng giữa chừng. Những văn bản đã ký vẫn còn; bấm Ký tiếp khi có mạng.', fields: {}, values: {} }))
      if (answer.status === 'problem') setProblem(answer.sentence)
      if (answer.status !== 'done') return
      setLines(answer.value)
      // What was signed leaves the lists below.
      if (!answer.value.some(({ state }) => state === 'waiting')) router.refresh()
      await goOn(answer.value)
    }
    void goOn(first)
  }, [batchId, first, signNext, router])
  const left = lines.filter(({ state }) => state === 'waiting').length
  return (
    <div className="grid gap-3">
      <SigningSummary lines={lines} />
      {problem !== null && <Note tone="vang"><p role="alert">{problem}</p></Note>}
      <SigningLines lines={lines} />
      {left > 0 && <form action={signRest}><input type="hidden" name="batchId" value={batchId} /><SubmitButton busyLabel="Đang ký…">Ký tiếp {left} văn bản còn lại</SubmitButton></form>}
    </div>
  )
}
