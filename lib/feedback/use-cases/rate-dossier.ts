import 'server-only'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { subjectOf } from '@/lib/dossiers/domain/dossier'
import { visitor, type Citizen } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { RateDossierInput } from '../inputs'

type Problem = { code: 'not-found' } | { code: 'forbidden' } | { code: 'not-yet' } | { code: 'already-rated' }

/** One answer for each dossier, by whoever filed it or holds its secret, once there is something to judge. */
export const rateDossier = (rater: Citizen | 'holder-of-secret', dossier: TrackingGrant, input: RateDossierInput): Promise<Result<true, Problem>> =>
  inCommune(rater === 'holder-of-secret' ? visitor : rater, dossier.communeId, async (tx) => {
    const found = await findDossier(tx, { id: dossier.dossierId })
    if (found === null) return fail({ code: 'not-found' })
    if (rater !== 'holder-of-secret' && !may(rater, 'dossier.rate', subjectOf(found))) return fail({ code: 'forbidden' })
    if (found.stage !== 'resolved' && found.stage !== 'returned') return fail({ code: 'not-yet' })
    const { count } = await tx.rating.createMany({ data: [{ communeId: tx.communeId, dossierId: found.id, ...input, at: now() }], skipDuplicates: true })
    return count === 0 ? fail({ code: 'already-rated' }) : ok(true)
  })
