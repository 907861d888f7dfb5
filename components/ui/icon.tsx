import { cx } from './cx'
import shapes from './icon-shapes.json'

export type IconName = keyof typeof shapes

type Props = {
  name: IconName
  /** Says what the icon means where no words stand beside it; without it the icon is hidden from screen readers. */
  label?: string
  /** `small` 16, `normal` 1.25 em of its text, `large` 24 */
  size?: 'small' | 'normal' | 'large'
  className?: string
}

/** A lucide icon drawn on the server as one path. New names: `node scripts/draw-icons.mjs <name>`. */
export function Icon({ name, label, size = 'normal', className }: Props) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={cx('icon', size !== 'normal' && `icon-${size}`, className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={shapes[name]} />
    </svg>
  )
}
