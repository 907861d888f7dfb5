import { type ButtonLook, Button } from '@/components/ui/button'
import type { ComponentProps } from 'react'

type Props = ComponentProps<typeof Button> & ButtonLook & { busy: boolean; busyLabel?: string }

/** The button of a kept form: keeps its width while the form is on its way. */
export const KeptSubmit = ({ busy, busyLabel = 'Đang gửi…', children, ...rest }: Props) => (
  <Button {...rest} aria-disabled={busy || undefined}>
    <span className="busy"><span hidden={busy}>{children}</span><span hidden={!busy} role="status">{busy ? busyLabel : <span aria-hidden="true">{busyLabel}</span>}</span></span>
  </Button>
)
