import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune } from '@/lib/platform/db'
import { type MessageChannel, messageChannels, type Template, templates } from '../domain/message'
import { canSend } from '../providers/provider'
import { settingOf } from '../store/setting-store'
import { type TemplateText, textOf } from '../store/template-store'
import type { NotificationSetting } from '../domain/setting'

export type TemplateCell = { channel: MessageChannel; isOwn: boolean; changedAt: Date | null; author: string | null }
export type TemplateRow = { template: Template; cells: TemplateCell[] }

const Latest = z.array(z.object({ template: z.string(), channel: z.string(), own: z.boolean(), created_at: z.date(), full_name: z.string().nullable() }))

/** Every event with its channels, and which texts are the commune's own. Null: not for this officer. */
export async function messageTemplates(officer: Officer): Promise<{ rows: TemplateRow[]; withoutGateway: MessageChannel[] } | null> {
  if (!may(officer, 'notification.manage', { communeId: officer.communeId })) return null
  const latest = await inCommune(officer, async (tx) => Latest.parse(await tx.$queryRaw`
    select distinct on (t.template, t.channel) t.template, t.channel, t.body is not null as own, t.created_at, s.full_name
    from message_template t left join staff_member s on s.commune_id = t.commune_id and s.id = t.author_id
    where t.commune_id = ${tx.communeId}::uuid order by t.template, t.channel, t.version desc`))
  const cell = (template: Template, channel: MessageChannel): TemplateCell => {
    const row = latest.find((each) => each.template === template && each.channel === channel)
    return { channel, isOwn: row?.own ?? false, changedAt: row?.created_at ?? null, author: row?.full_name ?? null }
  }
  return { rows: templates.map((template) => ({ template, cells: messageChannels.map((channel) => cell(template, channel)) })), withoutGateway: messageChannels.filter((channel) => !canSend(channel)) }
}

export type TemplateVersion = { version: number; at: Date; author: string; subject: string | null; body: string | null }

/** One text with its versions, the latest first. */
export async function messageTemplate(officer: Officer, template: Template, channel: MessageChannel): Promise<{ text: TemplateText; versions: TemplateVersion[] } | null> {
  if (!may(officer, 'notification.manage', { communeId: officer.communeId })) return null
  return inCommune(officer, async (tx) => {
    const text = await textOf(tx, template, channel)
    const rows = await tx.messageTemplate.findMany({ where: { communeId: tx.communeId, template, channel }, orderBy: { version: 'desc' }, take: 20 })
    const staff = await tx.staffMember.findMany({ where: { communeId: tx.communeId, id: { in: rows.map(({ authorId }) => authorId) } }, select: { id: true, fullName: true } })
    return { text, versions: rows.map(({ version, createdAt, authorId, subject, body }) => ({ version, at: createdAt, author: staff.find(({ id }) => id === authorId)?.fullName ?? '', subject, body })) }
  })
}

/** How the commune writes to people today. Null: not for this officer. */
export async function notificationSetting(officer: Officer): Promise<(NotificationSetting & { version: number }) | null> {
  return may(officer, 'notification.manage', { communeId: officer.communeId }) ? inCommune(officer, settingOf) : null
}
