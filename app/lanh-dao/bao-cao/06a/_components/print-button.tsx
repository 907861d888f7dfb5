'use client'

import { Button } from '@/components/ui/button'

/** Without JavaScript the browser's own menu prints the same page. */
export const PrintButton = () => <Button type="button" variant="outlined" icon="printer" onClick={() => window.print()}>In</Button>
