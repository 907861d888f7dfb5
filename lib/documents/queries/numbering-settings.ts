import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune } from '@/lib/platform/db'
import { mayBeNumberedElsewhere, type NumberingMode } from '../domain/numbering'
import { type PaperForm, paperForms } from '../domain/official-paper'
import { numberings } from '../store'

export type NumberingSetting = { form: PaperForm; mode: NumberingMode; /** Some kinds always take the own series. */ choosable: boolean }

/** Every kind of paper with where it gets its numbers. */
export async function numberingSettings(officer: Officer): Promise<NumberingSetting[]> {
  if (!may(officer, 'paper.set-numbering', { communeId: officer.communeId })) return []
  const set = await inCommune(officer, numberings)
  return paperForms.map((form) => ({ form, mode: set.get(form) ?? 'series', choosable: mayBeNumberedElsewhere(form) }))
}
