'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { RowProblem } from '@/lib/calendar/inputs/schedule-rows'
import { readScheduleFile } from '@/lib/calendar/inputs/schedule-file'
import type { CalendarRule } from '@/lib/calendar/domain/calendar-rule'
import { changeRefusal } from '@/lib/calendar/wording'
import { dossiersMovedBy, type CalendarPreview } from '@/lib/dossiers/queries/dossiers-moved-by'
import { changeCalendar } from '@/lib/dossiers/use-cases/move-due-dates'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { isUnavailable } from '@/lib/platform/faults'
import { log } from '@/lib/platform/log'
import { passesOriginGate } from '@/lib/platform/origin'
import { addressOf, CALENDAR } from '../_components/addresses'
import { refusalOf } from '../_components/refusal'

export type ImportState = {
  /** What was typed and read, so that nothing is lost. */
  text: string
  values: Record<string, string>
  errors: Record<string, string>
  problems: RowProblem[]
  preview: { counts: CalendarPreview; rules: CalendarRule[] } | null
  refused: string | null
}

/** Reads the file and shows what it would do; the second button saves it. */
export async function importAction(_before: ImportState | null, form: FormData): Promise<ImportState> {
  const [text, values] = [await textOf(form), valuesOf(form)]
  const { errors, problems, read } = readScheduleFile(values, text)
  const state: ImportState = { text, values, errors, problems, preview: null, refused: null }
  if (!passesOriginGate(await headers())) return { ...state, refused: changeRefusal.forbidden }
  const officer = await requireOfficer()
  if (read === null) return state
  const change = { add: read.rules, withdraw: [] }
  try {
    const preview = await dossiersMovedBy(officer, change)
    if (!preview.ok) return { ...state, refused: refusalOf(preview.problem) }
    const shown = { ...state, preview: { counts: preview.value, rules: read.rules } }
    if (form.get('viec') !== 'luu' || form.get('revision') === null) return shown
    const saved = await changeCalendar(officer, { change, decision: read.decision, revision: Number(form.get('revision')) })
    if (!saved.ok) return { ...shown, refused: refusalOf(saved.problem) }
    const [first] = read.rules
    redirect(addressOf(CALENDAR, { nam: first?.rule === 'day' ? first.entry.on.slice(0, 4) : undefined, 'da-luu': String(saved.value.revision), doi: String(saved.value.moved) }))
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault
    log.warn({ error: fault }, 'import answered: database unavailable')
    return { ...state, refused: changeRefusal.unavailable }
  }
}

/** A chosen file stands before what is in the box, which is what an earlier file had. */
async function textOf(form: FormData): Promise<string> {
  const file = form.get('tep-lich')
  const text = form.get('bang-lich')
  return file instanceof File && file.size > 0 ? (await file.text()).slice(0, 250_000) : typeof text === 'string' ? text.slice(0, 250_000) : ''
}

const valuesOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$') && entry[0] !== 'bang-lich'))
