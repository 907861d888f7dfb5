import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { peopleOn } from '@/lib/workflow/store'

/** What the form of pen and seal begins with: who may have signed, and who approved, on which day. */
export type PenSigningChoices = { leaders: { id: string; name: string; title: string }[]; signerId: string | null; signedOn: LocalDate }

/** Nobody to choose for whoever does not seal. */
export async function penSigningChoices(officer: Officer, dossierId: string): Promise<PenSigningChoices> {
  const today = localDateOf(now())
  if (!may(officer, 'dossier.seal', { communeId: officer.communeId })) return { leaders: [], signerId: null, signedOn: today }
  return inCommune(officer, async (tx) => {
    const result = await tx.dossierResult.findFirst({ where: { communeId: tx.communeId, dossierId }, select: { signedBy: true, signedAt: true } })
    const leaders = (await peopleOn(tx, today)).filter(({ roles }) => roles.includes('leader')).map(({ staffId, name, title }) => ({ id: staffId, name, title }))
    return { leaders, signerId: result?.signedBy ?? null, signedOn: result?.signedAt == null ? today : localDateOf(result.signedAt) }
  })
}
