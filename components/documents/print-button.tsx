'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

const never = () => () => undefined

/** Prints the page. Shown only where a script can do it; the browser's own menu prints everywhere. */
export function PrintButton({ children }: { children: string }) {
  const canPrint = useSyncExternalStore(never, () => true, () => false)
  return canPrint ? <Button type="button" variant="outlined" icon="printer" onClick={() => window.print()}>{children}</Button> : null
}
