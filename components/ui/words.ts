import type { ReactNode } from 'react'
import { nb } from '@/lib/kernel/nb'

/** Plain texts with their no-break spaces; anything richer is left as it is. */
export const words = (content: ReactNode): ReactNode => (typeof content === 'string' ? nb(content) : content)
