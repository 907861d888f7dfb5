'use client'

import { useEffect, useRef, useState } from 'react'

export type KeyHint = { keys: string[]; does: string }

const everywhere: KeyHint[] = [
  { keys: ['/'], does: 'đến ô tìm hồ sơ' },
  { keys: ['?'], does: 'mở bảng phím tắt này' },
]

/** Scanners type faster than hands: a letter counts as a key only when nothing follows it for this long. @unit ms */
export const HAND = 45
const SWITCH = 'mc_phim_tat'

/**
 * Single keys of officers' pages: a letter presses the control that names it in `aria-keyshortcuts`, `/` goes to the find box,
 * `?` lists them all. Never inside text fields, and to be switched off (WCAG 2.1.4); without JavaScript the controls are there.
 */
export function StaffKeys({ hints }: { hints: KeyHint[] }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(true)
  useEffect(() => setOn(localStorage.getItem(SWITCH) !== 'tat'), [])

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const press = (event: KeyboardEvent) => {
      clearTimeout(waiting)
      if (event.defaultPrevented || event.repeat || event.altKey || event.metaKey || event.ctrlKey || isTyping(event.target) || inDialog(event.target)) return
      if (event.key === '?') return dialog.current?.showModal()
      if (!on) return
      if (event.key === '/') {
        event.preventDefault()
        return document.querySelector<HTMLElement>('[data-find]')?.focus()
      }
      if (event.key.length !== 1) return
      waiting = setTimeout(() => use(controlOf(event.key)), HAND)
    }
    const help = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-keys-help]')) dialog.current?.showModal()
    }
    document.addEventListener('keydown', press)
    document.addEventListener('click', help)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('keydown', press)
      document.removeEventListener('click', help)
    }
  }, [on])

  const turn = () => {
    localStorage.setItem(SWITCH, on ? 'tat' : 'bat')
    setOn(!on)
  }
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby="phim-tat">
      <div className="dialog-body">
        <h2 id="phim-tat">Phím tắt</h2>
        <dl className="pairs pairs-ruled">
          {[...hints, ...everywhere].map(({ keys, does }) => (
            <div key={does}><dt>{does}</dt><dd className="flex gap-1">{keys.map((key) => <kbd key={key} className="kbd">{key}</kbd>)}</dd></div>
          ))}
        </dl>
        <p className="soft">Phím chữ chỉ chạy khi con trỏ ở ngoài ô nhập.</p>
        <div className="button-row">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>Đóng</button>
          <button type="button" className="button button-outlined" aria-pressed={!on} onClick={turn}>{on ? 'Tắt phím chữ' : 'Bật phím chữ'}</button>
        </div>
      </div>
    </dialog>
  )
}

/** A field is gone to, anything else is pressed. */
function use(control: HTMLElement | undefined): void {
  if (isTyping(control ?? null)) control?.focus()
  else control?.click()
}

const controlOf = (key: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key.toUpperCase())}"]`)].find((control) => control.checkVisibility())

/** Where letters are text. Check boxes and buttons are not. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(target.type)
}

const inDialog = (target: EventTarget | null): boolean => target instanceof Element && target.closest('dialog[open]') !== null
