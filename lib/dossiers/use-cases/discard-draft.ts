import 'server-only'
import { removeAllFromDraft } from '@/lib/documents/store'
import type { Citizen } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCitizen } from '@/lib/platform/db'
import { removeDraft } from '../store/draft-store'

/** Throws a draft away with everything that was typed and sent for it. What was filed is no draft any more and stays. */
export const discardDraft = ({ citizenId }: Citizen, { communeId, draftId }: { communeId: string; draftId: string }): Promise<Result<true, { code: 'draft-not-found' }>> =>
  inCitizen(citizenId, async (tx) => {
    await removeAllFromDraft(tx, { communeId, draftId }, now())
    return (await removeDraft(tx, communeId, draftId)) ? ok(true) : fail({ code: 'draft-not-found' })
  })
