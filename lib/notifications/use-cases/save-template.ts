import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { checkTemplate, readTemplate, type TextProblem } from '../domain/template-text'
import type { RestoreTemplateInput, SaveTemplateInput } from '../inputs'
import { writeText } from '../store/template-store'

type Forbidden = { code: 'forbidden' }
/** A colleague saved another text while this one was being written. */
export type TextChanged = { code: 'text-changed' }
/** `field`: where the text that cannot be sent was typed. */
export type TextRefused = { code: 'text-refused'; field: 'subject' | 'body'; problem: TextProblem }

/** The commune's own words for an event on a channel, from now on. What waits already keeps its words. */
export async function saveTemplate(officer: Officer, input: z.output<typeof SaveTemplateInput>): Promise<Result<{ version: number }, Forbidden | TextChanged | TextRefused>> {
  if (!may(officer, 'notification.manage', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const { template, channel, version } = input
  const body = checkTemplate(template, input.body)
  if (!body.ok) return fail({ code: 'text-refused', field: 'body', problem: body.problem })
  const subject = channel === 'email' && input.subject !== '' ? input.subject : null
  const read = readTemplate(subject ?? '')
  if (!read.ok) return fail({ code: 'text-refused', field: 'subject', problem: read.problem })
  const saved = await inCommune(officer, (tx) => writeText(tx, version, { template, channel, subject, body: input.body, authorId: officer.staffId, at: now() }))
  return saved ? ok({ version: version + 1 }) : fail({ code: 'text-changed' })
}

/** The words of the product again; the commune's own stay in the list of versions. */
export async function restoreTemplate(officer: Officer, { template, channel, version }: z.output<typeof RestoreTemplateInput>): Promise<Result<{ version: number }, Forbidden | TextChanged>> {
  if (!may(officer, 'notification.manage', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const saved = await inCommune(officer, (tx) => writeText(tx, version, { template, channel, subject: null, body: null, authorId: officer.staffId, at: now() }))
  return saved ? ok({ version: version + 1 }) : fail({ code: 'text-changed' })
}
