'use client'

import { useId, useRef, type ReactNode } from 'react'

type Props = {
  /** Words of the button that opens it. */
  open: ReactNode
  openClassName: string
  /** The question: `Từ chối hồ sơ này?` */
  title: string
  /** The form of the deed; its button names the deed (`Từ chối hồ sơ`). */
  children: ReactNode
  /** Words that close it again: `Giữ lại`. */
  keep: string
  openKeys?: string
}

/** Only before what cannot be undone. The browser's own dialog: focus stays inside, Escape closes, focus returns. */
export function Dialog({ open, openClassName, title, children, keep, openKeys }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <button
        type="button"
        className={openClassName}
        aria-haspopup="dialog"
        aria-keyshortcuts={openKeys}
        onClick={() => dialog.current?.showModal()}
      >
        {open}
      </button>
      <dialog className="dialog" ref={dialog} aria-labelledby={titleId}>
        <div className="dialog-body">
          <h2 id={titleId}>{title}</h2>
          {children}
          <button type="button" className="button button-outlined" onClick={() => dialog.current?.close()}>{keep}</button>
        </div>
      </dialog>
    </>
  )
}
