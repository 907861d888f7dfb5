import 'server-only'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { planShares, type Plan } from '../store/share-plan'

/** Who would get what, before anything is given out. Null for whoever may not share out. */
export async function sharePreview(officer: Officer, dossierIds: readonly string[]): Promise<Plan | null> {
  if (!may(officer, 'dossier.assign-fairly', { communeId: officer.communeId })) return null
  const calendar = await calendarOf(officer.communeId)
  return inCommune(officer, (tx) => planShares(tx, officer, dossierIds, calendar, now()))
}
