'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Ticks every box of its form that can be ticked. Shown only where a script can do it. */
export function SelectAll({ label }: { label: string }) {
  const canScript = useSyncExternalStore(never, () => true, () => false)
  if (!canScript) return null
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input
        type="checkbox"
        onChange={({ currentTarget }) => {
          for (const box of currentTarget.form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name]') ?? []) box.checked = currentTarget.checked
        }}
      />
      {label}
    </label>
  )
}
