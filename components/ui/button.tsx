import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { Kbd } from './kbd'

export type ButtonLook = {
  /** One filled button per screen; everything else is outlined, text, or a key. */
  variant?: 'filled' | 'outlined' | 'text' | 'destructive'
  icon?: IconName
  /** The key that does the same: `T`, `Ctrl Enter`. */
  keys?: string
  /** Full width on a phone. `always`: at any width. */
  block?: boolean | 'always'
  /** The main deed of a staff screen: 48 high. */
  big?: boolean
}

export const buttonClass = ({ variant = 'filled', block, big }: ButtonLook, className?: string): string =>
  cx('button', variant !== 'filled' && `button-${variant}`, block && 'button-block', block === 'always' && 'button-block-always',
    big && 'button-big', className)

/** What stands inside a button: icon, words, key. */
export function ButtonFace({ icon, keys, children }: { icon?: IconName; keys?: string; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd>{keys}</Kbd>}
    </>
  )
}

type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, keyof ButtonLook>

/** A deed on this page. `type` is `submit` unless said otherwise, because nearly every button sends a form. */
export function Button({ variant, icon, keys, block, big, className, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ variant, block, big }, className)} aria-keyshortcuts={ariaKeys(keys)} {...rest}>
      <ButtonFace icon={icon} keys={keys}>{children}</ButtonFace>
    </button>
  )
}

type ButtonLinkProps = ButtonLook & Omit<ComponentProps<'a'>, keyof ButtonLook> & { href: string }

/** Goes to another page and looks like a button. */
export function ButtonLink({ variant, icon, keys, block, big, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={buttonClass({ variant, block, big }, className)} aria-keyshortcuts={ariaKeys(keys)} {...rest}>
      <ButtonFace icon={icon} keys={keys}>{children}</ButtonFace>
    </a>
  )
}

/** `Ctrl Enter` as ARIA writes it: `Control+Enter`. */
export const ariaKeys = (keys?: string): string | undefined => keys?.replace('Ctrl', 'Control').replaceAll(' ', '+')

/** Buttons side by side; under each other on a phone. The filled one comes first. `even`: they share the width. */
export const ButtonRow = ({ children, even, className }: { children: ReactNode; even?: boolean; className?: string }) => (
  <div className={cx('button-row', even && 'button-row-even', className)}>{children}</div>
)
