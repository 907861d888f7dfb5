'use client'

import { RefusalFields } from '@/components/dossiers/refusal-fields'
import { useSentProblem } from './deed-form'

/** The fields of a refusal with what was typed before. */
export function SentRefusalFields({ papers }: { papers: { key: string; name: string }[] }) {
  const { fields, values } = useSentProblem()
  return <RefusalFields papers={papers} errors={fields} typed={values} />
}
