'use client'

import { type KeyboardEvent, useState, useSyncExternalStore } from 'react'
import { Button } from '../ui/button'
import { aria, Field } from '../ui/field'
import { Icon } from '../ui/icon'

type Props = { name: string; label: string; hint?: string; error?: string; autoComplete: 'current-password' | 'new-password'; defaultValue?: string }

/** Nothing to listen to: the server says no, the browser yes. */
const never = () => () => undefined

/** A password with the eye beside it, and a word when Caps Lock is on. Without JavaScript a plain password field. */
export function PasswordInput({ autoComplete, defaultValue, ...field }: Props) {
  const [shown, show] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const alive = useSyncExternalStore(never, () => true, () => false)
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Field {...field}>
      <div className="mt-2 flex gap-2">
        <input {...aria(field)} name={field.name} type={shown ? 'text' : 'password'} autoComplete={autoComplete} defaultValue={defaultValue}
          onKeyDown={watchCapsLock} onKeyUp={watchCapsLock} autoCapitalize="none" spellCheck={false} className="input !mt-0 min-w-0 flex-1" />
        {alive && (
          <Button type="button" variant="outlined" icon={shown ? 'eye-off' : 'eye'} aria-pressed={shown} onClick={() => show(!shown)}>
            <span>{shown ? 'Ẩn' : 'Hiện'}<span className="sr-only"> mật khẩu</span></span>
          </Button>
        )}
      </div>
      <p role="status" className="care-text">{capsLock && <span className="mt-2 flex items-center gap-2"><Icon name="arrow-big-up" />Đang bật Caps Lock</span>}</p>
    </Field>
  )
}
