import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { PaperForm } from '../domain/official-paper'
import type { SetNumberingInput } from '../inputs'
import { numberedElsewhere, saveNumbering } from '../store'

/**
 * Where a kind of paper gets its numbers from now on. Papers that are out keep theirs. Back to the own series only while no
 * paper of the year was numbered otherwise: the series would meet numbers that are taken.
 */
export async function setNumbering(officer: Officer, { form, mode }: z.output<typeof SetNumberingInput>): Promise<Result<{ form: PaperForm }, { code: 'forbidden' } | { code: 'numbered-this-year' }>> {
  if (!may(officer, 'paper.set-numbering', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  return inCommune(officer, async (tx) => {
    if (mode === 'series' && (await numberedElsewhere(tx, form, Number(localDateOf(now()).slice(0, 4))))) return fail({ code: 'numbered-this-year' })
    await saveNumbering(tx, { form, mode, by: officer.staffId, at: now() })
    return ok({ form })
  })
}
