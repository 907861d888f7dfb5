import type { ComponentProps } from 'react'
import { BusyLabel } from './busy-label'
import { ariaKeys, buttonClass, ButtonFace, type ButtonLook } from './button'

type Props = ButtonLook & Omit<ComponentProps<'button'>, keyof ButtonLook | 'type'> & { busyLabel?: string }

/** Sends its form. Keeps its width and says `Đang gửi…` on the way; without JavaScript it is a plain button. */
export function SubmitButton({ variant, icon, keys, block, big, className, children, busyLabel = 'Đang gửi…', ...rest }: Props) {
  return (
    <button type="submit" className={buttonClass({ variant, block, big }, className)} aria-keyshortcuts={ariaKeys(keys)} {...rest}>
      <BusyLabel busy={busyLabel}>
        <ButtonFace icon={icon} keys={keys}>{children}</ButtonFace>
      </BusyLabel>
    </button>
  )
}
