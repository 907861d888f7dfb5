'use client'

import type { ComponentProps } from 'react'
import { Checkbox, RadioGroup } from '@/components/ui/choices'
import { DateBoxes } from '@/components/ui/date-boxes'
import { Select, TextArea, TextInput } from '@/components/ui/text-input'
import { useSent, useSentValues } from './deed-form'

/** The fields of a deed: what was typed comes back with the problem beside it. */
export function DeedText(props: ComponentProps<typeof TextInput>) {
  const { error, typed } = useSent(props.name)
  return <TextInput {...props} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function DeedArea(props: ComponentProps<typeof TextArea>) {
  const { error, typed } = useSent(props.name)
  return <TextArea {...props} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function DeedChoice(props: ComponentProps<typeof RadioGroup>) {
  const { error, typed } = useSent(props.name)
  return <RadioGroup {...props} error={error} defaultValue={typed ?? props.defaultValue} />
}

/** A list keeps the first choice it was drawn with: drawn anew when another one comes back. */
export function DeedSelect(props: ComponentProps<typeof Select>) {
  const { error, typed } = useSent(props.name)
  return <Select {...props} key={typed} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function DeedDay(props: ComponentProps<typeof DateBoxes>) {
  const { error } = useSent(props.name)
  const values = useSentValues()
  const typed = { day: values[`${props.name}-day`], month: values[`${props.name}-month`], year: values[`${props.name}-year`] }
  return <DateBoxes {...props} error={error} defaultValue={Object.keys(values).length === 0 ? props.defaultValue : typed} />
}

export function DeedCheck(props: ComponentProps<typeof Checkbox>) {
  const { error } = useSent(props.name)
  const values = useSentValues()
  return <Checkbox {...props} error={error} defaultChecked={Object.keys(values).length === 0 ? props.defaultChecked : props.name in values} />
}
