'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { idle } from '../../_components/action-idle'
import { openHandedOverAction } from '../actions'
import { fromHandedOver, type Intake } from './intake-state'
import type { DeskChannel } from './intake-types'

const doors = [['desk', 'Tại quầy'], ['post', 'Bưu chính'], ['national-portal', 'Cổng quốc gia']] as const satisfies readonly (readonly [DeskChannel, string])[]

type Props = { intake: Intake; error: string | undefined; onChange: (change: Partial<Intake> | ((before: Intake) => Intake)) => void }

/** By which door it comes: over the counter, by post, with a code of the national portal; or prepared at home under a hand-over code. */
export function DoorBar({ intake, error, onChange }: Props) {
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const open = async () => {
    if (busy || code.trim() === '') return box.current?.focus()
    setBusy(true)
    const form = new FormData()
    form.set('code', code)
    const answer = await openHandedOverAction(idle, form).catch(() => null)
    setBusy(false)
    if (answer === null) return setSaid('Mất mạng. Thử lại khi có mạng.')
    if (answer.status === 'problem') return setSaid(answer.fields.code ?? answer.sentence)
    if (answer.status !== 'done') return
    onChange((before) => fromHandedOver(answer.value, before))
    setSaid('Đã mở tờ khai chuẩn bị sẵn.')
    setCode('')
    box.current?.blur()
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <fieldset className="segments">
        <legend className="sr-only">Cách nộp</legend>
        {doors.map(([channel, label]) => (
          <label key={channel} className={cx('inline-flex min-h-8 cursor-pointer items-center border-r border-giay-300 px-3 text-xs font-medium last:border-r-0 has-[:focus-visible]:outline-2', intake.channel === channel && 'bg-cham-700 text-white')}>
            <input type="radio" name="channel" value={channel} className="sr-only" checked={intake.channel === channel} onChange={() => onChange({ channel })} />{label}
          </label>
        ))}
      </fieldset>
      {intake.channel === 'national-portal' && (
        <label className="inline-flex items-center gap-2 text-xs">Mã trên Cổng DVCQG
          <input className="input input-code !mt-0 !w-52" name="externalCode" value={intake.externalCode} aria-invalid={error ? true : undefined} autoComplete="off" onChange={(event) => onChange({ externalCode: event.target.value })} />
          {error && <span className="late-text" role="alert">{error}</span>}
        </label>
      )}
      <span className="inline-flex items-center gap-2 text-xs">
        <label htmlFor="ma-chuan-bi">Mã chuẩn bị</label>
        <input ref={box} id="ma-chuan-bi" className="input input-code !mt-0 !w-28" value={code} autoComplete="off" autoCapitalize="characters" aria-keyshortcuts="M" onChange={(event) => setCode(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void open() } }} />
        <Button type="button" variant="outlined" onClick={() => void open()} aria-disabled={busy || undefined}>Mở</Button>
        <span role="status" className="soft">{said}</span>
      </span>
    </div>
  )
}
