import { instantAt, parseLocalDate } from '@/lib/kernel/local-date'

/** How the boxes of a screen become what the inputs of the context read. What cannot be read is passed on as it stands. */

const padded = (text: string, width: number): string => text.trim().padStart(width, '0')

function copyOf(form: FormData, keep: (name: string) => boolean): FormData {
  const copy = new FormData()
  for (const [name, value] of form) if (keep(name)) copy.append(name, value)
  return copy
}

/** Three boxes (`name-day`, `-month`, `-year`) as one day, "2026-11-27"; empty boxes as nothing. */
function dayFrom(form: FormData, name: string): string {
  const [day, month, year] = (['day', 'month', 'year'] as const).map((part) => String(form.get(`${name}-${part}`) ?? '').trim()) as [string, string, string]
  if (day === '' && month === '' && year === '') return ''
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

export function withDay(name: string): (form: FormData) => FormData {
  return (form) => {
    const copy = copyOf(form, (key) => !key.startsWith(`${name}-`))
    copy.set(name, dayFrom(form, name))
    return copy
  }
}

/** A day in boxes and an hour beside it ("08:05"), on the clock in Việt Nam, as an instant. Without a day: nothing, which means now. */
export function withInstant(name: string): (form: FormData) => FormData {
  return (form) => {
    const copy = copyOf(form, (key) => !key.startsWith(`${name}-`))
    const day = dayFrom(form, name)
    const time = String(form.get(`${name}-time`) ?? '').trim()
    const read = parseLocalDate(day)
    const clock = /^(\d{1,2})[:hg](\d{2})$/.exec(time)
    copy.set(name, day === '' ? '' : read === null || clock === null ? `${day} ${time}` : instantAt(read, `${padded(clock[1]!, 2)}:${clock[2]}`).toISOString())
    return copy
  }
}

/** Lines of a list (`missing.0.name`): a line counts where its box is ticked or its `asked` field is filled in; others are left out. */
export function onlyLines(list: string, asked: string): (form: FormData) => FormData {
  return (form) => {
    const said = (line: string): boolean => form.has(`${list}.${line}.on`) || String(form.get(`${list}.${line}.${asked}`) ?? '').trim() !== ''
    return copyOf(form, (key) => {
      const [head, line, field] = key.split('.')
      return head !== list || (line !== undefined && field !== 'on' && said(line))
    })
  }
}
