import 'server-only'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { amountOf, type Fee, feesFor, type Quantities } from '@/lib/procedures/domain/fee'
import { limitFor } from '@/lib/procedures/domain/procedure'
import { type CatalogueVariant, type CatalogueVersion, procedureInForce } from '@/lib/procedures/store'
import type { Channel, Step } from '../domain/dossier'
import type { Payment } from '../domain/filing'
import type { NewDossier } from '../domain/new-dossier'

export type ProcedureProblem = { code: 'procedure-not-in-force' } | { code: 'variant-unknown' }
export type Case = { version: CatalogueVersion; variant: CatalogueVariant }

/** The version in force on the day, and the case asked for (by id or key; the first one where none is). A dossier stays under both. */
export async function caseOf(communeId: string, code: string, variantId: string | null, at: Date): Promise<Result<Case, ProcedureProblem>> {
  const version = await procedureInForce(code, localDateOf(at), communeId)
  if (version === null) return fail({ code: 'procedure-not-in-force' })
  const variant = variantId === null ? version.variants[0] : version.variants.find(({ id, key }) => id === variantId || key === variantId)
  return variant === undefined ? fail({ code: 'variant-unknown' }) : ok({ version, variant })
}

/** What a new dossier takes over from its procedure, for good. */
export function underCase({ version, variant }: Case, channel: Channel): Pick<NewDossier, 'procedure' | 'limit' | 'steps'> & { limit: TimeLimit | null } {
  return {
    procedure: { code: version.procedureCode, versionId: version.id, variantId: variant.id, name: version.content.plainName, fieldSlug: version.fieldSlug },
    limit: limitFor(variant, channel),
    steps: version.steps as readonly Step[],
  }
}

/** What is owed by the procedure. Amounts that the province sets are entered at the counter, never taken for nothing. */
export const feesOwed = ({ variant }: Case, channel: Channel, quantities: Quantities = {}): Payment[] =>
  feesFor(variant.fees, channel).flatMap((fee) => {
    const amountVnd = amountOf(fee, quantities)
    return amountVnd === null || amountVnd === 0 ? [] : [owed(fee, amountVnd)]
  })

const owed = ({ kind, wording, beforeAcceptance }: Fee, amountVnd: number): Payment => ({ kind, amountVnd, basis: wording, state: 'owed', method: null, collectorId: null, paidAt: null, ...(beforeAcceptance === true ? { beforeAcceptance } : {}) })
