import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { SaveSettingInput } from '../inputs'
import { writeSetting } from '../store/setting-store'
import type { TextChanged } from './save-template'

/** Quiet hours and reminders of the commune, from the next message on. */
export async function saveSetting(officer: Officer, { version, setting }: z.output<typeof SaveSettingInput>): Promise<Result<{ version: number }, { code: 'forbidden' } | TextChanged>> {
  if (!may(officer, 'notification.manage', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const saved = await inCommune(officer, (tx) => writeSetting(tx, version, setting, officer.staffId, now()))
  return saved ? ok({ version: version + 1 }) : fail({ code: 'text-changed' })
}
