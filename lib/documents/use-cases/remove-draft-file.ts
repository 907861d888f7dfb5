import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCitizen } from '@/lib/platform/db'
import { removeFromDraft } from '../store'

/** Takes a file out of the citizen's own draft, as long as it has not been filed. */
export const removeDraftFile = (citizen: Citizen, where: { communeId: string; draftId: string; id: string }): Promise<boolean> =>
  inCitizen(citizen.citizenId, (tx) => removeFromDraft(tx, where, now()))
