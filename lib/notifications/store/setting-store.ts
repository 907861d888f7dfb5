import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { defaultSetting, type NotificationSetting } from '../domain/setting'

const Setting = z.object({
  quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  phoneChannel: z.enum(['sms', 'zalo']),
  uncollected: z.object({ first: z.int(), every: z.int(), most: z.int() }),
  supplementNear: z.int(),
  digest: z.boolean(),
})

/** How this commune writes to people; until it said so, as the product does. */
export async function settingOf(tx: Tx): Promise<NotificationSetting & { version: number }> {
  const row = await tx.notificationSetting.findFirst({ where: { communeId: tx.communeId }, orderBy: { version: 'desc' }, select: { setting: true, version: true } })
  return row === null ? { ...defaultSetting, version: 0 } : { ...Setting.parse(row.setting), version: row.version }
}

/** The next version after `before`; false where a colleague wrote one meanwhile. */
export async function writeSetting(tx: Tx, before: number, setting: NotificationSetting, authorId: string, at: Date): Promise<boolean> {
  if ((await settingOf(tx)).version !== before) return false
  const { count } = await tx.notificationSetting.createMany({ data: [{ communeId: tx.communeId, version: before + 1, setting, authorId, createdAt: at }], skipDuplicates: true })
  return count === 1
}
