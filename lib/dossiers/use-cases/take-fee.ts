import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { takeOwed } from '@/lib/payments/store'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { subjectOf } from '../domain/dossier'
import { findDossier } from '../store/dossier-store'

type Problem = { code: 'not-found' } | { code: 'forbidden' }

/** The counter takes in cash what is owed. A second press takes nothing. */
export const takeFee = (officer: Officer, { dossierId }: { dossierId: string }): Promise<Result<{ linesPaid: number }, Problem>> =>
  inCommune(officer, async (tx) => {
    const dossier = await findDossier(tx, { id: dossierId })
    if (dossier === null) return fail({ code: 'not-found' })
    if (!may(officer, 'dossier.return-result', subjectOf(dossier))) return fail({ code: 'forbidden' })
    return ok({ linesPaid: await takeOwed(tx, dossierId, officer.staffId, now()) })
  })
