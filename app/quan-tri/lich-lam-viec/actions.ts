'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readChange } from '@/lib/calendar/inputs/change-form'
import { readDecision } from '@/lib/calendar/inputs/decision'
import { TypedForm, type Typed } from '@/lib/calendar/inputs/typed-form'
import { changeCalendar, type ChangeCalendarInput, type ChangeCalendarProblem, type CalendarSaved } from '@/lib/dossiers/use-cases/move-due-dates'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { isUnavailable } from '@/lib/platform/faults'
import { fail, type Result } from '@/lib/kernel/result'
import { log } from '@/lib/platform/log'
import { passesOriginGate } from '@/lib/platform/origin'
import { addressOf, CALENDAR, type Query } from './_components/addresses'

/** Saves what its preview showed; where the calendar changed in between, shows the new preview instead. */
export async function addToCalendarAction(form: FormData): Promise<void> {
  const typed = typedOf(form)
  const back = (more: Query): never => redirect(addressOf(`${CALENDAR}/them`, { ...typed, ...more }))
  const { read } = readChange(typed)
  if (read === null) return back({})
  const saved = await save({ ...read, revision: Number(form.get('revision')) })
  if (!saved.ok) return back({ loi: saved.problem.code })
  const [first] = read.change.add
  const year = first === undefined ? undefined : (first.rule === 'day' ? first.entry.on : first.entry.effectiveFrom).slice(0, 4)
  redirect(savedAddress(saved.value, year))
}

/** Withdraws entries of the commune's own by a decision; what they moved moves back, never before the slip. */
export async function withdrawAction(form: FormData): Promise<void> {
  const typed = typedOf(form)
  const back = (more: Query): never => redirect(addressOf(`${CALENDAR}/rut`, { ...typed, ...more }))
  const read = new TypedForm(typed)
  const decision = readDecision(read)
  if (decision === null) return back({ xem: '1' })
  const saved = await save({ change: { add: [], withdraw: read.all('muc') }, decision, revision: Number(form.get('revision')) })
  if (!saved.ok) return back({ loi: saved.problem.code })
  redirect(savedAddress(saved.value, read.one('nam')))
}

const savedAddress = ({ revision, moved }: CalendarSaved, year: string | undefined): string => addressOf(CALENDAR, { nam: year, 'da-luu': String(revision), doi: String(moved) })

type Saved = Result<CalendarSaved, ChangeCalendarProblem | { code: 'unavailable' }>

/** Past the origin gate, as the officer of this request; a database that is away for a moment is an answer. */
async function save(input: ChangeCalendarInput): Promise<Saved> {
  if (!passesOriginGate(await headers())) return fail({ code: 'forbidden' })
  const officer = await requireOfficer()
  try {
    return await changeCalendar(officer, input)
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault
    log.warn({ error: fault }, 'calendar answered: database unavailable')
    return fail({ code: 'unavailable' })
  }
}

/** What was typed, without React's own fields and without what only the preview added. */
function typedOf(form: FormData): Typed & Query {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$') && name !== 'revision' && name !== 'loi')
  return Object.fromEntries(names.map((name) => {
    const all = form.getAll(name).filter((value): value is string => typeof value === 'string')
    return [name, all.length > 1 ? all : (all[0] ?? '')]
  }))
}
