'use client'

import { useSentValues } from './deed-form'
import { MissingLines } from '@/components/dossiers/missing-lines'

/** The lines of a request with what was typed before. */
export function SentMissingLines({ papers }: { papers: { key: string; name: string }[] }) {
  const values = useSentValues()
  return <MissingLines papers={papers} typed={values} />
}
