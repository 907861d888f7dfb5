'use client'

import { type ComponentProps, createContext, type ReactNode, useContext } from 'react'
import { Checkbox, CheckboxList, RadioGroup } from '@/components/ui/choices'
import { DateBoxes } from '@/components/ui/date-boxes'
import { Select, TextArea, TextInput } from '@/components/ui/text-input'
import type { ActionState } from '@/lib/platform/action'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'

type Typed = { fields: Record<string, string>; values: Record<string, string> }
const Sent = createContext<Typed>({ fields: {}, values: {} })

type Props = {
  action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>
  submit: string
  variant?: 'filled' | 'outlined' | 'destructive'
  hidden?: Record<string, string>
  label?: string
  children?: ReactNode
}

/** A form whose answer is another page; a problem is said above it and nothing typed is lost. Without JavaScript the server says the same. */
export function KeptForm({ action, submit, variant = 'filled', hidden = {}, label, children }: Props) {
  const { state, busy, form } = useKeptForm(action)
  const problem = state.status === 'problem' ? state : null
  return (
    <Sent value={problem ?? { fields: {}, values: {} }}>
      <form {...form} className="grid gap-3 [&>.field]:!mt-0" aria-label={label}>
        {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {children}
        <div className="button-row"><KeptSubmit busy={busy} variant={variant}>{submit}</KeptSubmit></div>
      </form>
    </Sent>
  )
}

/** For forms of another kind with the same fields. */
export const SentValues = Sent.Provider

/** Everything that was sent; empty before. */
export const useKeptValues = (): Record<string, string> => useContext(Sent).values

function useSent(name: string): { error: string | undefined; typed: string | undefined } {
  const { fields, values } = useContext(Sent)
  return { error: fields[name], typed: values[name] }
}

/** The same fields as everywhere; what was typed comes back with the problem beside it. */
export function KeptText(props: ComponentProps<typeof TextInput>) {
  const { error, typed } = useSent(props.name)
  return <TextInput {...props} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function KeptArea(props: ComponentProps<typeof TextArea>) {
  const { error, typed } = useSent(props.name)
  return <TextArea {...props} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function KeptSelect(props: ComponentProps<typeof Select>) {
  const { error, typed } = useSent(props.name)
  return <Select {...props} key={typed} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function KeptChoice(props: ComponentProps<typeof RadioGroup>) {
  const { error, typed } = useSent(props.name)
  return <RadioGroup {...props} error={error} defaultValue={typed ?? props.defaultValue} />
}

export function KeptCheck(props: ComponentProps<typeof Checkbox>) {
  const { fields, values } = useContext(Sent)
  return <Checkbox {...props} error={fields[props.name]} defaultChecked={Object.keys(values).length === 0 ? props.defaultChecked : props.name in values} />
}

export function KeptList(props: ComponentProps<typeof CheckboxList>) {
  const { error } = useSent(props.name)
  return <CheckboxList {...props} error={error} />
}

export function KeptDay(props: ComponentProps<typeof DateBoxes>) {
  const { fields, values } = useContext(Sent)
  const typed = { day: values[`${props.name}-day`], month: values[`${props.name}-month`], year: values[`${props.name}-year`] }
  return <DateBoxes {...props} error={fields[props.name]} defaultValue={Object.keys(values).length === 0 ? props.defaultValue : typed} />
}
