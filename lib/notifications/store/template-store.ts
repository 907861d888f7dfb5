import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { MessageChannel, Template } from '../domain/message'
import { defaultSubject, defaultText } from '../wording'

/** `version` 0: the text of the product, which nobody has changed yet. */
export type TemplateText = { subject: string; body: string; version: number; isOwn: boolean }

const productText = (template: Template, version: number): TemplateText => ({ subject: defaultSubject(template), body: defaultText[template], version, isOwn: false })

/** What this commune says for an event on a channel today. */
export async function textOf(tx: Tx, template: Template, channel: MessageChannel): Promise<TemplateText> {
  const row = await tx.messageTemplate.findFirst({ where: { communeId: tx.communeId, template, channel }, orderBy: { version: 'desc' } })
  if (row?.body == null) return productText(template, row?.version ?? 0)
  return { subject: row.subject ?? defaultSubject(template), body: row.body, version: row.version, isOwn: true }
}

export type NewText = { template: Template; channel: MessageChannel; subject: string | null; /** Null: the text of the product again. */ body: string | null; authorId: string; at: Date }

/** The next version after `before`; false where a colleague wrote one meanwhile. */
export async function writeText(tx: Tx, before: number, { template, channel, subject, body, authorId, at }: NewText): Promise<boolean> {
  const latest = await textOf(tx, template, channel)
  if (latest.version !== before) return false
  const { count } = await tx.messageTemplate.createMany({
    data: [{ communeId: tx.communeId, template, channel, version: before + 1, subject, body, authorId, createdAt: at }], skipDuplicates: true,
  })
  return count === 1
}
